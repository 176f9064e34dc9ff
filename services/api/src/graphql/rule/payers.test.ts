import { verifyBooks } from '@artel/store/testing'
import { encodePublicId } from '@artel/use-cases'
import { aCoalition, type BuiltCoalition } from '@artel/use-cases/testing'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { freshKey, RECORD, roubles } from '../../testing/operations.ts'
import { startTestApi, type TestApi } from '../../testing/test-api.ts'

let api: TestApi
let town: BuiltCoalition
beforeAll(async () => {
  api = await startTestApi()
  town = await aCoalition()
    .withMember('wash')
    .withMember('cafe')
    .withMember('tyres')
    .withCustomer('Anna')
    .open(api.store)
})
afterAll(() => api.stop())

const key = (handle: string) => town.member(handle).apiKey
const publicId = (handle: string) => encodePublicId('member', town.member(handle).id)

async function call(query: string, variables: Record<string, unknown>, by: string) {
  const { data, errors } = await api.call(query, variables, { key: by })
  expect(errors).toEqual([])
  return data
}

const RULE = `rule { id version status member { handle } sentence(language: EN) ru: sentence(language: RU)
  acceptances { payer { handle } answer } definition { at { handle } pays { member { handle } shareBps } maxPerPurchase { amountMinor } } }`
const step = (
  name: string,
  type: string,
) => `mutation ($input: ${type}!) { ${name}(input: $input) { __typename
  ... on RulePayload { ${RULE} } ... on InvalidInputError { path message } } }`
const PURCHASE_RULES = `query ($id: ID!) { purchase(by: { id: $id }) { rules { points paidBy { payer { handle } points discount { amountMinor } } } } }`

describe('a rule at the cost of another member', () => {
  test('waits for the yes of that member, then gives at its cost, is seen by both, and goes back with the refund', async () => {
    const definition = {
      name: { en: 'Neighbours', ru: 'Соседи' },
      schedule: { fromDay: '2026-01-01' },
      give: [{ pointsFixed: '100' }, { discountPercentBps: 1_000 }],
      pays: [
        { memberId: publicId('cafe'), shareBps: 6_000 },
        { memberId: publicId('wash'), shareBps: 4_000 },
      ],
      maxPerPurchase: roubles(300),
    }
    const drafted = (await call(step('ruleDraft', 'RuleDraftInput'), { input: { definition } }, key('wash')))
      .ruleDraft
    const { id } = drafted.rule
    expect(drafted.rule).toMatchObject({
      ...{
        version: 1,
        member: { handle: 'wash' },
        acceptances: [{ payer: { handle: 'cafe' }, answer: 'ASKED' }],
      },
      sentence: expect.stringMatching(
        /worth at most RUB\s300.00 a purchase, paid by cafe 60\s% and wash 40\s%$/,
      ),
      ru: expect.stringMatching(/на сумму не больше 300,00\s₽ за чек, платят cafe 60\s% и wash 40\s%$/),
      definition: { at: null, maxPerPurchase: { amountMinor: '30000' } },
    })
    await call(step('ruleSchedule', 'RuleStepInput'), { input: { id } }, key('wash'))
    const asked = `query { rulesAsked(first: 5) { nodes { version answer rule { id } } } }`
    expect((await call(asked, {}, key('cafe'))).rulesAsked.nodes).toEqual([
      { version: 1, answer: 'ASKED', rule: { id } },
    ])
    expect((await call(asked, {}, key('tyres'))).rulesAsked.nodes).toEqual([])
    const yes = { input: { id, version: 1 } }
    expect((await call(step('ruleAccept', 'RuleAnswerInput'), yes, key('tyres'))).ruleAccept.__typename).toBe(
      'NotFoundError',
    )
    expect(
      (await call(step('ruleAccept', 'RuleAnswerInput'), yes, key('cafe'))).ruleAccept.rule.acceptances,
    ).toEqual([{ payer: { handle: 'cafe' }, answer: 'ACCEPTED' }])

    const input = {
      ...{
        customer: { id: encodePublicId('customer', town.customer('Anna').id) },
        total: roubles(1_000),
        points: '0',
      },
      ...{ receiptRef: freshKey(), idempotencyKey: freshKey() },
    }
    const { purchaseRecord } = await call(RECORD, { input }, key('wash'))
    const { id: purchaseId } = purchaseRecord.purchase
    const seen = (await call(PURCHASE_RULES, { id: purchaseId }, key('wash'))).purchase.rules
    expect(seen).toEqual([
      {
        points: '100',
        paidBy: [
          { payer: { handle: 'cafe' }, points: '60', discount: { amountMinor: '6000' } },
          { payer: { handle: 'wash' }, points: '40', discount: { amountMinor: '4000' } },
        ],
      },
    ])
    const costs = `query ($id: ID!) { rule(id: $id) { costs { purchases points discount { amountMinor } payer { handle } } } }`
    const ofCafe = [
      { purchases: 1, points: '60', discount: { amountMinor: '6000' }, payer: { handle: 'cafe' } },
    ]
    expect((await call(costs, { id }, key('cafe'))).rule.costs).toEqual(ofCafe)
    expect((await call(costs, { id }, key('wash'))).rule.costs).toHaveLength(2)
    const refund = `mutation ($input: PurchaseRefundInput!) { purchaseRefund(input: $input) { __typename } }`
    const all = { input: { purchase: { id: purchaseId }, reason: 'Returned', idempotencyKey: freshKey() } }
    expect((await call(refund, all, key('wash'))).purchaseRefund.__typename).toBe('PurchaseRefundPayload')
    expect((await call(costs, { id }, key('cafe'))).rule.costs).toMatchObject([{ points: '60' }])
    expect((await verifyBooks({ databaseUrl: api.databaseUrl, coalitionId: town.id })).findings).toEqual([])
  })

  test('of the coalition is drafted by an administrator and seen, once scheduled, by the members at whom it holds, paid by the fund unless told otherwise', async () => {
    const definition = {
      ...{
        name: { en: 'Town', ru: 'Город' },
        schedule: { fromDay: '2026-01-01' },
        give: [{ pointsFixed: '5' }],
      },
      ...{ at: [publicId('tyres')], maxPerPurchase: roubles(5) },
    }
    const { ruleDraft } = await call(
      step('ruleDraft', 'RuleDraftInput'),
      { input: { definition } },
      town.adminKey,
    )
    expect(ruleDraft.rule).toMatchObject({
      ...{
        member: null,
        acceptances: [],
        definition: { at: [{ handle: 'tyres' }], pays: [{ member: null, shareBps: 10_000 }] },
      },
      sentence: expect.stringMatching(/at tyres, paid by the promo fund$/),
    })
    const one = `query ($id: ID!) { rule(id: $id) { id } }`
    const { id } = ruleDraft.rule
    expect((await call(one, { id }, key('tyres'))).rule).toBeNull()
    await call(step('ruleSchedule', 'RuleStepInput'), { input: { id } }, town.adminKey)
    expect((await call(one, { id }, key('tyres'))).rule).toEqual({ id })
    expect((await call(one, { id }, key('cafe'))).rule).toBeNull()
    const refused = await call(step('ruleDraft', 'RuleDraftInput'), { input: { definition } }, key('cafe'))
    expect(refused.ruleDraft).toMatchObject({
      __typename: 'InvalidInputError',
      path: ['input', 'definition', 'at'],
    })
  })
})
