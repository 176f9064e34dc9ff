import { encodePublicId } from '@artel/use-cases'
import { aCoalition, type BuiltCoalition, ISSUE_FUNDED_TERMS } from '@artel/use-cases/testing'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { ADJUST, freshKey, PROMO, RECORD, roubles } from '../../testing/operations.ts'
import { startTestApi, type TestApi } from '../../testing/test-api.ts'

let api: TestApi
let town: BuiltCoalition
beforeAll(async () => {
  api = await startTestApi()
  const breakage = { breakageIssuerBps: 0, breakagePromoFundBps: 10_000, breakageOperatorBps: 0 }
  town = await aCoalition({ terms: { ...ISSUE_FUNDED_TERMS, ...breakage, expiryMonths: 1 } })
    .withMember('wash')
    .withCustomer('Anna')
    .open(api.store)
  // What one person gives in a day is not what is asked about here.
  await api.store.prisma.coalition.update({
    where: { id: town.id },
    data: { adjustmentLimitPoints: 10_000n },
  })
  const sale = { customer: anna(), receiptRef: 'R-1', total: roubles(20_000), points: '0' }
  await send(RECORD, sale, town.member('wash').apiKey)
  const forward = `mutation ($input: ClockAdvanceInput!) { clockAdvance(input: $input) { __typename } }`
  const { errors } = await api.call(forward, { input: { seconds: 40 * 86_400 } }, { key: town.adminKey })
  expect(errors).toEqual([])
})
afterAll(() => api.stop())

const anna = () => ({ id: encodePublicId('customer', town.customer('Anna').id) })
async function send(document: string, input: Record<string, unknown>, key = town.adminKey) {
  const { data, errors } = await api.call(
    document,
    { input: { idempotencyKey: freshKey(), ...input } },
    { key },
  )
  if (errors.length > 0) throw new Error(errors.map(({ message }) => message).join())
  return Object.values(data as Record<string, Record<string, unknown>>)[0] ?? {}
}
const awarding = (points: string, key?: string) =>
  send(PROMO, { customer: anna(), points, fromPromoFund: true }, key)

test('an administrator awards out of the promo fund, whose points name no member anywhere', async () => {
  const awarded = await awarding('100')
  expect(awarded).toMatchObject({
    ...{ points: '100', balanceAfter: '100' },
    entries: [{ kind: 'PROMO', points: '100', member: null }],
  })
  const query = `query ($by: CustomerBy!) {
    customer(by: $by) { wallet { lots { issuer { id } remaining } } }
    coalition { coverage { covered byIssuer { member { id } outstandingPoints contingent { amountMicros } } } } }`
  const { data, errors } = await api.call(query, { by: anna() }, { key: town.adminKey })
  expect(errors).toEqual([])
  expect(data.customer.wallet.lots).toEqual([{ issuer: null, remaining: '100' }])
  expect(data.coalition.coverage).toEqual({
    covered: true,
    byIssuer: [{ member: null, outstandingPoints: '100', contingent: { amountMicros: '0' } }],
  })
  const seen = `query ($by: CustomerBy!) { customer(by: $by) { wallet { elsewhere lots { remaining } } } }`
  const washed = await api.call(seen, { by: anna() }, { key: town.member('wash').apiKey })
  expect(washed.data.customer.wallet).toEqual({ elsewhere: '100', lots: [] })
  const [entry] = awarded.entries as { id: string }[]
  const undone = await send(ADJUST, {
    ...{ customer: anna(), points: '-100', kind: 'CORRECTION', reason: 'The wrong Anna' },
    correctsEntryId: entry?.id,
  })
  expect(undone).toMatchObject({ balanceAfter: '0' })
})

test('what the fund lacks is refused with what it has, and a member gets none of it', async () => {
  const short = `mutation ($input: PromoAwardInput!) { promoAward(input: $input) { __typename
    ... on PromoFundShortError { code path fund { amountMicros } needed { amountMicros } } } }`
  expect(await send(short, { customer: anna(), points: '901', fromPromoFund: true })).toEqual({
    __typename: 'PromoFundShortError',
    ...{ code: 'PROMO_FUND_SHORT', path: ['input', 'points'] },
    ...{ fund: { amountMicros: '900000000' }, needed: { amountMicros: '901000000' } },
  })
  expect(await awarding('1', town.member('wash').apiKey)).toMatchObject({
    ...{ code: 'INVALID_INPUT', path: ['input', 'fromPromoFund'] },
  })
})
