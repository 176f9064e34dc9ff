import { points } from '@artel/ledger'
import { encodePublicId, giveDueOccasions, updateMember } from '@artel/use-cases'
import { aCoalition, aRunningRule, type BuiltCoalition } from '@artel/use-cases/testing'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { freshKey, persistedId, RECORD, roubles } from '../../testing/operations.ts'
import { callApi, startTestApi, type TestApi } from '../../testing/test-api.ts'

let api: TestApi
let town: BuiltCoalition
beforeAll(async () => {
  api = await startTestApi()
  town = await aCoalition().withMember('wash').withCustomer('Anna').withCustomer('Boris').open(api.store)
  await updateMember(town.member('wash').context, { linkPages: ['https://wash.example/join'] })
})
afterAll(() => api.stop())

const customer = (name: string) => ({ id: encodePublicId('customer', town.customer(name).id) })
async function call(query: string, variables: object) {
  const { data, errors } = await api.call(query, { ...variables }, { key: town.member('wash').apiKey })
  expect(errors).toEqual([])
  return data
}
const referralOf = async (name: string) =>
  (
    await call(
      `query ($by: CustomerBy!) { customer(by: $by) { referral { code url friends waiting points isReferred } } }`,
      { by: customer(name) },
    )
  ).customer.referral
const bind = async (name: string, code: string) =>
  (
    await call(
      `mutation ($input: ReferralBindInput!) { referralBind(input: $input) { __typename
        ... on ReferralBindPayload { boundAt customer { id } }
        ... on OwnReferralError { code because } ... on UserError { code } } }`,
      { input: { customer: customer(name), code } },
    )
  ).referralBind

test('a code is shown, leads to a page, binds a friend, and the points come', async () => {
  const give = [{ kind: 'POINTS_FIXED', points: points(300n) }] as const
  await aRunningRule(town, 'wash', { when: { on: 'REFERRER' }, give })
  const { code, url, ...none } = await referralOf('Anna')
  expect(none).toEqual({ friends: 0, waiting: 0, points: '0', isReferred: false })
  expect(url).toBe(`${api.url}/r/${code}`)
  const visit = await fetch(url, { redirect: 'manual' })
  expect([visit.status, visit.headers.get('location')]).toEqual([
    302,
    `https://wash.example/join?ref=${code}`,
  ])
  expect(await bind('Anna', code)).toMatchObject({ code: 'OWN_REFERRAL', because: 'SELF' })
  expect(await bind('Boris', code.toLowerCase().replace('-', ''))).toMatchObject({
    customer: customer('Boris'),
  })
  expect(await bind('Boris', code)).toMatchObject({ code: 'ALREADY_REFERRED' })
  const bill = { receiptRef: freshKey(), total: roubles(1000), idempotencyKey: freshKey() }
  await call(RECORD, { input: { customer: customer('Boris'), ...bill } })
  const worker = { store: api.store, principal: { kind: 'operator' } } as const
  await giveDueOccasions(worker, { coalitionId: town.id, limit: 100 })
  expect(await referralOf('Anna')).toMatchObject({ friends: 1, waiting: 0, points: '300' })
  expect(await referralOf('Boris')).toMatchObject({ isReferred: true, friends: 0 })
})

test('a customer reads by what the widget sends its code and what rules give for a friend, told from the others', async () => {
  const give = [{ kind: 'POINTS_FIXED', points: points(7n) }] as const
  await aRunningRule(town, 'wash', { when: { on: 'REFERRED' }, give })
  await aRunningRule(town, 'wash', { give })
  const { widgetSessionCreate } = await call(
    `mutation ($id: ID!) { widgetSessionCreate(input: { customer: { id: $id } }) { ... on WidgetSessionCreatePayload { token } } }`,
    customer('Boris'),
  )
  const asked = { documentId: persistedId('WidgetRefer'), variables: { language: 'RU' } }
  const { data, errors } = await callApi(api.url, asked, { key: widgetSessionCreate.token })
  expect(errors).toEqual([])
  expect(data.viewer.customer.referral).toMatchObject({
    code: expect.stringMatching(/^[0-9A-Z]{5}-/),
    friends: 0,
  })
  const offers: { on: string | null; sentence: string }[] = data.offers.nodes
  expect(offers.map(({ on }) => on)).toEqual([null, 'REFERRED', 'REFERRER'])
  expect(offers.find(({ on }) => on === 'REFERRED')?.sentence).toContain('7\u00a0баллов')
})

test('an enrolment takes the code, and refuses one that nobody has', async () => {
  const { code } = await referralOf('Anna')
  const enrol = async (referralCode: string) =>
    (
      await call(
        `mutation ($input: CustomerEnrolInput!) { customerEnrol(input: $input) { ... on CustomerEnrolPayload { customer { referral { isReferred } } }
          ... on InvalidInputError { path } } }`,
        { input: { name: 'Dina', consentVersion: '1', referralCode } },
      )
    ).customerEnrol
  expect(await enrol(code)).toEqual({ customer: { referral: { isReferred: true } } })
  expect(await enrol('no code')).toEqual({ path: ['input', 'referralCode'] })
})
