import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type ArtelOptions, createArtel } from './create-artel.ts'
import {
  AuthenticationError,
  InvalidRequestError,
  NetworkError,
  OverloadedError,
  PermissionError,
  ServerError,
  ThrottledError,
  TimeoutError,
  UnexpectedResponseError,
} from './system-errors.ts'
import {
  cutReply,
  data,
  failure,
  hangUp,
  type ScriptedApi,
  silence,
  startScriptedApi,
  text,
} from './testing/scripted-api.ts'
import type { RequestEvent, ResponseEvent, RetryEvent } from './transport.ts'

let api: ScriptedApi
beforeAll(async () => {
  api = await startScriptedApi()
})
afterAll(() => api.close())

const client = (options: Partial<ArtelOptions> = {}) =>
  createArtel({ apiKey: 'sk_test_1', url: api.url, ...options })

const recorded = data({
  purchaseRecord: { __typename: 'PurchaseRecordPayload', purchase: {}, balanceAfter: '5', replayed: false },
})
const sale = {
  customer: { id: 'cus_1' },
  receiptRef: 'A-1',
  total: { amountMinor: 120_000n, currency: 'RUB' },
}
const noHold = data({ hold: null })
const rejection = async (promise: Promise<unknown>) => {
  try {
    await promise
  } catch (error) {
    return error
  }
  throw new Error('expected a rejection')
}

describe('what is sent', () => {
  it('carries the key, the client and the document, and bigints as decimal strings', async () => {
    api.script(recorded)
    await client({ appInfo: { name: 'till', version: '2.0' } }).purchases.record({
      ...sale,
      points: 9_007_199_254_740_993n,
    })
    const [request] = api.received
    expect(request?.headers.authorization).toBe('Bearer sk_test_1')
    expect(request?.headers['x-artel-client']).toMatch(/^artel-sdk\/\d+\.\d+\.\d+ till\/2\.0$/)
    expect(request?.headers.accept).toContain('application/graphql-response+json')
    expect(request?.body.query).toContain('mutation PurchaseRecord')
    expect(request?.body.variables.input).toMatchObject({
      points: '9007199254740993',
      total: { amountMinor: '120000' },
    })
  })
})

describe('one idempotency key a call', () => {
  it('is made once and sent again unchanged when the reply was cut', async () => {
    api.script(cutReply, hangUp, recorded)
    const result = await client().purchases.record(sale)
    expect(result.__typename).toBe('PurchaseRecordPayload')
    expect(api.received).toHaveLength(3)
    const [first, second, third] = api.received.map(({ text: body }) => body)
    expect(second).toBe(first)
    expect(third).toBe(first)
    expect(api.received[0]?.body.variables.input?.idempotencyKey).toMatch(/^[0-9a-z]+(-[0-9a-z]+){3}$/)
  })

  it('differs between two calls', async () => {
    api.script(recorded)
    await client().purchases.record(sale)
    await client().purchases.record(sale)
    const keys = api.received.map(({ body }) => body.variables.input?.idempotencyKey)
    expect(new Set(keys).size).toBe(2)
  })

  it('is the caller\u2019s own when given', async () => {
    api.script(recorded)
    await client().purchases.record({ ...sale, idempotencyKey: 'order-7' })
    expect(api.received[0]?.body.variables.input?.idempotencyKey).toBe('order-7')
  })
})

describe('what is repeated', () => {
  it('gives up after two retries unless told otherwise', async () => {
    api.script(hangUp)
    expect(await rejection(client().holds.get('hld_1'))).toBeInstanceOf(NetworkError)
    expect(api.received).toHaveLength(3)
    api.script(hangUp)
    expect(await rejection(client({ maxRetries: 0 }).holds.get('hld_1'))).toBeInstanceOf(NetworkError)
    expect(api.received).toHaveLength(1)
    api.script(hangUp)
    await rejection(client({ maxRetries: 0 }).holds.get('hld_1', { maxRetries: 1 }))
    expect(api.received).toHaveLength(2)
  })

  it('is never a mutation without a key', async () => {
    api.script(hangUp)
    const enrolment = client().customers.enrol({ name: 'Anna', consentVersion: '1' })
    expect(await rejection(enrolment)).toBeInstanceOf(NetworkError)
    expect(api.received).toHaveLength(1)
  })

  it('is never a refusal of business', async () => {
    const refusal = { code: 'NOT_FOUND', message: 'No.', path: [], docUrl: 'https://x', retryable: true }
    api.script(data({ purchaseRecord: { __typename: 'NotFoundError', ...refusal } }))
    const result = await client().purchases.record(sale)
    expect(result.__typename).toBe('NotFoundError')
    expect(api.received).toHaveLength(1)
  })

  it.each([
    ['a gateway that lost its upstream', text(502, '<html>'), ServerError, 3],
    ['a page of a proxy with status 500', text(500, '<html>'), UnexpectedResponseError, 3],
    ['a page of a proxy with status 404', text(404, '<html>'), UnexpectedResponseError, 1],
    ['a masked failure', failure(500, { code: 'INTERNAL_SERVER_ERROR' }), ServerError, 1],
    [
      'a masked failure said to be passing',
      failure(500, { code: 'INTERNAL_SERVER_ERROR', retryable: true }),
      ServerError,
      3,
    ],
    [
      'a key that is not accepted, whatever the code',
      failure(401, { code: 'KEY_REVOKED' }),
      AuthenticationError,
      1,
    ],
    ['a lack of rights', failure(403, { code: 'FORBIDDEN' }), PermissionError, 1],
    ['a bad document', failure(400, { code: 'GRAPHQL_VALIDATION_FAILED' }), InvalidRequestError, 1],
    ['throttling', failure(429, { code: 'THROTTLED', retryAfterMs: 1 }), ThrottledError, 3],
    ['an overloaded API', failure(503, { code: 'OVERLOADED', retryAfterMs: 1 }), OverloadedError, 3],
    ['an API that lost its database', failure(503, { code: 'UNAVAILABLE', retryAfterMs: 1 }), ServerError, 3],
    ['an overloaded API with status 200', failure(200, { code: 'OVERLOADED' }), OverloadedError, 3],
  ] as const)('%s', async (_name, answer, errorClass, requests) => {
    api.script(answer)
    expect(await rejection(client().holds.get('hld_1'))).toBeInstanceOf(errorClass)
    expect(api.received).toHaveLength(requests)
  })
})

