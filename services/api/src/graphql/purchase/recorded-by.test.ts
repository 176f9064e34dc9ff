import {
  createApiKey,
  encodePublicId,
  type Principal,
  recordPurchase,
  registerTill,
  setPin,
} from '@artel/use-cases'
import { aCoalition, aDoor, aPerson, aSale, type BuiltCoalition, signedIn } from '@artel/use-cases/testing'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { makeLog } from '../../log.ts'
import { freshKey, RECORD, roubles } from '../../testing/operations.ts'
import { startTestApi, type TestApi } from '../../testing/test-api.ts'
import { makeAnswerAs } from '../../webhooks/answer-as.ts'

const PIN = '4071'
let api: TestApi
let town: BuiltCoalition
/** The till, its cashier, and the sale that the cashier recorded there. */
let tillId: string
let personId: string
let purchaseId: string
/** The session of the cashier there. */
let cashier: string
beforeAll(async () => {
  api = await startTestApi({ secretsKey: aDoor().secretsKey })
  town = await aCoalition().withMember('wash').withMember('cafe').withCustomer('Anna').open(api.store)
  const { till, secret: key } = await registerTill(town.member('wash').context, { name: 'Bay 1' })
  const person = await aPerson(town.member('wash').context, { email: 'olga@wash.example', role: 'CASHIER' })
  await setPin(await signedIn({ store: api.store }, person.secret), { pin: PIN, door: aDoor() })
  tillId = encodePublicId('till', till.id)
  personId = encodePublicId('person', person.session.personId)
  const { data } = await api.call(
    `mutation ($input: TillSessionCreateInput!) { tillSessionCreate(input: $input) { ... on SessionPayload { token } } }`,
    { input: { cashierId: personId, pin: PIN } },
    { key },
  )
  cashier = data.tillSessionCreate.token
  const customer = { id: encodePublicId('customer', town.customer('Anna').id) }
  const sale = { idempotencyKey: freshKey(), customer, receiptRef: 'till-1', total: roubles(100) }
  const sold = await api.call(RECORD, { input: sale }, { key: cashier })
  purchaseId = sold.data.purchaseRecord.purchase.id
  await recordPurchase(town.member('wash').context, aSale(town.customer('Anna'), { receiptRef: 'server-1' }))
})
afterAll(() => api.stop())

const ONE = `query ($id: ID!) { purchase(by: { id: $id }) { recordedBy { personId name tillId tillName } } }`
const LIST = `query ($filter: PurchasesFilter) { purchases(filter: $filter, first: 10) { nodes { receiptRef } } }`
const listed = async (filter: object, key = town.member('wash').apiKey) =>
  (await api.call(LIST, { filter }, { key })).data.purchases.nodes.map(
    ({ receiptRef }: { receiptRef: string }) => receiptRef,
  )

describe('who recorded a sale', () => {
  test('is shown to its member and to administrators, by name', async () => {
    for (const key of [town.member('wash').apiKey, town.adminKey]) {
      const { data } = await api.call(ONE, { id: purchaseId }, { key })
      expect(data.purchase.recordedBy).toEqual({ personId, name: 'olga', tillId, tillName: 'Bay 1' })
    }
  })

  test('is an id to a key of the member that may list neither staff nor tills', async () => {
    const scopes = ['purchases:write', 'reports:read']
    const { secret } = await createApiKey(town.member('wash').context, { name: 'The shop', scopes })
    const { data } = await api.call(ONE, { id: purchaseId }, { key: secret })
    expect(data.purchase.recordedBy).toEqual({ personId, name: null, tillId, tillName: null })
  })

  test('is named to the person itself', async () => {
    const { data } = await api.call(ONE, { id: purchaseId }, { key: cashier })
    expect(data.purchase.recordedBy).toEqual({ personId, name: 'olga', tillId, tillName: null })
  })

  test('is nothing of the customer, whose sale it is', async () => {
    const answerAs = makeAnswerAs({ store: api.store, log: makeLog('silent') })
    const customer: Principal = {
      ...{ kind: 'customer', coalitionId: town.id, memberId: town.member('wash').id, tokenId: 'x' },
      ...{ customerId: town.customer('Anna').id, scopes: new Set(['wallet:read']) },
      ...{ maxPoints: null, origin: null },
    }
    const { data } = await answerAs(customer, ONE, { id: purchaseId })
    expect(data).toEqual({ purchase: { recordedBy: null } })
  })

  test('is nobody where a server recorded it', async () => {
    const { data } = await api.call(
      `{ purchases(filter: { receiptRef: "server-1" }, first: 1) { nodes { recordedBy { personId } } } }`,
      {},
      { key: town.member('wash').apiKey },
    )
    expect(data.purchases.nodes).toEqual([{ recordedBy: null }])
  })

  test('finds the sales of a person and of a till, and none of another member', async () => {
    expect(await listed({ personId })).toEqual(['till-1'])
    expect(await listed({ tillId })).toEqual(['till-1'])
    expect(await listed({ tillId, personId: encodePublicId('person', town.id) })).toEqual([])
    expect(await listed({})).toEqual(['server-1', 'till-1'])
    expect(await listed({ personId }, town.member('cafe').apiKey)).toEqual([])
  })
})
