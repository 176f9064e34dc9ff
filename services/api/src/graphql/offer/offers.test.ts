import { createRequire } from 'node:module'
import { acceptRule, draftRule, encodePublicId, scheduleRule, updateMember } from '@artel/use-cases'
import { aCoalition, type BuiltCoalition } from '@artel/use-cases/testing'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { roubles } from '../../testing/operations.ts'
import { callApi, startTestApi, type TestApi } from '../../testing/test-api.ts'

/** What the widget sends, by the name of the operation. */
const persisted: [string, string][] = Object.entries(
  createRequire(import.meta.url)('@artel/schema/persisted-operations.json'),
)
const hashOf = (operation: string) => persisted.find(([, text]) => text.includes(`${operation}(`))?.[0]

let api: TestApi
let town: BuiltCoalition
let other: BuiltCoalition
let offerId: string
beforeAll(async () => {
  api = await startTestApi()
  town = await aCoalition()
    .withMember('service', { name: 'Motor Yard', kind: 'AUTO_SERVICE' })
    .withMember('wash', { name: 'Blesk', kind: 'CAR_WASH' })
    .withCustomer('Anna')
    .open(api.store)
  other = await aCoalition().withMember('far').open(api.store)
  const { service, wash } = { service: town.member('service'), wash: town.member('wash') }
  await updateMember(wash.context, {
    ...{ linkPages: ['https://wash.example/'], allowedOrigins: ['https://wash.example'] },
  })
  const voucher = {
    ...{ at: [wash.id], validDays: 14, discountPercentBps: 2_000, maxPerUse: amount(30_000n) },
  }
  const { rule } = await draftRule(service.context, {
    definition: {
      name: { en: 'A wash after the oil', ru: 'Мойка после масла' },
      if: { anyLine: { categories: ['service/oil'] } },
      schedule: { fromDay: '2026-01-01', toDay: '2099-12-31' },
      give: [{ voucher }],
      limits: { budget: { vouchers: 777, per: 'MONTH' } },
    },
  })
  await scheduleRule(service.context, { id: rule.id })
  await acceptRule(wash.context, { id: rule.id, version: 1 })
  offerId = encodePublicId('rule', rule.id)
})
afterAll(() => api.stop())

const amount = (amountMinor: bigint) => ({ amountMinor, currency: 'RUB' }) as never
const memberId = (of: BuiltCoalition, handle: string) => encodePublicId('member', of.member(handle).id)

/** What a page of the widget sends, with a token or without. */
const send = (operation: string, variables: object, token?: string, origin = 'https://wash.example') =>
  callApi(
    api.url,
    { variables, extensions: { persistedQuery: { version: 1, sha256Hash: hashOf(operation) } } },
    { ...(token === undefined ? {} : { key: token }), headers: { origin } },
  )

async function tokenOf(handle: string) {
  const customer = { id: encodePublicId('customer', town.customer('Anna').id) }
  const query = `mutation ($input: WidgetSessionCreateInput!) { widgetSessionCreate(input: $input) {
    ... on WidgetSessionCreatePayload { token } } }`
  const { data } = await api.call(query, { input: { customer } }, { key: town.member(handle).apiKey })
  return data.widgetSessionCreate.token
}

test('a stranger and a customer read the same offer by what the widget sends, in the language of the page, and nothing of its budget', async () => {
  const variables = { memberId: memberId(town, 'wash'), first: 20, language: 'EN' }
  const { data, errors } = await send('WidgetOffers', variables)
  expect(errors).toEqual([])
  expect(data.offers).toEqual({
    nodes: [
      {
        ...{ id: offerId, name: 'A wash after the oil', lastDay: '2099-12-31' },
        member: { name: 'Motor Yard' },
        takenAt: [{ name: 'Blesk' }],
        sentence: expect.stringContaining('20\u00a0% off'),
      },
    ],
    pageInfo: { hasNextPage: false },
  })
  expect(data.offers.nodes[0].sentence).not.toContain('777')
  const token = await tokenOf('wash')
  const signedIn = await send('WidgetOffers', { first: 20, language: 'RU' }, token)
  expect(signedIn.data.offers.nodes).toMatchObject([{ id: offerId, name: 'Мойка после масла' }])
})

test('partners say what they give and take in words, and nothing that is between members', async () => {
  const variables = { memberId: memberId(town, 'wash'), first: 20, language: 'RU' }
  const { data, errors } = await send('WidgetPartners', variables)
  expect(errors).toEqual([])
  const [service, wash] = data.partners.nodes
  expect(service).toMatchObject({ member: { name: 'Motor Yard', kind: 'AUTO_SERVICE' }, site: null })
  expect(wash).toMatchObject({
    ...{ member: { name: 'Blesk' }, site: 'https://wash.example/' },
    earns: expect.stringMatching(/^\d+\u00a0% от оплаты возвращается баллами$/),
    takes: expect.stringMatching(/^Баллами можно оплатить до \d+\u00a0% чека$/),
  })
})

test('pages go on by cursors; a stranger names an active member, and callers of a coalition read their own', async () => {
  const query = `query ($memberId: ID, $after: String) { partners(memberId: $memberId, first: 1, after: $after) {
    nodes { member { handle allowedOrigins } } pageInfo { hasNextPage endCursor } } }`
  const anonymous = { memberId: memberId(town, 'wash') }
  const first = (await api.call(query, anonymous)).data.partners
  expect(first).toMatchObject({
    nodes: [{ member: { handle: 'service', allowedOrigins: null } }],
    pageInfo: { hasNextPage: true },
  })
  const second = await api.call(query, { ...anonymous, after: first.pageInfo.endCursor })
  expect(second.data.partners).toMatchObject({
    nodes: [{ member: { handle: 'wash' } }],
    pageInfo: { hasNextPage: false },
  })
  const nobody = await api.call('{ offers { nodes { id } } }')
  expect(nobody.errors).toMatchObject([{ extensions: { code: 'INVALID_INPUT' } }])
  const gone = await api.call('query ($id: ID) { offers(memberId: $id) { nodes { id } } }', {
    id: encodePublicId('member', town.customer('Anna').id),
  })
  expect([gone.errors, gone.data]).toEqual([[], { offers: null }])
  const far = await api.call(
    'query ($id: ID) { offers(memberId: $id) { nodes { id } } partners { nodes { member { handle } } } }',
    anonymous,
    { key: other.member('far').apiKey },
  )
  expect(far.data).toEqual({ offers: { nodes: [] }, partners: { nodes: [{ member: { handle: 'far' } }] } })
})

test('a voucher is read by what the wallet sends, with where it is taken', async () => {
  const query = `mutation ($input: PurchaseRecordInput!) { purchaseRecord(input: $input) { __typename } }`
  const customer = { id: encodePublicId('customer', town.customer('Anna').id) }
  const lines = [{ ref: '1', total: roubles(1_000), title: 'Oil', category: 'service/oil' }]
  const input = { customer, receiptRef: 'R-1', total: roubles(1_000), lines, idempotencyKey: 'R-1-0000-0000' }
  const sold = await api.call(query, { input }, { key: town.member('service').apiKey })
  expect(sold.data.purchaseRecord.__typename).toBe('PurchaseRecordPayload')
  const { data } = await send('WidgetBenefits', { language: 'EN' }, await tokenOf('wash'))
  expect(data.viewer.customer.wallet).toMatchObject({
    vouchers: [
      { state: 'ISSUED', at: [{ name: 'Blesk' }], sentence: expect.stringContaining('20\u00a0% off') },
    ],
    tiers: [],
  })
})
