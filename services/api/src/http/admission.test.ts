import { type ClientRequest, request as httpRequest } from 'node:http'
import { createTestDatabase, type TestDatabase } from '@artel/store/testing'
import { aCoalition, type BuiltCoalition } from '@artel/use-cases/testing'
import { pino } from 'pino'
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest'
import { type RunningApi, startApi } from '../start-api.ts'
import { gatedStore } from '../testing/gated-store.ts'
import { callApi } from '../testing/test-api.ts'

const BODY = '{"query":"{ viewer { kind } }"}'

let database: TestDatabase
let town: BuiltCoalition
let gate: ReturnType<typeof gatedStore>
let api: RunningApi
beforeAll(async () => {
  database = await createTestDatabase()
  town = await aCoalition().open(database.store)
})
beforeEach(async () => {
  gate = gatedStore(database.store)
  api = await startApi({
    ...{ store: gate.store, port: 0, host: '127.0.0.1', log: pino({ level: 'silent' }) },
    config: { maxRequests: 1 },
  })
})
afterEach(async () => {
  gate.open()
  await api.stop()
})
afterAll(() => database.drop())

const callAnonymously = () => callApi(api.url, { query: '{ viewer { kind } }' })
const headers = { 'content-type': 'application/json', 'content-length': BODY.length }

/** A request that holds the only place: its key is being looked up until the gate opens. */
async function holdThePlace(): Promise<{ request: ClientRequest; status: Promise<number> }> {
  const authorization = `Bearer ${town.adminKey}`
  const request = httpRequest(`${api.url}/graphql`, {
    ...{ method: 'POST', headers: { ...headers, authorization }, agent: false },
  })
  const status = statusOf(request)
  request.end(BODY)
  await gate.reached
  return { request, status }
}

/** A request whose headers and half of whose body the server has. */
function sendHalf(): Promise<{ request: ClientRequest; status: Promise<number> }> {
  const request = httpRequest(`${api.url}/graphql`, {
    ...{ method: 'POST', headers: { ...headers, expect: '100-continue' }, agent: false },
  })
  const status = statusOf(request)
  request.flushHeaders()
  return new Promise((resolve) =>
    request.once('continue', () => request.write(BODY.slice(0, 9), () => resolve({ request, status }))),
  )
}

function statusOf(request: ClientRequest): Promise<number> {
  return new Promise<number>((resolve, reject) => {
    request.once('response', (response) => {
      response.resume()
      response.once('end', () => resolve(response.statusCode ?? 0))
    })
    request.once('error', reject)
  })
}

test('half-sent bodies take no place: a whole request is answered beside any number of them', async () => {
  const halves = await Promise.all(Array.from({ length: 20 }, sendHalf))
  expect((await callAnonymously()).status).toBe(200)
  for (const { request } of halves) request.end(BODY.slice(9))
  for (const { status } of halves) expect(await status).toBe(200)
})

test('a request beyond the places waits, and is served once a place is free', async () => {
  const first = await holdThePlace()
  const second = callAnonymously()
  // Health needs no place.
  expect((await fetch(`${api.url}/healthz`)).status).toBe(200)
  gate.open()
  expect([await first.status, (await second).status]).toEqual([200, 200])
})

test('a request that has waited too long is refused with OVERLOADED and Retry-After', async () => {
  const first = await holdThePlace()
  const second = await callAnonymously()
  expect(second.status).toBe(503)
  expect(second.headers.get('retry-after')).toBe('1')
  expect(second.errors[0]?.extensions).toMatchObject({
    code: 'OVERLOADED',
    retryable: true,
    retryAfterMs: 1_000,
    requestId: expect.any(String),
  })
  gate.open()
  expect(await first.status).toBe(200)
  expect((await callAnonymously()).status).toBe(200)
})

test('a caller that disconnects frees its place', async () => {
  const gone = await holdThePlace()
  gone.status.catch(() => undefined)
  gone.request.destroy()
  await expect.poll(async () => (await callAnonymously()).status).toBe(200)
})
