import { once } from 'node:events'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { makeStoreMetrics, type RunningApi, startApi } from '@artel/api'
import { makeLog } from '@artel/api/parts'
import { openStore, type Store } from '@artel/store'
import { createTestDatabase, type TestDatabase } from '@artel/store/testing'
import { aCoalition } from '@artel/use-cases/testing'
import { Registry } from 'prom-client'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { startTracing } from './start-tracing.ts'

interface ReceivedSpan {
  readonly traceId: string
  readonly parentSpanId?: string
  readonly name: string
  readonly attributes: readonly { readonly key: string; readonly value: Readonly<Record<string, unknown>> }[]
}

let database: TestDatabase
let store: Store
let api: RunningApi
let collector: Server
let endTracing: (() => Promise<void>) | undefined
let received = ''
const spans: ReceivedSpan[] = []

beforeAll(async () => {
  collector = createServer(async (request, response) => {
    const chunks: Buffer[] = []
    for await (const chunk of request) chunks.push(chunk)
    const body = Buffer.concat(chunks).toString()
    received += body
    for (const { scopeSpans } of JSON.parse(body).resourceSpans)
      for (const scope of scopeSpans) spans.push(...scope.spans)
    response.writeHead(200, { 'content-type': 'application/json' }).end('{}')
  }).listen(0, '127.0.0.1')
  await once(collector, 'listening')
  const endpoint = `http://127.0.0.1:${(collector.address() as AddressInfo).port}`
  process.env.OTEL_EXPORTER_OTLP_ENDPOINT = endpoint
  const log = makeLog('silent')
  endTracing = await startTracing({ endpoint, serviceName: 'artel-test', log })
  database = await createTestDatabase()
  const metrics = makeStoreMetrics(new Registry())
  store = await openStore({ databaseUrl: database.databaseUrl, onBatch: metrics.onBatch })
  api = await startApi({ store, port: 0, log })
})
afterAll(async () => {
  delete process.env.OTEL_EXPORTER_OTLP_ENDPOINT
  await api?.stop()
  await endTracing?.()
  await store?.close()
  await database?.drop()
  collector?.close()
})

const ENROL = `mutation ($input: CustomerEnrolInput!) { customerEnrol(input: $input) { __typename } }`
const SALE = `mutation ($input: PurchaseRecordInput!) { purchaseRecord(input: $input) { __typename } }`

test('a request is a child of its caller’s span, batches have their own, and no span names a person or a secret', async () => {
  const traceId = '0af7651916cd43dd8448eb211c80319c'
  const town = await aCoalition().withMember('shop').open(store)
  const { apiKey } = town.member('shop')
  const call = async (query: string, input: object) =>
    (
      await fetch(`${api.url}/graphql?of=planted`, {
        method: 'POST',
        headers: {
          authorization: `Bearer ${apiKey}`,
          'content-type': 'application/json',
          traceparent: `00-${traceId}-b7ad6b7169203331-01`,
        },
        body: JSON.stringify({ query, variables: { input } }),
      })
    ).json()
  const person = { name: 'Vasilisa Planted', phone: '+79997770011', consentVersion: '1' }
  expect(JSON.stringify(await call(ENROL, person))).toContain('Payload')
  const bill = { totalMinor: '10000', total: { amountMinor: '10000', currency: 'RUB' } }
  await call(SALE, {
    ...{
      customer: { phone: person.phone },
      receiptRef: 'planted receipt',
      idempotencyKey: 'planted-key-0123456789',
    },
    total: bill.total,
  })
  await api.stop()
  await endTracing?.()
  endTracing = undefined

  const requests = spans.filter(({ name }) => name === 'POST /graphql')
  expect(requests.map(({ traceId: of, parentSpanId }) => [of, parentSpanId])).toEqual([
    [traceId, 'b7ad6b7169203331'],
    [traceId, 'b7ad6b7169203331'],
  ])
  const told = Object.fromEntries(
    requests[0]?.attributes.map(({ key, value }) => [key, Object.values(value)[0]]) ?? [],
  )
  expect(told).toMatchObject({
    'http.request.method': 'POST',
    'http.route': '/graphql',
    'http.response.status_code': 200,
    'artel.kind': 'mutation',
    'artel.code': 'OK',
  })
  expect(spans.map(({ name }) => name)).toContain('post batch')
  expect(received).toContain('artel-test')
  for (const mark of ['planted', '9997770011', apiKey])
    expect(received.toLowerCase()).not.toContain(mark.toLowerCase())
})

test('without a collector nothing is started', async () => {
  const end = await startTracing({ endpoint: undefined, serviceName: 'artel-test', log: makeLog('silent') })
  await expect(end()).resolves.toBeUndefined()
})
