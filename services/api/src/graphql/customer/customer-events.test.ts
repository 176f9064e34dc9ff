import { points } from '@artel/ledger'
import { verifyBooks } from '@artel/store/testing'
import { encodePublicId } from '@artel/use-cases'
import { aCoalition, type BuiltCoalition, codeFor, codesToJoin } from '@artel/use-cases/testing'
import { afterAll, beforeAll, expect, test } from 'vitest'
import {
  ADJUST,
  APPROVE,
  freshKey,
  HOLD,
  JOIN,
  MERGE,
  PROMO,
  RECORD,
  roubles,
  TRANSFER,
} from '../../testing/operations.ts'
import { startTestApi, type TestApi } from '../../testing/test-api.ts'

let api: TestApi
let town: BuiltCoalition
beforeAll(async () => {
  api = await startTestApi()
  let builder = aCoalition().withMember('wash', { inPerson: true }).withMember('parts')
  for (const name of ['Anna', 'Boris', 'Clara', 'Dora', 'Egor', 'Fyodor', 'Gleb'])
    builder = builder.withCustomer(name, { email: `${name}@example.com` })
  town = await builder.open(api.store)
})
afterAll(() => api.stop())

const customer = (name: string) => ({ id: encodePublicId('customer', town.customer(name).id) })
const memberId = (handle: string) => encodePublicId('member', town.member(handle).id)

/** The answer to the one mutation of a document, under a fresh key unless the input has one. */
async function send(document: string, input: Record<string, unknown>, key = town.member('wash').apiKey) {
  const { data, errors } = await api.call(
    document,
    { input: { idempotencyKey: freshKey(), ...input } },
    { key },
  )
  if (errors.length > 0) throw new Error(errors.map(({ message }) => message).join())
  return Object.values(data as Record<string, Record<string, unknown>>)[0] ?? {}
}
const buy = (name: string, total: number, points = '0') =>
  send(RECORD, { customer: customer(name), receiptRef: freshKey(), total: roubles(total), points })
const named = ({ id, code }: { readonly id: string; readonly code: string }) => ({
  id: encodePublicId('confirmation', id),
  code,
})
const join = async (name: string, host: string) => {
  const pair = { customer: { id: town.customer(name).id }, with: { id: town.customer(host).id } }
  const { confirmation, withConfirmation } = await codesToJoin(town.member('wash').context, pair)
  const input = {
    ...{ customer: customer(name), with: customer(host) },
    ...{ confirmation: named(confirmation), withConfirmation: named(withConfirmation) },
  }
  return api.call(JOIN, { input }, { key: town.member('wash').apiKey })
}
/** A transfer and the giver's code for it. */
const gift = async (from: string, to: string, given: bigint) => {
  const code = await codeFor(town.member('wash').context, {
    ...{ purpose: 'POINTS_TRANSFER' as const, points: points(given) },
    ...{ customer: { id: town.customer(from).id }, other: { id: town.customer(to).id } },
  })
  return { from: customer(from), to: customer(to), points: `${given}`, confirmation: named(code) }
}
const walletOf = async (name: string) => {
  const query = `query ($by: CustomerBy!) { customer(by: $by) { status mergedIntoId household { id } wallet { balance }
    activity(first: 10) { nodes { kind points } } } }`
  return (await api.call(query, { by: customer(name) }, { key: town.adminKey })).data.customer
}

test('promo points are shared by an administrator and shown with each payer', async () => {
  const payers = [
    { memberId: memberId('wash'), share: 3 },
    { memberId: memberId('parts'), share: 1 },
  ]
  const input = { customer: customer('Anna'), points: '10', payers, idempotencyKey: freshKey() }
  const awarded = await send(PROMO, input, town.adminKey)
  // 7.5 and 2.5 tie: the odd point goes to the smaller id, which is the one admitted first.
  expect(awarded).toMatchObject({ points: '10', balanceAfter: '10', replayed: false })
  expect(awarded.entries).toMatchObject([
    { kind: 'PROMO', points: '8', member: { id: memberId('wash') } },
    { kind: 'PROMO', points: '2', member: { id: memberId('parts') } },
  ])
  expect(await send(PROMO, input, town.adminKey)).toEqual({ ...awarded, replayed: true })
  expect(await send(PROMO, { ...input, points: '11' }, town.adminKey)).toMatchObject({
    code: 'IDEMPOTENCY_KEY_MISMATCH',
  })
})

test('an adjustment above the limit is listed for a second person, who books it', async () => {
  const input = { customer: customer('Anna'), points: '1500', kind: 'GOODWILL', reason: 'A broken brush' }
  const proposed = await send(ADJUST, input)
  expect(proposed).toMatchObject({ balanceAfter: null, adjustment: { status: 'PROPOSED' } })
  const list = `{ adjustments(status: PROPOSED) { nodes { id reason customer { id } } } }`
  const { data } = await api.call(list, {}, { key: town.adminKey })
  const [waiting] = data.adjustments.nodes
  expect(waiting).toMatchObject({ reason: 'A broken brush', customer: customer('Anna') })
  const others = await api.call(list, {}, { key: town.member('parts').apiKey })
  expect(others.data.adjustments.nodes).toEqual([])
  expect(await send(APPROVE, { adjustmentId: waiting.id })).toMatchObject({ code: 'APPROVER_IS_PROPOSER' })
  expect(await send(APPROVE, { adjustmentId: waiting.id }, town.adminKey)).toMatchObject({
    ...{ balanceAfter: '1510', adjustment: { status: 'POSTED' } },
  })
  expect(await send(APPROVE, { adjustmentId: waiting.id }, town.adminKey)).toMatchObject({
    ...{ code: 'ADJUSTMENT_NOT_OPEN', adjustmentStatus: 'POSTED' },
  })
})

