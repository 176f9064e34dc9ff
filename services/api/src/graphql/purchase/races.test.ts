import { verifyBooks } from '@artel/store/testing'
import { encodePublicId } from '@artel/use-cases'
import { aCoalition, type BuiltCoalition } from '@artel/use-cases/testing'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { CAPTURE, freshKey, HOLD, RECORD, REFUND, roubles, VOID } from '../../testing/operations.ts'
import { type Answer, startTestApi, type TestApi } from '../../testing/test-api.ts'

let api: TestApi
let town: BuiltCoalition
let key: string
beforeAll(async () => {
  api = await startTestApi()
  town = await aCoalition()
    .withMember('wash')
    .withCustomer('Anna')
    .withCustomer('Boris')
    .withCustomer('Vera')
    .open(api.store)
  key = town.member('wash').apiKey
})
afterAll(() => api.stop())

const customer = (name: string) => ({ id: encodePublicId('customer', town.customer(name).id) })
const record = (input: Record<string, unknown>) => api.call(RECORD, { input }, { key })
const balanceOf = async (name: string) => {
  const query = `query ($by: CustomerBy!) { customer(by: $by) { wallet { balance available reserved } activity(first: 100) { nodes { kind } } } }`
  return (await api.call(query, { by: customer(name) }, { key })).data.customer
}
const at = (answers: Answer[], field: string) => answers.map(({ data }) => data[field])

test('64 callers spend 10 of 100 at once: exactly 10 succeed, the rest are told the balance', async () => {
  await record({
    customer: customer('Anna'),
    receiptRef: 'earn',
    total: roubles(2_000),
    idempotencyKey: freshKey(),
  })
  const answers = await Promise.all(
    Array.from({ length: 64 }, (_, i) =>
      record({
        customer: customer('Anna'),
        receiptRef: `spend-${i}`,
        total: roubles(20),
        points: '10',
        idempotencyKey: freshKey(),
      }),
    ),
  )
  const results = at(answers, 'purchaseRecord')
  const won = results.filter((result) => result.__typename === 'PurchaseRecordPayload')
  const lost = results.filter((result) => result.__typename !== 'PurchaseRecordPayload')
  expect(won).toHaveLength(10)
  expect(new Set(lost.map(({ code }) => code))).toEqual(new Set(['INSUFFICIENT_POINTS']))
  // Each 20 paid half in money earns nothing at 5 % floored below a point: 10 roubles earn 0.
  expect((await balanceOf('Anna')).wallet).toEqual({ balance: '0', available: '0', reserved: '0' })
})

test('20 concurrent sends of one key: one effect, 19 replays of the same answer', async () => {
  const input = {
    customer: customer('Boris'),
    receiptRef: 'once',
    total: roubles(1_000),
    idempotencyKey: 'one-key',
  }
  const results = at(await Promise.all(Array.from({ length: 20 }, () => record(input))), 'purchaseRecord')
  expect(results.filter(({ replayed }) => replayed === false)).toHaveLength(1)
  expect(results.filter(({ replayed }) => replayed === true)).toHaveLength(19)
  const answers = new Set(results.map(({ replayed: _, ...answer }) => JSON.stringify(answer)))
  expect(answers.size).toBe(1)
  const { wallet, activity } = await balanceOf('Boris')
  expect([wallet.balance, activity.nodes]).toEqual(['50', [{ kind: 'EARN' }]])
  const other = await record({ ...input, total: roubles(2_000) })
  expect(other.data.purchaseRecord.code).toBe('IDEMPOTENCY_KEY_MISMATCH')
})

test('a refusal is replayed too, even after it would no longer be refused', async () => {
  const spend = {
    customer: customer('Vera'),
    receiptRef: 'too-early',
    total: roubles(100),
    points: '10',
    idempotencyKey: 'early',
  }
  const first = await record(spend)
  expect(first.data.purchaseRecord).toMatchObject({
    code: 'INSUFFICIENT_POINTS',
    available: '0',
    requested: '10',
  })
  await record({
    customer: customer('Vera'),
    receiptRef: 'earn-vera',
    total: roubles(2_000),
    idempotencyKey: freshKey(),
  })
  expect((await record(spend)).data).toEqual(first.data)
  const anew = await record({ ...spend, idempotencyKey: 'later' })
  expect(anew.data.purchaseRecord).toMatchObject({ replayed: false, balanceAfter: '94' })
})

test('one hold, captured and voided at once: one winner, and nothing stays reserved', async () => {
  const held = await api.call(
    HOLD,
    {
      input: {
        customer: customer('Vera'),
        orderRef: 'race',
        bill: roubles(100),
        points: '50',
        idempotencyKey: freshKey(),
      },
    },
    { key },
  )
  const holdId = held.data.holdCreate.hold.id
  const attempts = Array.from({ length: 10 }, (_, i) =>
    i % 2 === 0
      ? api.call(
          CAPTURE,
          { input: { holdId, receiptRef: `race-${i}`, total: roubles(100), idempotencyKey: freshKey() } },
          { key },
        )
      : api.call(VOID, { input: { holdId, idempotencyKey: freshKey() } }, { key }),
  )
  const results = (await Promise.all(attempts)).map(({ data }) => data.holdCapture ?? data.holdVoid)
  expect(results.filter(({ __typename }) => /Payload$/.test(__typename))).toHaveLength(1)
  expect(results.filter(({ code }) => code === 'HOLD_NOT_OPEN')).toHaveLength(9)
  expect((await balanceOf('Vera')).wallet.reserved).toBe('0')
})

test('full and partial refunds of one purchase at once: never more than was paid, and the points to the last one', async () => {
  const sold = await record({
    customer: customer('Anna'),
    receiptRef: 'to be refunded',
    total: roubles(1_000),
    idempotencyKey: freshKey(),
  })
  const { id: purchaseId } = sold.data.purchaseRecord.purchase
  const refund = (input: Record<string, unknown>) =>
    api.call(
      REFUND,
      { input: { purchase: { id: purchaseId }, reason: 'race', idempotencyKey: freshKey(), ...input } },
      { key },
    )
  const answers = await Promise.all(
    Array.from({ length: 30 }, (_, i) => refund(i % 3 === 0 ? {} : { amount: roubles(300) })),
  )
  const results = at(answers, 'purchaseRefund')
  const given = results.filter(({ __typename }) => __typename === 'PurchaseRefundPayload')
  const sum = given.reduce((total, result) => total + BigInt(result.refund.amount.amountMinor), 0n)
  expect(sum).toBeLessThanOrEqual(100_000n)
  const refused = results.filter(({ __typename }) => __typename !== 'PurchaseRefundPayload')
  expect(new Set(refused.map(({ code }) => code))).toEqual(new Set(['REFUND_EXCEEDS_PURCHASE']))
  // Whatever was left is given back, and not a kopeck beyond.
  const left = 100_000n - sum
  if (left > 0n) expect((await refund({})).data.purchaseRefund.refund.amount.amountMinor).toBe(String(left))
  expect((await refund({ amount: { amountMinor: '1' } })).data.purchaseRefund.code).toBe(
    'REFUND_EXCEEDS_PURCHASE',
  )
  expect((await balanceOf('Anna')).wallet).toEqual({ balance: '0', available: '0', reserved: '0' })
})

test('the books verify clean after all of it', async () => {
  expect(await verifyBooks({ databaseUrl: api.databaseUrl, coalitionId: town.id })).toMatchObject({
    ok: true,
    findings: [],
  })
})
