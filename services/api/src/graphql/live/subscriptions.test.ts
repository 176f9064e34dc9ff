import { openStore, type Store } from '@artel/store'
import { closeWindow, encodePublicId, revokeApiKey, suspendMember } from '@artel/use-cases'
import { aCoalition, type BuiltCoalition } from '@artel/use-cases/testing'
import { pino } from 'pino'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type RunningApi, startApi } from '../../start-api.ts'
import { RECORD, roubles } from '../../testing/operations.ts'
import { callApi, startTestApi, type TestApi } from '../../testing/test-api.ts'
import { type Watching, type WatchOptions, watch } from '../../testing/watch.ts'

const BALANCE = `subscription ($customerId: ID, $after: String) {
  balanceChanged(customerId: $customerId, after: $after) { balance change cursor wallet { available } customer { name } }
}`
const PURCHASES = `subscription ($after: String) {
  purchaseRecorded(after: $after) { purchase { receiptRef member { name } } cursor }
}`
const WINDOWS = `subscription ($after: String) { windowProgress(after: $after) { window { windowNo status } } }`

/** Two APIs that know nothing of each other, over one database. */
let api: TestApi
let second: RunningApi
let secondStore: Store
let town: BuiltCoalition
const open: Watching[] = []

beforeAll(async () => {
  api = await startTestApi({ maxStreamsPerCaller: 8 })
  secondStore = await openStore({ databaseUrl: api.databaseUrl })
  second = await startApi({ store: secondStore, port: 0, host: '127.0.0.1', log: pino({ level: 'silent' }) })
  town = await aCoalition()
    .withMember('wash')
    .withMember('parts')
    .withMember('cafe')
    .withCustomer('Anna', { reference: 'anna' })
    .withCustomer('Boris', { reference: 'boris' })
    .open(api.store)
})
afterAll(async () => {
  for (const watching of open) watching.close()
  await second.stop()
  await secondStore.close()
  await api.stop()
})

async function watching(url: string, document: string, options: WatchOptions): Promise<Watching> {
  const watched = await watch(url, document, options)
  open.push(watched)
  return watched
}

const customerId = (name: string) => encodePublicId('customer', town.customer(name).id)
let receipts = 0
async function sell(name: string, { at = 'wash', url = api.url, rubles = 1_000 } = {}): Promise<string> {
  receipts += 1
  const receiptRef = `live-${receipts}`
  const input = {
    ...{ receiptRef, total: roubles(rubles), idempotencyKey: receiptRef },
    customer: { id: customerId(name) },
  }
  const { data } = await callApi(
    url,
    { query: RECORD, variables: { input } },
    { key: town.member(at).apiKey },
  )
  expect(data.purchaseRecord.__typename).toBe('PurchaseRecordPayload')
  return receiptRef
}

test('a sale at one process is told by another: the balance, what it changed, and where to go on', async () => {
  const key = town.member('wash').apiKey
  const stream = await watching(second.url, BALANCE, { key, variables: { customerId: customerId('Anna') } })
  expect([stream.status, stream.headers.get('content-type')]).toEqual([
    200,
    'text/event-stream; charset=utf-8',
  ])
  await sell('Anna')
  const event = await stream.next()
  const { balanceChanged } = event?.data.data ?? {}
  expect(balanceChanged).toMatchObject({ balance: '50', change: '50', wallet: { available: '50' } })
  expect([event?.name, event?.id]).toEqual(['next', balanceChanged.cursor])
  expect(event?.data.extensions).toEqual({ cursor: balanceChanged.cursor })
})

test('what a customer does elsewhere moves the balance that a member sees, and does not say by how much', async () => {
  const key = town.member('parts').apiKey
  const stream = await watching(api.url, BALANCE, { key, variables: { customerId: customerId('Anna') } })
  await sell('Anna')
  const event = await stream.next()
  expect(event?.data.data.balanceChanged).toMatchObject({ balance: '100', change: null })
})

