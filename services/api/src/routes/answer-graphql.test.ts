import { request as httpRequest } from 'node:http'
import { connect } from 'node:net'
import { aCoalition, type BuiltCoalition } from '@artel/use-cases/testing'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { RECORD, roubles } from '../testing/operations.ts'
import { callApi, startTestApi, type TestApi } from '../testing/test-api.ts'

let api: TestApi
let town: BuiltCoalition
let key: string
beforeAll(async () => {
  api = await startTestApi()
  town = await aCoalition().withMember('wash').withCustomer('Anna', { reference: 'anna' }).open(api.store)
  key = town.member('wash').apiKey
})
afterAll(() => api.stop())

describe('bodies', () => {
  test('a batch', async () => {
    const { status, errors } = await callApi(api.url, [
      { query: '{ viewer { kind } }' },
      { query: '{ viewer { kind } }' },
    ])
    expect([status, errors[0]?.extensions.code]).toEqual([400, 'BAD_REQUEST'])
  })

  const large = JSON.stringify({ query: '{ viewer { kind } }', padding: 'x'.repeat(1_100_000) })

  test('a body with a content-length above 1 MB is refused with 413', async () => {
    const response = await fetch(`${api.url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: large,
    })
    expect(response.status).toBe(413)
    expect((await response.json()).errors[0].extensions).toMatchObject({
      code: 'REQUEST_TOO_LARGE',
      requestId: expect.any(String),
    })
  })

  test('a chunked body is counted as it arrives, and the connection ends', async () => {
    const sent: number[] = []
    const answer = async () => {
      const { sentBytes, ...rest } = await endlessBody(api.url)
      sent.push(sentBytes)
      return rest
    }
    // Who still writes when the connection ends may lose the answer that was on its way, and asks again.
    await expect.poll(answer).toEqual({ status: 413, ended: true })
    for (const bytes of sent) expect(bytes).toBeLessThan(16_000_000)
  })

  test.each([
    ['text/plain', '{"query":"{ viewer { kind } }"}', 415, 'UNSUPPORTED_MEDIA_TYPE'],
    ['application/x-www-form-urlencoded', 'query={viewer{kind}}', 415, 'UNSUPPORTED_MEDIA_TYPE'],
    ['application/graphql', '{ viewer { kind } }', 415, 'UNSUPPORTED_MEDIA_TYPE'],
    ['application/json', '{"query":', 400, 'BAD_REQUEST'],
    ['application/json', '"text"', 400, 'BAD_REQUEST'],
    ['application/json', '{}', 400, 'BAD_REQUEST'],
    ['application/json', '{"query": 1}', 400, 'BAD_REQUEST'],
    ['application/json', '{"query": "{ viewer { kind } }", "variables": "x"}', 400, 'BAD_REQUEST'],
    ['application/json', '{"query": "{ viewer { kind } }", "surprise": 1}', 400, 'BAD_REQUEST'],
  ])('%s %s -> %i', async (type, body, status, code) => {
    const response = await fetch(`${api.url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': type, accept: 'application/graphql-response+json' },
      body,
    })
    expect([response.status, (await response.json()).errors[0].extensions.code]).toEqual([status, code])
  })

  test('a caller that takes no JSON is refused with 406, and nothing is executed', async () => {
    const response = await fetch(`${api.url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', accept: 'text/event-stream' },
      body: JSON.stringify({ query: '{ viewer { kind } }' }),
    })
    const { data, errors } = await response.json()
    expect([response.status, errors[0].extensions.code, data]).toEqual([406, 'NOT_ACCEPTABLE', undefined])
  })

  test('a caller that disconnects within a body does no harm and is not logged as an error', async () => {
    const { hostname, port } = new URL(api.url)
    await new Promise<void>((resolve) => {
      const socket = connect(Number(port), hostname, () => {
        socket.write(
          'POST /graphql HTTP/1.1\r\nhost: x\r\ncontent-type: application/json\r\ncontent-length: 100\r\n\r\n{"qu',
        )
        socket.end(() => socket.destroy())
      })
      socket.on('close', () => resolve())
    })
    expect((await api.call('{ viewer { kind } }')).status).toBe(200)
    expect(api.logLines.join('')).not.toContain('request failed')
  })
})
describe('GraphQL over HTTP', () => {
  const get = (query: string, headers: Record<string, string> = {}) =>
    fetch(`${api.url}/graphql?query=${encodeURIComponent(query)}`, { headers })

  test('a query may come by GET, a mutation never', async () => {
    expect(await (await get('{ viewer { kind } }')).json()).toMatchObject({
      data: { viewer: { kind: 'ANONYMOUS' } },
    })
    const mutation = await get('mutation { clockAdvance(input: { seconds: 1 }) { __typename } }', {
      authorization: `Bearer ${town.adminKey}`,
    })
    expect([mutation.status, mutation.headers.get('allow')]).toEqual([405, 'POST'])
  })

  test.each([
    ['application/graphql-response+json', 'application/graphql-response+json; charset=utf-8', 400],
    ['application/json', 'application/json; charset=utf-8', 200],
    ['*/*', 'application/json; charset=utf-8', 200],
  ])('accept %s answers as %s; a document that does not validate is %i', async (accept, type, status) => {
    const response = await get('{ no }', { accept })
    expect([response.headers.get('content-type'), response.status]).toEqual([type, status])
  })

  test('other methods and paths are refused', async () => {
    expect((await fetch(`${api.url}/graphql`, { method: 'PUT' })).status).toBe(405)
    expect((await fetch(`${api.url}/graphql/health`)).status).toBe(404)
    expect((await fetch(`${api.url}/nothing`)).status).toBe(404)
    expect((await fetch(`${api.url}/`, { method: 'POST' })).status).toBe(404)
  })

  test('a request id is sent back in the header and in errors; an unsafe one is replaced', async () => {
    const mine = await api.call('{ no }', {}, { headers: { 'x-request-id': 'order-77.a' } })
    expect([mine.headers.get('x-request-id'), mine.errors[0]?.extensions.requestId]).toEqual([
      'order-77.a',
      'order-77.a',
    ])
    const strange = await api.call('{ viewer { kind } }', {}, { headers: { 'x-request-id': 'a b<script>' } })
    expect(strange.headers.get('x-request-id')).toMatch(/^[0-9a-f-]{36}$/)
  })
})
test('the Idempotency-Key header is an alias: the same key passes, another is refused', async () => {
  const input = {
    customer: { reference: 'anna' },
    receiptRef: 'header',
    total: roubles(100),
    idempotencyKey: 'the-key',
  }
  const differs = await api.call(RECORD, { input }, { key, headers: { 'idempotency-key': 'another' } })
  expect([differs.status, differs.errors[0]?.extensions.code]).toEqual([400, 'BAD_USER_INPUT'])
  const same = await api.call(RECORD, { input }, { key, headers: { 'idempotency-key': 'the-key' } })
  expect(same.data.purchaseRecord).toMatchObject({ replayed: false })
})
/** Sends chunks without end until the server answers and closes the connection. */
function endlessBody(url: string): Promise<{ status: number; ended: boolean; sentBytes: number }> {
  return new Promise((resolve) => {
    let status = 0
    let sentBytes = 0
    const chunk = Buffer.alloc(65_536, 'x')
    const request = httpRequest(`${url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'transfer-encoding': 'chunked' },
    })
    const pump = () => {
      while (!request.destroyed && status === 0 && sentBytes < 64_000_000) {
        sentBytes += chunk.length
        if (!request.write(chunk)) return
      }
    }
    request.on('drain', pump)
    request.on('response', (response) => {
      status = response.statusCode ?? 0
      response.resume()
    })
    request.on('close', () => resolve({ status, ended: true, sentBytes }))
    // The server closes the connection while the caller still writes, so a broken pipe is expected; without an answer the status is 0.
    request.on('error', () => undefined)
    pump()
  })
}