test('a transfer between two and back, among spends, by 60 callers at once: no deadlock, no point lost', async () => {
  await join('Boris', 'Clara')
  expect((await walletOf('Boris')).household).toEqual([customer('Clara')])
  await buy('Boris', 10_000)
  await buy('Clara', 10_000)
  const callers: (() => Promise<Record<string, unknown>>)[] = []
  for (let index = 0; index < 60; index += 1) {
    const [from, to] = index % 2 === 0 ? (['Boris', 'Clara'] as const) : (['Clara', 'Boris'] as const)
    const transfer = index % 3 === 2 ? undefined : await gift(from, to, 7n)
    callers.push(() => (transfer ? send(TRANSFER, transfer) : buy(from, 10, '5')))
  }
  const answers = await Promise.all(callers.map((call) => call()))
  expect(answers.filter(({ __typename }) => !/Payload$/.test(String(__typename)))).toEqual([])
  const [boris, clara] = await Promise.all(['Boris', 'Clara'].map(walletOf))
  expect(BigInt(boris.wallet.balance) + BigInt(clara.wallet.balance)).toBe(1_000n - 20n * 5n)
})

test('one transfer sent 20 times at once under one key is one transfer', async () => {
  const before = BigInt((await walletOf('Clara')).wallet.balance)
  const input = { ...(await gift('Boris', 'Clara', 11n)), idempotencyKey: 'one-gift' }
  const answers = await Promise.all(Array.from({ length: 20 }, () => send(TRANSFER, input)))
  expect(answers.filter(({ replayed }) => replayed === false)).toHaveLength(1)
  expect(new Set(answers.map(({ replayed: _, ...answer }) => JSON.stringify(answer))).size).toBe(1)
  expect(BigInt((await walletOf('Clara')).wallet.balance)).toBe(before + 11n)
})

test('40 callers give away or spend 10 of 100 at once: exactly 10 succeed', async () => {
  await join('Dora', 'Egor')
  await buy('Dora', 2_000)
  const gifts: Record<string, unknown>[] = []
  while (gifts.length < 20) gifts.push(await gift('Dora', 'Egor', 10n))
  const answers = await Promise.all(gifts.flatMap((given) => [send(TRANSFER, given), buy('Dora', 20, '10')]))
  const won = answers.filter(({ __typename }) => /Payload$/.test(String(__typename)))
  const codes = answers.flatMap(({ code }) => (code === undefined ? [] : [code]))
  expect([won.length, new Set(codes)]).toEqual([10, new Set(['INSUFFICIENT_POINTS'])])
  expect((await walletOf('Dora')).wallet.balance).toBe('0')
})

test('a merge that races purchases loses none of them: each moves, or is refused and names the survivor', async () => {
  await buy('Fyodor', 1_000)
  const answers = await Promise.all(
    Array.from({ length: 30 }, (_, index) =>
      index === 12
        ? send(MERGE, { customer: customer('Fyodor'), into: customer('Gleb') }, town.adminKey)
        : buy('Fyodor', 200),
    ),
  )
  expect(answers[12]).toMatchObject({ merged: { status: 'CLOSED', mergedIntoId: customer('Gleb').id } })
  const bought = answers.filter(({ __typename }) => __typename === 'PurchaseRecordPayload').length
  const refused = answers.filter(({ code }) => code === 'CUSTOMER_CLOSED').length
  expect(bought + refused).toBe(29)
  const [fyodor, gleb] = await Promise.all(['Fyodor', 'Gleb'].map(walletOf))
  expect([fyodor.wallet.balance, gleb.wallet.balance]).toEqual(['0', String(50 + 10 * bought)])
  expect(fyodor).toMatchObject({ status: 'CLOSED', mergedIntoId: customer('Gleb').id })
  expect(gleb.activity.nodes).toContainEqual({ kind: 'MERGE_IN', points: gleb.wallet.balance })
})

test('a customer with points on hold is not merged, and the answer says how many', async () => {
  await buy('Egor', 1_000)
  await send(HOLD, { customer: customer('Egor'), orderRef: 'W', bill: roubles(20), points: '4' })
  const merge = { customer: customer('Egor'), into: customer('Anna') }
  expect(await send(MERGE, merge, town.adminKey)).toMatchObject({
    ...{ code: 'CUSTOMER_HAS_OPEN_HOLDS', openHolds: 1, held: '4' },
  })
  const { errors } = await api.call(
    MERGE,
    { input: { ...merge, idempotencyKey: freshKey() } },
    {
      key: town.member('wash').apiKey,
    },
  )
  expect(errors[0]?.extensions.code).toBe('FORBIDDEN')
})

test('the books verify clean after all of it', async () => {
  const report = await verifyBooks({ databaseUrl: api.databaseUrl, coalitionId: town.id })
  expect(report.findings).toEqual([])
})
