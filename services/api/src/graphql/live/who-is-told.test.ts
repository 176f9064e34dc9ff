import { randomUUID } from 'node:crypto'
import { asSuperuser } from '@artel/store/testing'
import { encodePublicId } from '@artel/use-cases'
import { aCoalition, type BuiltCoalition } from '@artel/use-cases/testing'
import { exportJWK, generateKeyPair, SignJWT } from 'jose'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { persistedId, RECORD, roubles } from '../../testing/operations.ts'
import { callApi, startTestApi, type TestApi } from '../../testing/test-api.ts'
import { type Watching, type WatchOptions, watch } from '../../testing/watch.ts'

const BALANCE = `subscription ($customerId: ID, $after: String) {
  balanceChanged(customerId: $customerId, after: $after) { balance change at cursor }
}`
const BUYERS = 'subscription { purchaseRecorded { purchase { receiptRef customer { name } } } }'

let api: TestApi
let town: BuiltCoalition
const open: Watching[] = []
beforeAll(async () => {
  api = await startTestApi({ heartbeatEveryMs: 20, maxStreamsPerCustomer: 2 })
  town = await aCoalition()
    .withMember('wash')
    .withMember('parts')
    .withCustomer('Anna', { reference: 'anna' })
    .withCustomer('Boris', { reference: 'boris' })
    .open(api.store)
})
afterAll(async () => {
  for (const watching of open) watching.close()
  await api.stop()
})

async function watching(document: Parameters<typeof watch>[1], options: WatchOptions): Promise<Watching> {
  const watched = await watch(api.url, document, options)
  open.push(watched)
  return watched
}

const customerId = (name: string) => encodePublicId('customer', town.customer(name).id)
let receipts = 0
async function sell(name: string, at: 'wash' | 'parts' = 'wash'): Promise<void> {
  receipts += 1
  const receiptRef = `told-${receipts}`
  const input = {
    ...{ receiptRef, total: roubles(1_000), idempotencyKey: receiptRef },
    customer: { id: customerId(name) },
  }
  const { data } = await api.call(RECORD, { input }, { key: town.member(at).apiKey })
  expect(data.purchaseRecord.__typename).toBe('PurchaseRecordPayload')
}

test('a member that names an old cursor is told what happened elsewhere as the balance of now, and no more', async () => {
  for (const at of ['wash', 'wash', 'parts', 'wash', 'wash'] as const) await sell('Anna', at)
  const since = (key: string) =>
    watching(BALANCE, { key, variables: { customerId: customerId('Anna'), after: 'b0' } })
  const stream = await since(town.member('parts').apiKey)
  const told = [await stream.next(), await stream.next()].map((event) => event?.data.data.balanceChanged)
  expect(told).toEqual([
    { balance: '150', change: '50', at: expect.any(String), cursor: 'b3' },
    { balance: '250', change: null, at: null, cursor: 'b5' },
  ])
  const all = await since(town.adminKey)
  for (const balance of ['50', '100', '150', '200', '250'])
    expect((await all.next())?.data.data.balanceChanged).toMatchObject({ balance, change: '50' })
})

test('each event is shown as the caller may see it by then', async () => {
  const { data } = await api.call(
    `mutation ($input: ApiKeyCreateInput!) { apiKeyCreate(input: $input) { ... on ApiKeyCreatePayload { secret } } }`,
    { input: { name: 'Narrowed', scopes: ['purchases:write', 'customers:read'] } },
    { key: town.member('wash').apiKey },
  )
  const stream = await watching(BUYERS, { key: data.apiKeyCreate.secret })
  await sell('Boris')
  const nameIn = (event: Awaited<ReturnType<Watching['next']>>) =>
    event?.data.data?.purchaseRecorded.purchase.customer?.name ?? null
  expect(nameIn(await stream.next())).toBe('Boris')
  await asSuperuser(
    api.databaseUrl,
    `update api_key set scopes = '{purchases:write}' where name = 'Narrowed'`,
  )
  await expect
    .poll(async () => {
      await sell('Boris')
      return nameIn(await stream.next())
    })
    .toBe('B***')
})

test("a customer's token, which runs persisted operations alone, opens no stream of a document", async () => {
  const { data } = await api.call(
    `mutation ($id: ID!) { widgetSessionCreate(input: { customer: { id: $id } }) { ... on WidgetSessionCreatePayload { token } } }`,
    { id: customerId('Anna') },
    { key: town.member('wash').apiKey },
  )
  const key: string = data.widgetSessionCreate.token
  for (const name of ['Anna', 'Boris']) {
    const refused = await watching(BALANCE, { key, variables: { customerId: customerId(name) } })
    expect((await refused.next())?.data.errors[0].extensions.code).toBe('PERSISTED_OPERATION_REQUIRED')
  }
})

