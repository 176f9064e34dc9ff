import { createHash } from 'node:crypto'
import { createRequire } from 'node:module'
import { encodePublicId, publishConsentText } from '@artel/use-cases'
import { aCoalition, type BuiltCoalition } from '@artel/use-cases/testing'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { tokenOf } from '../../testing/access-world.ts'
import { callApi, startTestApi, type TestApi } from '../../testing/test-api.ts'

const PERSISTED: Record<string, string> = createRequire(import.meta.url)(
  '@artel/schema/persisted-operations.json',
)

let api: TestApi
let town: BuiltCoalition
beforeAll(async () => {
  api = await startTestApi()
  town = await aCoalition()
    .withMember('wash', { allowedOrigins: ['https://wash.example'] })
    .withMember('parts')
    .withCustomer('Anna', { phone: '+79125550144' })
    .withCustomer('Boris')
    .open(api.store)
  const words = { version: '1', textEn: 'Write to me.', textRu: 'Пишите мне.' }
  await publishConsentText(town.adminContext, { purpose: 'MARKETING_SMS', ...words })
})
afterAll(() => api.stop())

const anna = () => ({ id: encodePublicId('customer', town.customer('Anna').id) })
const RECORD = `mutation ($input: ConsentRecordInput!) { consentRecord(input: $input) {
  ... on ConsentPayload { consent { id given textHash member { handle } proof } customer { id } }
  ... on UserError { code path } } }`
const CONSENTS = `query ($by: CustomerBy!) { customer(by: $by) {
  consents { purpose given textVersion source proof member { handle } recordedBy }
  consentHistory(first: 1) { nodes { id given } pageInfo { hasNextPage } } } }`
const ERASE = `mutation ($input: CustomerEraseInput!) { customerErase(input: $input) {
  ... on CustomerErasePayload { customer { id status name phone card { number } erasedAt } points tracesLeft replayed }
  ... on UserError { code path } } }`

/** What a page does with a token: it names one of the persisted documents by the hash of its text. */
async function own(operation: string, variables: Record<string, unknown>, name = 'Anna') {
  const found = Object.entries(PERSISTED).find(([, text]) => text.includes(` ${operation}`))
  if (!found) throw new Error(`${operation} is no persisted operation`)
  const [documentId, text] = found
  expect(createHash('sha256').update(text).digest('hex')).toBe(documentId)
  const key = await tokenOf(api, { town, other: town, ids: {}, tillSecret: '' }, name)
  return callApi(api.url, { documentId, variables }, { key })
}

test('a member records a consent, the customer reads and takes it back with a token of its own', async () => {
  const consent = { purpose: 'MARKETING_SMS', textVersion: '1', source: 'PAPER', proof: 'form-9' }
  const { data } = await api.call(
    RECORD,
    { input: { customer: anna(), consent } },
    { key: town.member('wash').apiKey },
  )
  expect(data.consentRecord).toMatchObject({
    consent: {
      given: true,
      proof: 'form-9',
      member: { handle: 'wash' },
      textHash: expect.stringMatching(/^\w{64}$/),
    },
    customer: anna(),
  })
  const read = await own('OwnConsents', {})
  expect(read.data.viewer.customer.consents).toMatchObject([
    { purpose: 'MARKETING_SMS', given: true, textVersion: '1' },
    { purpose: 'PERSONAL_DATA', given: true },
  ])
  const input = { purpose: 'MARKETING_SMS', source: 'WIDGET' }
  const back = await own('OwnConsentWithdraw', { input })
  expect(back.data.consentWithdraw).toMatchObject({ consent: { given: false } })
  const foreign = await own('OwnConsentWithdraw', { input: { ...input, customer: anna() } }, 'Boris')
  expect(foreign.data.consentWithdraw).toMatchObject({ code: 'NOT_FOUND' })
})

test('another member sees what is in force, and not where it was said', async () => {
  const { data } = await api.call(CONSENTS, { by: anna() }, { key: town.member('parts').apiKey })
  expect(data.customer.consents).toMatchObject([
    {
      purpose: 'MARKETING_SMS',
      given: false,
      source: null,
      proof: null,
      member: null,
      recordedBy: 'CUSTOMER',
    },
    { purpose: 'PERSONAL_DATA', given: true, source: null, proof: null, member: null, recordedBy: 'MEMBER' },
  ])
  expect(data.customer.consentHistory).toMatchObject({
    ...{ nodes: [{ given: false }], pageInfo: { hasNextPage: true } },
  })
})

test('a customer exports its own, an administrator erases it, and its token is dead', async () => {
  const exported = await own('OwnExport', {})
  const { format, content } = exported.data.customerExport
  expect([format, JSON.parse(content).profile.phone]).toEqual(['artel.customer-export/1', '+79125550144'])
  const input = { customerId: anna().id, reason: 'CUSTOMER_REQUEST' }
  const byMember = await api.call(ERASE, { input }, { key: town.member('wash').apiKey })
  expect(byMember.errors[0]?.extensions.code).toBe('FORBIDDEN')
  const token = await tokenOf(api, { town, other: town, ids: {}, tillSecret: '' }, 'Anna')
  const { data } = await api.call(ERASE, { input }, { key: town.adminKey })
  expect(data.customerErase).toMatchObject({
    customer: { id: anna().id, status: 'CLOSED', name: 'Erased', phone: null, card: null },
    ...{ points: '0', tracesLeft: 0, replayed: false },
  })
  expect(data.customerErase.customer.erasedAt).not.toBeNull()
  const [documentId] = Object.entries(PERSISTED).find(([, text]) => text.includes(' OwnExport')) ?? []
  const refusal = async () => {
    const { errors } = await callApi(api.url, { documentId }, { key: token })
    return errors[0]?.extensions.code
  }
  await expect.poll(refusal).toBe('UNAUTHENTICATED')
})
