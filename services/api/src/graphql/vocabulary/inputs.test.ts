import { encodePublicId } from '@artel/use-cases'
import { aCoalition, type BuiltCoalition } from '@artel/use-cases/testing'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { ENROL, freshKey, HOLD, RECORD, REFUND, roubles } from '../../testing/operations.ts'
import { startTestApi, type TestApi } from '../../testing/test-api.ts'

let api: TestApi
let town: BuiltCoalition
let key: string
beforeAll(async () => {
  api = await startTestApi()
  town = await aCoalition()
    .withMember('wash')
    .withMember('asleep', { invited: true })
    .withCustomer('Anna', { reference: 'anna' })
    .open(api.store)
  key = town.member('wash').apiKey
  await api.call(RECORD, { input: sale({ receiptRef: 'earn', total: roubles(2_000) }) }, { key })
})
afterAll(() => api.stop())

const sale = (overrides: Record<string, unknown> = {}) => ({
  customer: { reference: 'anna' },
  receiptRef: 'R',
  total: roubles(100),
  idempotencyKey: freshKey(),
  ...overrides,
})

/** Rows of the tables that a refused command must leave as they were. */
async function written(): Promise<unknown> {
  const { prisma } = api.store
  const where = { coalitionId: town.id }
  const counts = await Promise.all([
    prisma.entry.count({ where }),
    prisma.purchase.count({ where }),
    prisma.refund.count({ where }),
    prisma.hold.count({ where }),
    prisma.customer.count({ where }),
    prisma.outbox.count({ where }),
  ])
  const accounts = await prisma.customerAccount.findMany({ where, orderBy: { customerId: 'asc' } })
  return { counts, accounts }
}

/** Runs a call and checks that it wrote nothing. */
async function leavingNothing<Result>(call: () => Promise<Result>): Promise<Result> {
  const before = await written()
  const result = await call()
  expect(await written()).toEqual(before)
  return result
}

describe('values that do not fit their type: BAD_USER_INPUT, 400, nothing written', () => {
  const money = (amountMinor: unknown) => ({ total: { amountMinor } })
  const cases: [string, Record<string, unknown>][] = [
    ['an amount as a number', money(100)],
    ['a fraction', money('1.5')],
    ['an exponent', money('1e3')],
    ['a plus sign', money('+1')],
    ['a leading zero', money('01')],
    ['minus zero', money('-0')],
    ['hexadecimal', money('0x10')],
    ['spaces', money(' 1 ')],
    ['an empty amount', money('')],
    ['other digits', money('١٢')],
    ['2^63', money('9223372036854775808')],
    ['a list', money(['1'])],
    ['null', money(null)],
    ['points as a float', { points: 1.5 }],
    ['points as a number', { points: 1 }],
    ['a date without a zone', { occurredAt: '2026-01-01T00:00:00' }],
    ['a date alone', { occurredAt: '2026-01-01' }],
    ['a date that is not', { occurredAt: '2026-13-01T00:00:00Z' }],
    ['a date as a number', { occurredAt: 1_700_000_000 }],
    ['two ways to name the customer', { customer: { reference: 'anna', phone: '+79120000000' } }],
    ['no way to name the customer', { customer: {} }],
    ['no idempotency key', { idempotencyKey: undefined }],
    ['an unknown field', { surprise: 1 }],
  ]
  test.each(cases)('%s', async (_name, overrides) => {
    const answer = await leavingNothing(() => api.call(RECORD, { input: sale(overrides) }, { key }))
    expect(answer.errors[0]?.extensions).toMatchObject({ code: 'BAD_USER_INPUT', retryable: false })
    expect(answer.status).toBe(400)
    expect(answer.data ?? null).toBeNull()
  })

  test('the same in the document itself', async () => {
    for (const literal of ['1', '1.5', '"1e3"', 'true', '{}']) {
      const query = `mutation { purchaseRecord(input: { customer: { reference: "anna" }, receiptRef: "L", total: { amountMinor: ${literal} }, idempotencyKey: "L" }) { __typename } }`
      const { status, errors } = await leavingNothing(() => api.call(query, {}, { key }))
      expect([literal, status, errors[0]?.extensions.code]).toEqual([literal, 400, 'BAD_USER_INPUT'])
    }
  })
})

