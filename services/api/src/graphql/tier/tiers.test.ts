import { encodePublicId } from '@artel/use-cases'
import { aCoalition, type BuiltCoalition } from '@artel/use-cases/testing'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { freshKey, REFUND, roubles } from '../../testing/operations.ts'
import { startTestApi, type TestApi } from '../../testing/test-api.ts'

let api: TestApi
let town: BuiltCoalition
beforeAll(async () => {
  api = await startTestApi()
  town = await aCoalition().withMember('wash').withMember('cafe').withCustomer('Anna').open(api.store)
})
afterAll(() => api.stop())

const TIERS = `tiers { ladder { member { handle } } tier { name(language: EN) } sinceDay reviewDay
  value { spend { amountMinor } visits } next { tier { name(language: EN) } missing { spend { amountMinor currency } visits } } }`

async function mutate(name: string, type: string, input: object, selection: string, key: string) {
  const query = `mutation ($input: ${type}!) { ${name}(input: $input) { __typename ${selection}
    ... on UserError { code } ... on InvalidInputError { path } } }`
  const { data, errors } = await api.call(query, { input }, { key })
  expect(errors).toEqual([])
  return data[name]
}

const create = (input: object, key: string) =>
  mutate(
    'tierLadderCreate',
    'TierLadderCreateInput',
    input,
    '... on TierLadderPayload { ladder { id measure windowDays tiers { id position spend { amountMinor } visits } } }',
    key,
  )

async function sell(key: string) {
  const customer = { id: encodePublicId('customer', town.customer('Anna').id) }
  const input = { customer, receiptRef: freshKey(), total: roubles(1_000), idempotencyKey: freshKey() }
  const selection = '... on PurchaseRecordPayload { purchase { id pointsEarned } }'
  return (await mutate('purchaseRecord', 'PurchaseRecordInput', input, selection, key)).purchase
}

async function tiersSeenBy(key: string) {
  const by = { id: encodePublicId('customer', town.customer('Anna').id) }
  const query = `query ($by: CustomerBy!) { customer(by: $by) { wallet { ${TIERS} } } }`
  const { data, errors } = await api.call(query, { by }, { key })
  expect(errors).toEqual([])
  return data.customer.wallet.tiers
}

test('a customer reaches a tier, has what it brings from the next sale on, and keeps it through a refund', async () => {
  const wash = town.member('wash').apiKey
  const ladder = {
    ...{ measure: 'SPEND', windowDays: 30, graceDays: 5 },
    tiers: [
      { name: { en: 'Silver', ru: 'Серебро' }, spend: roubles(1_000) },
      { name: { en: 'Gold', ru: 'Золото' }, spend: roubles(9_000) },
    ],
  }
  const { ladder: made } = await create(ladder, town.adminKey)
  expect(made).toMatchObject({ measure: 'SPEND', tiers: [{ position: 1 }, { position: 2 }] })
  expect(await create(ladder, town.adminKey)).toMatchObject({ code: 'LADDER_OPEN' })
  const definition = {
    ...{
      name: { en: 'Silver', ru: 'Серебру' },
      schedule: { fromDay: '2026-01-01' },
      give: [{ pointsFixed: '10' }],
    },
    if: { customer: { tiers: [made.tiers[0].id] } },
  }
  const { rule } = await mutate(
    ...(['ruleDraft', 'RuleDraftInput', { definition }] as const),
    '... on RulePayload { rule { id sentence(language: EN) definition { if { tiers { id en } } } } }',
    wash,
  )
  expect(rule).toMatchObject({
    sentence: expect.stringContaining('with the tier «Silver»'),
    definition: { if: { tiers: [{ id: made.tiers[0].id, en: 'Silver' }] } },
  })
  await mutate('ruleSchedule', 'RuleStepInput', { id: rule.id }, '', wash)
  const first = await sell(wash)
  expect([first.pointsEarned, (await sell(wash)).pointsEarned]).toEqual(['50', '60'])
  const input = {
    purchase: { id: first.id },
    reason: 'Wrong oil',
    amount: roubles(1_000),
    idempotencyKey: freshKey(),
  }
  await api.call(REFUND, { input }, { key: wash })
  // Of the coalition's ladder a member is told the tier, and not what was done for it, which may be elsewhere.
  expect(await tiersSeenBy(wash)).toMatchObject([
    { tier: { name: 'Silver' }, value: { spend: null }, next: null, sinceDay: null, reviewDay: null },
  ])
  expect(await tiersSeenBy(town.adminKey)).toMatchObject([
    {
      ...{ ladder: { member: null }, tier: { name: 'Silver' }, value: { spend: { amountMinor: '100000' } } },
      next: { tier: { name: 'Gold' }, missing: { spend: { amountMinor: '800000', currency: 'RUB' } } },
    },
  ])
  expect((await sell(wash)).pointsEarned).toBe('60')
  const end = { id: made.id }
  expect(await mutate('tierLadderEnd', 'TierLadderEndInput', end, '', town.adminKey)).toMatchObject({
    code: 'LADDER_IN_USE',
  })
  expect(await mutate('tierLadderEnd', 'TierLadderEndInput', end, '', wash)).toMatchObject({
    code: 'NOT_FOUND',
  })
})

test("of a member's ladder other members see nothing", async () => {
  const ladder = {
    ...{ measure: 'VISITS', windowDays: 30, graceDays: 0 },
    tiers: [{ name: { en: 'Guest', ru: 'Гость' }, visits: 3 }],
  }
  const cafe = town.member('cafe').apiKey
  await create(ladder, cafe)
  const owners = async (key: string) =>
    (await tiersSeenBy(key)).map((one: { ladder: { member: unknown } }) => one.ladder.member)
  expect(await owners(town.member('wash').apiKey)).toEqual([null])
  expect(await owners(cafe)).toEqual([null, { handle: 'cafe' }])
  const { data } = await api.call(
    '{ tierLadders { member { handle } } }',
    {},
    { key: town.member('wash').apiKey },
  )
  expect(data.tierLadders).toEqual([{ member: null }])
})
