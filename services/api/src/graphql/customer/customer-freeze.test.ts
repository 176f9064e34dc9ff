import { encodePublicId, recordPurchase } from '@artel/use-cases'
import { aCoalition, aSale, type BuiltCoalition, codeFor } from '@artel/use-cases/testing'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { freshKey, roubles } from '../../testing/operations.ts'
import { startTestApi, type TestApi } from '../../testing/test-api.ts'

const REFUSAL = '... on UserError { code path retryable }'
const FREEZE = `mutation ($input: CustomerFreezeInput!) { customerFreeze(input: $input) {
  ... on CustomerFreezePayload { customer { frozenAt } } ${REFUSAL} } }`
const UNFREEZE = `mutation ($input: CustomerUnfreezeInput!) { customerUnfreeze(input: $input) {
  ... on CustomerFreezePayload { customer { frozenAt } } ${REFUSAL} } }`
const RECORD = `mutation ($input: PurchaseRecordInput!) { purchaseRecord(input: $input) {
  ... on PurchaseRecordPayload { replayed } ${REFUSAL}
  ... on CustomerFrozenError { customerId }
  ... on SpendingLimitReachedError { reached left retryAt } } }`
const READ = `query ($by: CustomerBy!) { customer(by: $by) { frozenAt freezes { kind by reason } } }`
const UPDATE = `mutation ($input: CoalitionUpdateInput!) { coalitionUpdate(input: $input) {
  ... on CoalitionUpdatePayload { coalition {
    hourlySpendingLimitPoints dailySpendingLimitPoints hourlySpendingLimitCount dailyAwardLimitPoints
  } } ${REFUSAL} } }`

let api: TestApi
let town: BuiltCoalition
let wash: { readonly key: string }
let admin: { readonly key: string }
let anna: { readonly id: string }
beforeAll(async () => {
  api = await startTestApi()
  town = await aCoalition().withMember('wash').withCustomer('Anna', { phone: '+79125550117' }).open(api.store)
  wash = { key: town.member('wash').apiKey }
  admin = { key: town.adminKey }
  anna = { id: encodePublicId('customer', town.customer('Anna').id) }
  await recordPurchase(town.member('wash').context, aSale({ id: town.customer('Anna').id }))
})
afterAll(() => api.stop())

const spending = (points: string) => ({
  ...{ customer: anna, receiptRef: freshKey(), total: roubles(1_000), points },
  idempotencyKey: freshKey(),
})
const record = async (input: object) => (await api.call(RECORD, { input }, wash)).data.purchaseRecord

test('a till freezes, the sale that is refused names the customer, and goes on after the code', async () => {
  const frozen = await api.call(FREEZE, { input: { customer: anna, reason: 'lost phone' } }, wash)
  expect(frozen.data.customerFreeze).toEqual({ customer: { frozenAt: expect.any(String) } })
  const sale = spending('10')
  expect(await record(sale)).toEqual({
    ...{ code: 'CUSTOMER_FROZEN', path: ['input', 'customer'], retryable: false, customerId: anna.id },
  })
  const without = await api.call(UNFREEZE, { input: { customer: anna } }, wash)
  expect(without.data.customerUnfreeze).toMatchObject({ code: 'CONFIRMATION_REQUIRED' })
  const { id, code } = await codeFor(town.member('wash').context, {
    ...{ purpose: 'UNFREEZE', customer: { id: town.customer('Anna').id } },
  })
  const confirmation = { id: encodePublicId('confirmation', id), code }
  const free = await api.call(UNFREEZE, { input: { customer: anna, confirmation } }, wash)
  expect(free.data.customerUnfreeze).toEqual({ customer: { frozenAt: null } })
  expect(await record(sale)).toEqual({ replayed: false })
})

test('administrators see who froze and why; a member sees that points are frozen, and no more', async () => {
  const input = { customer: anna, reason: 'reported' }
  await api.call(FREEZE, { input }, admin)
  const seen = await api.call(READ, { by: anna }, wash)
  expect(seen.data.customer).toEqual({ frozenAt: expect.any(String), freezes: [] })
  const { data } = await api.call(READ, { by: anna }, admin)
  expect(data.customer.freezes[0]).toEqual({ kind: 'FROZEN', by: 'ADMIN', reason: 'reported' })
  const silent = await api.call(UNFREEZE, { input: { customer: anna } }, admin)
  expect(silent.data.customerUnfreeze).toMatchObject({ code: 'INVALID_INPUT', path: ['input', 'reason'] })
  await api.call(UNFREEZE, { input }, admin)
  expect((await api.call(READ, { by: anna }, wash)).data.customer.frozenAt).toBeNull()
})

test('an administrator sets limits over time, which a sale is refused by with when to try again', async () => {
  const limits = {
    ...{ hourlySpendingLimitPoints: '15', dailySpendingLimitPoints: '1000' },
    ...{ hourlySpendingLimitCount: 9, dailyAwardLimitPoints: '50' },
  }
  const { data } = await api.call(UPDATE, { input: limits }, admin)
  expect(data.coalitionUpdate).toEqual({ coalition: limits })
  expect(await record(spending('6'))).toEqual({
    ...{ code: 'SPENDING_LIMIT_REACHED', path: ['input', 'points'], retryable: true },
    ...{ reached: 'POINTS_PER_HOUR', left: '5', retryAt: expect.any(String) },
  })
  const off = Object.fromEntries(Object.keys(limits).map((name) => [name, null]))
  expect((await api.call(UPDATE, { input: off }, admin)).data.coalitionUpdate).toEqual({ coalition: off })
  expect(await record(spending('6'))).toEqual({ replayed: false })
})
