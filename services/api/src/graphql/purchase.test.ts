import { aCoalition } from '@artel/use-cases/testing'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { startTestApi, type TestApi } from '../testing/test-api.ts'

let api: TestApi
beforeAll(async () => {
  api = await startTestApi()
})
afterAll(() => api.stop())

test('first', async () => {
  const built = await aCoalition().withMember('wash').withCustomer('Anna').open(api.store)
  const a = await api.call(
    'mutation ($i: PurchaseRecordInput!) { purchaseRecord(input: $i) { __typename ... on PurchaseRecordPayload { replayed balanceAfter purchase { id receiptRef total { amountMinor currency } member { name } customer { name wallet { balance available } } } } ... on UserError { code message path docUrl } } }',
    { i: { customer: { reference: 'x' }, receiptRef: 'R1', total: { amountMinor: '10000' }, idempotencyKey: 'k' } },
    { key: built.member('wash').apiKey },
  )
  console.log(JSON.stringify(a, null, 1), api.logLines)
  expect(a.status).toBe(200)
})