/** A key of the member's own, with which it signs tokens that live as long as it likes. */
async function tokenOf(name: string, lifeSeconds: number): Promise<string> {
  const { publicKey, privateKey } = await generateKeyPair('EdDSA', { crv: 'Ed25519', extractable: true })
  const kid = `wash-${randomUUID()}`
  const registered = await api.call(
    'mutation ($input: TokenKeyRegisterInput!) { tokenKeyRegister(input: $input) { __typename } }',
    { input: { kid, publicJwk: await exportJWK(publicKey) } },
    { key: town.member('wash').apiKey },
  )
  expect(registered.data.tokenKeyRegister.__typename).toBe('TokenKeyPayload')
  const iat = Math.floor(Date.now() / 1_000)
  const claims = {
    ...{ iss: encodePublicId('member', town.member('wash').id), sub: customerId(name), aud: 'artel' },
    ...{ iat, exp: iat + lifeSeconds, scope: 'wallet:read' },
  }
  return new SignJWT(claims).setProtectedHeader({ alg: 'EdDSA', kid }).sign(privateKey)
}

const OWN_BALANCE = { documentId: persistedId('WidgetBalance') }
const accountIn = (event: Awaited<ReturnType<Watching['next']>>) => event?.data.data.balanceChanged.customer

test('a customer follows its own balance by the persisted document, whomever it names, from where its wallet stands', async () => {
  const key = await tokenOf('Anna', 300)
  const read = async () => {
    const { data } = await callApi(api.url, { documentId: persistedId('WidgetAccount') }, { key })
    return data.viewer.customer.wallet
  }
  const { cursor, balance } = await read()
  // Between reading and subscribing.
  await sell('Anna', 'parts')
  const variables = { after: cursor, customerId: customerId('Boris') }
  const stream = await watching(OWN_BALANCE, { key, variables })
  const first = accountIn(await stream.next())
  expect(first.wallet).toEqual(await read())
  expect(first.wallet.balance).toBe(`${BigInt(balance) + 50n}`)
  await sell('Boris')
  await sell('Anna')
  const second = accountIn(await stream.next())
  expect([second.id, second.wallet.balance]).toEqual([customerId('Anna'), `${BigInt(balance) + 100n}`])
})

test("a customer's stream ends with its token, and goes on with another after its cursor", async () => {
  const stream = await watching(OWN_BALANCE, { key: await tokenOf('Anna', 2) })
  await sell('Anna')
  const cursor = (await stream.next())?.id
  expect((await stream.rest()).map(({ name, data }) => [name, data?.errors?.[0].extensions.code])).toEqual([
    ['next', 'TOKEN_EXPIRED'],
    ['complete', undefined],
  ])
  await sell('Anna')
  const again = await watching(OWN_BALANCE, {
    key: await tokenOf('Anna', 300),
    variables: { after: cursor },
  })
  expect((await again.next())?.id).toBe(`b${Number(cursor?.slice(1)) + 1}`)
})

test('a customer holds so many streams, with whatever tokens, and no more', async () => {
  const tokens = await Promise.all(['Boris', 'Boris', 'Boris'].map((name) => tokenOf(name, 300)))
  const streams: Watching[] = []
  for (const key of tokens) streams.push(await watching(OWN_BALANCE, { key }))
  expect(streams.map(({ status }) => status)).toEqual([200, 200, 429])
  expect((await streams[2]?.next())?.data.errors[0].extensions.code).toBe('TOO_MANY_STREAMS')
})

test('a stream on which nothing happens shows that it is alive', async () => {
  const controller = new AbortController()
  const response = await fetch(`${api.url}/graphql`, {
    method: 'POST',
    headers: {
      ...{ 'content-type': 'application/json', accept: 'text/event-stream' },
      authorization: `Bearer ${town.adminKey}`,
    },
    body: JSON.stringify({ query: BUYERS }),
    signal: controller.signal,
  })
  let text = ''
  for await (const chunk of response.body?.pipeThrough(new TextDecoderStream()) ?? []) {
    text += chunk
    if (text.split(':\n\n').length > 3) break
  }
  expect(text.replace(/^retry: \d+\n/, '')).toMatch(/^(:\n\n){3,}$/)
  controller.abort()
})

test('an event may not cost much, since it is executed for all who watch', async () => {
  const dear =
    'subscription { purchaseRecorded { purchase { customer { purchases(first: 100) { nodes { id } } } } } }'
  const refused = await watching(dear, { key: town.adminKey })
  expect((await refused.next())?.data.errors[0].extensions).toMatchObject({
    ...{ code: 'QUERY_TOO_COMPLEX' },
    cost: { budget: 50 },
  })
})
