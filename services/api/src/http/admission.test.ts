import { type ClientRequest, request as httpRequest } from 'node:http'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { startTestApi, type TestApi } from '../testing/test-api.ts'

const BODY = '{"query":"{ viewer { kind } }"}'

let api: TestApi
beforeAll(async () => {
  api = await startTestApi({ maxRequests: 1 })
})
afterAll(() => api.stop())

/** A request whose headers have arrived and whose body has not: it keeps its place until the body has. */
function slowRequest(): Promise<{ request: ClientRequest; status: Promise<number> }> {
  const headers = {
    'content-type': 'application/json',
    'content-length': BODY.length,
    expect: '100-continue',
  }
  const request = httpRequest(`${api.url}/graphql`, { method: 'POST', headers, agent: false })
  const status = new Promise<number>((resolve, reject) => {
    request.once('response', (response) => {
      response.resume()
      response.once('end', () => resolve(response.statusCode ?? 0))
    })
    request.once('error', reject)
  })
  request.flushHeaders()
  return new Promise((resolve) => request.once('continue', () => resolve({ request, status })))
}

test('a request beyond the places waits, and is served once a place is free', async () => {
  const first = await slowRequest()
  const second = await slowRequest()
  second.request.end(BODY)
  // Health needs no place.
  expect((await fetch(`${api.url}/healthz`)).status).toBe(200)
  first.request.end(BODY)
  expect(await first.status).toBe(200)
  expect(await second.status).toBe(200)
})

test('a request that has waited too long is refused with OVERLOADED and Retry-After', async () => {
  const first = await slowRequest()
  const second = await api.call('{ viewer { kind } }')
  expect(second.status).toBe(503)
  expect(second.headers.get('retry-after')).toBe('1')
  expect(second.errors[0]?.extensions).toMatchObject({
    code: 'OVERLOADED',
    retryable: true,
    retryAfterMs: 1_000,
    requestId: expect.any(String),
  })
  first.request.end(BODY)
  expect(await first.status).toBe(200)
  expect((await api.call('{ viewer { kind } }')).status).toBe(200)
})

test('a caller that disconnects frees its place', async () => {
  const gone = await slowRequest()
  gone.status.catch(() => undefined)
  gone.request.destroy()
  await expect.poll(async () => (await api.call('{ viewer { kind } }')).status, { timeout: 10_000 }).toBe(200)
})