test('a stream goes on after its cursor at another process: nothing is lost and nothing is told twice', async () => {
  const key = town.member('wash').apiKey
  const first = await watching(api.url, PURCHASES, { key })
  const before = await sell('Anna')
  const cursor = (await first.next())?.id
  first.close()
  const missed = [await sell('Boris'), await sell('Anna', { url: second.url }), await sell('Boris')]
  // Not one of its own.
  await sell('Boris', { at: 'parts' })
  for (const [url, options] of [
    [second.url, { key, variables: { after: cursor } }],
    [api.url, { key, headers: { 'last-event-id': cursor ?? '' } }],
  ] as const) {
    const again = await watching(url, PURCHASES, options)
    const later = await sell('Anna')
    const told = [...missed, later]
    for (const receiptRef of told)
      expect((await again.next())?.data.data.purchaseRecorded.purchase).toEqual({
        receiptRef,
        member: { name: expect.any(String) },
      })
    missed.push(later)
    again.close()
  }
  expect(missed).not.toContain(before)
})

test('every sale of two processes at once is told, once, in one order', async () => {
  const streams = await Promise.all(
    [api.url, second.url].map((url) => watching(url, PURCHASES, { key: town.adminKey })),
  )
  const names = ['Anna', 'Boris']
  const sold = await Promise.all(
    Array.from({ length: 40 }, (_, at) =>
      sell(names[at % 2] ?? '', {
        url: at % 3 === 0 ? second.url : api.url,
        at: at % 5 === 0 ? 'parts' : 'wash',
      }),
    ),
  )
  const told = await Promise.all(
    streams.map(async (stream) => {
      const receipts: string[] = []
      for (const _ of sold)
        receipts.push((await stream.next())?.data.data.purchaseRecorded.purchase.receiptRef)
      return receipts
    }),
  )
  expect(told[0]?.toSorted()).toEqual(sold.toSorted())
  expect(told[1]).toEqual(told[0])
  // What had been told twice would come before it.
  const last = await sell('Anna')
  for (const stream of streams)
    expect((await stream.next())?.data.data.purchaseRecorded.purchase.receiptRef).toBe(last)
})

test('a settlement window is told when it moves on, and what was missed by cursor', async () => {
  const stream = await watching(second.url, WINDOWS, { key: town.adminKey })
  await closeWindow(town.adminContext, { windowNo: 1, early: true, idempotencyKey: 'close-1' })
  const closed = await stream.next()
  expect(closed?.data.data.windowProgress.window).toEqual({ windowNo: 1, status: 'CLOSED' })
  const opened = await stream.next()
  expect(opened?.data.data.windowProgress.window).toEqual({ windowNo: 2, status: 'OPEN' })
  const again = await watching(api.url, WINDOWS, { key: town.adminKey, variables: { after: closed?.id } })
  expect((await again.next())?.data.data.windowProgress.window).toEqual({ windowNo: 2, status: 'OPEN' })
})

test.each([
  ['p1', 'BAD_USER_INPUT', 400],
  ['nonsense', 'BAD_USER_INPUT', 400],
  ['b9000', 'CURSOR_EXPIRED', 410],
])('the cursor %s is refused with %s before a stream begins', async (after, code, status) => {
  const key = town.member('wash').apiKey
  const refused = await watching(api.url, BALANCE, {
    key,
    variables: { customerId: customerId('Anna'), after },
  })
  const answer = await refused.next()
  expect([refused.status, answer?.name, answer?.data.errors[0].extensions.code]).toEqual([
    status,
    'answer',
    code,
  ])
})

test('a customer that the caller may not see looks as if there was none', async () => {
  const other = await aCoalition().withMember('stranger').withCustomer('Olga').open(api.store)
  const key = town.member('wash').apiKey
  const codes = await Promise.all(
    [encodePublicId('customer', other.customer('Olga').id), 'cus_nobody'].map(async (id) => {
      const refused = await watching(api.url, BALANCE, { key, variables: { customerId: id } })
      return (await refused.next())?.data.errors[0].extensions.code
    }),
  )
  expect(codes).toEqual(['NOT_FOUND', 'NOT_FOUND'])
  const anonymous = await watching(api.url, PURCHASES, {})
  expect([anonymous.status, (await anonymous.next())?.data.errors[0].extensions.code]).toEqual([
    401,
    'UNAUTHENTICATED',
  ])
})