describe('refusals of business: typed, 200, with the path, nothing written', () => {
  const cases: [string, Record<string, unknown>, string, string[]][] = [
    ['a total of zero', { total: roubles(0) }, 'INVALID_INPUT', ['input', 'total']],
    ['a negative total', { total: { amountMinor: '-100' } }, 'INVALID_INPUT', ['input', 'total']],
    ['negative points', { points: '-1' }, 'INVALID_INPUT', ['input', 'points']],
    ['an empty receipt', { receiptRef: '' }, 'INVALID_INPUT', ['input', 'receiptRef']],
    ['an empty key', { idempotencyKey: '' }, 'INVALID_INPUT', ['input', 'idempotencyKey']],
    [
      'another currency',
      { total: { amountMinor: '100', currency: 'USD' } },
      'INVALID_INPUT',
      ['input', 'total', 'currency'],
    ],
    [
      'lines that do not sum up',
      { lines: [{ ref: 'a', title: 'A', total: roubles(1) }] },
      'INVALID_INPUT',
      ['input', 'lines'],
    ],
    ['a phone that is not', { customer: { phone: '12' } }, 'INVALID_INPUT', ['input', 'customer', 'phone']],
    ['an unknown customer', { customer: { reference: 'nobody' } }, 'NOT_FOUND', ['input', 'customer']],
    ['a malformed id', { customer: { id: 'cus_!' } }, 'NOT_FOUND', ['input', 'customer', 'id']],
    ["another noun's id", { customer: { id: 'mbr_1' } }, 'NOT_FOUND', ['input', 'customer', 'id']],
    [
      'more points than there are',
      { total: roubles(100_000), points: '101' },
      'INSUFFICIENT_POINTS',
      ['input', 'points'],
    ],
    ['more points than the share', { points: '51' }, 'POINTS_SHARE_EXCEEDED', ['input', 'points']],
    ['a receipt used before', { receiptRef: 'earn' }, 'RECEIPT_ALREADY_USED', ['input', 'receiptRef']],
  ]
  test.each(cases)('%s', async (_name, overrides, code, path) => {
    const { status, data, errors } = await leavingNothing(() =>
      api.call(RECORD, { input: sale(overrides) }, { key }),
    )
    expect([status, errors]).toEqual([200, []])
    const refusal = data.purchaseRecord
    expect(refusal).toMatchObject({
      code,
      retryable: false,
      docUrl: expect.stringMatching(`/errors#${code}$`),
    })
    expect(refusal.path.slice(0, path.length)).toEqual(path)
    expect(refusal.message.length).toBeGreaterThan(10)
  })

  test('a member that has not accepted the terms', async () => {
    const { data } = await leavingNothing(() =>
      api.call(
        RECORD,
        { input: sale({ customer: { id: encodePublicId('customer', town.customer('Anna').id) } }) },
        { key: town.member('asleep').apiKey },
      ),
    )
    expect(data.purchaseRecord).toMatchObject({ code: 'MEMBER_NOT_ACTIVE', memberStatus: 'INVITED' })
  })

  test('a refund of more than the bill, or of nothing that exists', async () => {
    const refund = (input: Record<string, unknown>) =>
      leavingNothing(() => api.call(REFUND, { input: { idempotencyKey: freshKey(), ...input } }, { key }))
    const more = await refund({ purchase: { receiptRef: 'earn' }, amount: roubles(2_001) })
    expect(more.data.purchaseRefund).toMatchObject({
      code: 'REFUND_EXCEEDS_PURCHASE',
      refundable: { amountMinor: '200000', currency: 'RUB' },
    })
    const none = await refund({ purchase: { receiptRef: 'nothing' } })
    expect(none.data.purchaseRefund.code).toBe('NOT_FOUND')
    const both = await refund({ purchase: { receiptRef: 'earn' }, amount: roubles(1), lines: [{ ref: 'a' }] })
    expect(both.data.purchaseRefund.code).toBe('INVALID_INPUT')
  })

  test('a hold of nothing, or of more than there is', async () => {
    const hold = (points: string) =>
      leavingNothing(() =>
        api.call(
          HOLD,
          {
            input: {
              customer: { reference: 'anna' },
              orderRef: 'o',
              bill: roubles(100_000),
              points,
              idempotencyKey: freshKey(),
            },
          },
          { key },
        ),
      )
    expect((await hold('0')).data.holdCreate.code).toBe('INVALID_INPUT')
    expect((await hold('101')).data.holdCreate).toMatchObject({
      code: 'INSUFFICIENT_POINTS',
      available: '100',
    })
  })

  test('an enrolment of somebody who is there', async () => {
    const enrol = (input: Record<string, unknown>) =>
      api.call(ENROL, { input: { name: 'Boris', consentVersion: '1', ...input } }, { key })
    const first = await enrol({ phone: '8 (912) 345-67-89' })
    expect(first.data.customerEnrol.customer).toMatchObject({
      phone: '+79123456789',
      card: { status: 'ACTIVE' },
    })
    const again = await leavingNothing(() => enrol({ phone: '+7 912 345 67 89' }))
    expect(again.data.customerEnrol).toMatchObject({
      code: 'ALREADY_EXISTS',
      existingId: first.data.customerEnrol.customer.id,
    })
    const nameless = await leavingNothing(() => enrol({ name: ' ' }))
    expect(nameless.data.customerEnrol).toMatchObject({ code: 'INVALID_INPUT', path: ['input', 'name'] })
  })
})

test('amounts at the edge of 64 bits are exact', async () => {
  const edge = '9223372036854775807'
  const { data } = await api.call(
    RECORD,
    { input: sale({ receiptRef: 'edge', total: { amountMinor: edge } }) },
    { key },
  )
  // Either exact or refused in words: never rounded, never wrapped.
  const { __typename, code, purchase } = data.purchaseRecord
  if (__typename === 'PurchaseRecordPayload') expect(purchase.total.amountMinor).toBe(edge)
  else expect(code).toBe('INVALID_INPUT')
  const odd = await api.call(
    RECORD,
    { input: sale({ receiptRef: 'odd', total: { amountMinor: '9007199254740993' } }) },
    { key },
  )
  expect(odd.data.purchaseRecord.purchase?.total.amountMinor ?? odd.data.purchaseRecord.code).toMatch(
    /^(9007199254740993|INVALID_INPUT)$/,
  )
})