describe('Retry-After', () => {
  it('is waited before the next attempt', async () => {
    api.script(failure(429, { code: 'THROTTLED' }, { 'retry-after': '1' }), noHold)
    const retries: RetryEvent[] = []
    const startedAtMs = performance.now()
    await client({ onRetry: (event) => retries.push(event) }).holds.get('hld_1')
    expect(performance.now() - startedAtMs).toBeGreaterThanOrEqual(1_000)
    expect(retries[0]?.error).toMatchObject({ code: 'THROTTLED', retryAfterMs: 1_000 })
  })

  it('of longer than half a minute is thrown at once for the caller to decide', async () => {
    api.script(text(429, 'slow down', { 'retry-after': '3600' }))
    const error = await rejection(client().holds.get('hld_1'))
    expect(error).toBeInstanceOf(ThrottledError)
    expect(error).toMatchObject({ retryAfterMs: 3_600_000, retryable: true, status: 429 })
    expect(api.received).toHaveLength(1)
  })
})

describe('time-out and abort', () => {
  it('ends an attempt that gets no reply', async () => {
    api.script(silence)
    const error = await rejection(client({ timeoutMs: 50, maxRetries: 0 }).holds.get('hld_1'))
    expect(error).toBeInstanceOf(TimeoutError)
    expect(error).toMatchObject({ code: 'TIMEOUT', retryable: true, timeoutMs: 50 })
  })

  it('ends an attempt whose body stalls', async () => {
    api.script((response) => {
      response.writeHead(200, { 'content-type': 'application/json' })
      response.write('{"data":')
    })
    const error = await rejection(client({ maxRetries: 0 }).holds.get('hld_1', { timeoutMs: 50 }))
    expect(error).toBeInstanceOf(TimeoutError)
  })

  it('repeats a keyed mutation that timed out, with the same key', async () => {
    api.script(silence, recorded)
    await client({ timeoutMs: 200 }).purchases.record(sale)
    expect(api.received).toHaveLength(2)
    expect(api.received[1]?.text).toBe(api.received[0]?.text)
  })

  it('rejects with the caller\u2019s reason while waiting for a reply', async () => {
    const controller = new AbortController()
    const reason = new Error('the customer left')
    api.script(() => controller.abort(reason))
    const error = await rejection(client().holds.get('hld_1', { signal: controller.signal }))
    expect(error).toBe(reason)
    expect(api.received).toHaveLength(1)
  })

  it('rejects with the caller\u2019s reason while waiting to retry', async () => {
    const controller = new AbortController()
    const reason = new Error('the customer left')
    api.script(failure(429, { code: 'THROTTLED', retryAfterMs: 20_000 }))
    const artel = client({ onRetry: () => setImmediate(() => controller.abort(reason)) })
    const startedAtMs = performance.now()
    expect(await rejection(artel.holds.get('hld_1', { signal: controller.signal }))).toBe(reason)
    expect(performance.now() - startedAtMs).toBeLessThan(10_000)
  })

  it('sends nothing when the signal has ended before', async () => {
    api.script(noHold)
    const error = await rejection(client().holds.get('hld_1', { signal: AbortSignal.abort() }))
    expect(error).toMatchObject({ name: 'AbortError' })
    expect(api.received).toHaveLength(0)
  })
})

describe('hooks', () => {
  it('see operation, attempt, status, request id and time, and never a credential', async () => {
    api.script(hangUp, data({ hold: null }, { 'x-request-id': 'req_7' }))
    const events: Array<RequestEvent | ResponseEvent | RetryEvent> = []
    const push = (event: RequestEvent) => events.push(event)
    await client({ onRequest: push, onResponse: push, onRetry: push }).holds.get('hld_1')
    expect(events).toMatchObject([
      { operationName: 'HoldGet', kind: 'query', attempt: 1 },
      { attempt: 1, error: { code: 'NETWORK' } },
      { attempt: 2 },
      { attempt: 2, status: 200, requestId: 'req_7', elapsedMs: expect.any(Number) },
    ])
    expect(JSON.stringify(events)).not.toContain('sk_test_1')
  })

  it('that throw do not fail the call', async () => {
    api.script(noHold)
    const seen: unknown[] = []
    const { error } = console
    console.error = (...words: unknown[]) => seen.push(words)
    try {
      const onResponse = () => {
        throw new Error('a broken metric')
      }
      expect(await client({ onResponse }).holds.get('hld_1')).toBeNull()
    } finally {
      console.error = error
    }
    expect(seen).toHaveLength(1)
  })
})

it('throws on any error in the reply, even next to data', async () => {
  api.script((response) => {
    response.writeHead(200, { 'content-type': 'application/graphql-response+json' })
    const errors = [{ message: 'Not yours.', extensions: { code: 'FORBIDDEN', requestId: 'req_9' } }]
    response.end(JSON.stringify({ data: { hold: null }, errors }))
  })
  const error = await rejection(client().holds.get('hld_1'))
  expect(error).toBeInstanceOf(PermissionError)
  expect(error).toMatchObject({ message: 'Not yours.', requestId: 'req_9' })
})