test('a subscription is no answer in JSON, and a query no stream', async () => {
  const key = town.member('wash').apiKey
  const asJson = await callApi(api.url, { query: PURCHASES }, { key })
  expect([asJson.status, asJson.errors[0]?.extensions.code]).toEqual([406, 'NOT_ACCEPTABLE'])
  const asStream = await watching(api.url, '{ viewer { kind } }', { key })
  expect([asStream.status, (await asStream.next())?.data.errors[0].extensions.code]).toEqual([
    406,
    'NOT_ACCEPTABLE',
  ])
  const byGet = await fetch(`${api.url}/graphql?query=${encodeURIComponent(PURCHASES)}`, {
    headers: { authorization: `Bearer ${key}`, accept: 'text/event-stream' },
  })
  expect(byGet.status).toBe(406)
})

test('a member holds so many streams, with whatever keys, and no more', async () => {
  const key = await keyOf('cafe')
  const streams = await Promise.all(Array.from({ length: 8 }, () => watching(api.url, PURCHASES, { key })))
  expect(streams.map(({ status }) => status)).toEqual(Array(8).fill(200))
  const refused = await watching(api.url, PURCHASES, { key })
  expect([refused.status, (await refused.next())?.data.errors[0].extensions.code]).toEqual([
    429,
    'TOO_MANY_STREAMS',
  ])
  streams[0]?.close()
  await expect.poll(async () => (await watching(api.url, PURCHASES, { key })).status).toBe(200)
})

async function keyOf(member: string): Promise<string> {
  const made = await api.call(
    `mutation ($input: ApiKeyCreateInput!) { apiKeyCreate(input: $input) { ... on ApiKeyCreatePayload { secret apiKey { id } } } }`,
    { input: { name: 'Screen', scopes: ['purchases:write', 'member:write'] } },
    { key: town.member(member).apiKey },
  )
  return made.data.apiKeyCreate.secret
}

test('the stream of a key ends when the key is revoked, and that of a member when it is suspended', async () => {
  const key = await keyOf('wash')
  const stream = await watching(api.url, PURCHASES, { key })
  const own = await watching(api.url, PURCHASES, { key: town.member('parts').apiKey })
  await sell('Anna')
  expect((await stream.next())?.name).toBe('next')
  const keys = await api.store.prisma.apiKey.findMany({
    where: { name: 'Screen', coalitionId: town.id, memberId: town.member('wash').id },
  })
  await revokeApiKey(town.adminContext, { id: keys[0]?.id ?? '' })
  const ended = await stream.rest()
  expect(ended.map(({ name, data }) => [name, data?.errors?.[0].extensions.code])).toEqual([
    ['next', 'UNAUTHENTICATED'],
    ['complete', undefined],
  ])
  await suspendMember(town.adminContext, { memberId: town.member('parts').id })
  expect((await own.rest()).map(({ name, data }) => [name, data?.errors?.[0].extensions.code])).toEqual([
    ['next', 'FORBIDDEN'],
    ['complete', undefined],
  ])
  // SUSPENDED, a member still reads its own purchases, as it is now.
  const again = await watching(api.url, PURCHASES, { key: town.member('parts').apiKey })
  expect(again.status).toBe(200)
})

test('a process that stops ends its streams with a word, and another goes on after the cursor', async () => {
  const store = await openStore({ databaseUrl: api.databaseUrl })
  const stopping = await startApi({ store, port: 0, host: '127.0.0.1', log: pino({ level: 'silent' }) })
  const stream = await watching(stopping.url, PURCHASES, { key: town.adminKey })
  await sell('Anna')
  const cursor = (await stream.next())?.id
  const rest = stream.rest()
  await stopping.stop()
  expect((await rest).map(({ name, data }) => [name, data?.errors?.[0].extensions])).toEqual([
    ['next', expect.objectContaining({ code: 'STREAM_ENDED', retryable: true })],
    ['complete', undefined],
  ])
  await store.close()
  const missed = await sell('Boris')
  const again = await watching(api.url, PURCHASES, { key: town.adminKey, variables: { after: cursor } })
  expect((await again.next())?.data.data.purchaseRecorded.purchase.receiptRef).toBe(missed)
})
