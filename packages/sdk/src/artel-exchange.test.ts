import type { TypedDocumentNode } from '@graphql-typed-document-node/core'
import { type AnyVariables, CombinedError, cacheExchange, type Exchange, gql, mapExchange } from '@urql/core'
import { parse } from 'graphql'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { filter, fromValue, mergeMap, pipe } from 'wonka'
import { ArtelError } from './artel-error.ts'
import { type ArtelOptions, createArtel } from './create-artel.ts'
import { InvalidRequestError, NetworkError, PermissionError, ThrottledError } from './system-errors.ts'
import {
  type Answering,
  data,
  failure,
  hangUp,
  type ScriptedApi,
  silence,
  startScriptedApi,
  text,
} from './testing/scripted-api.ts'

let api: ScriptedApi
beforeAll(async () => {
  api = await startScriptedApi()
})
afterAll(() => api.close())

const client = (options: Partial<ArtelOptions> = {}) =>
  createArtel({ apiKey: 'sk_test_1', url: api.url, ...options })

const document = (source: string) =>
  parse(source) as TypedDocumentNode<{ viewer: { __typename: string; kind: string } }, AnyVariables>
const Viewer = document('query Viewer { viewer { kind } }')
const Key = document('mutation Key($input: Input!) { apiKeyRevoke(input: $input) { __typename } }')
const member = data(
  { viewer: { __typename: 'Viewer', kind: 'MEMBER' } },
  { 'x-request-id': 'req_5', 'content-type': 'application/json' },
)
const revoked = data({ apiKeyRevoke: { __typename: 'ApiKeyRevokePayload' } })
const rejection = (promise: PromiseLike<unknown>) =>
  promise.then(
    () => {
      throw new Error('expected a rejection')
    },
    (error: unknown) => error,
  )

/** Holds every answer until `count` requests are in, so that they are under way at the same time. */
function together(count: number, value: unknown): Answering {
  const waiting: Array<() => void> = []
  return (response, request) => {
    waiting.push(() => data(value)(response, request))
    if (waiting.length === count) for (const answer of waiting) answer()
  }
}

describe('calls at the same time', () => {
  it('that are equal mutations are two requests, each with its own answer', async () => {
    let serial = 0
    api.script((response, request) => {
      serial += 1
      data({ apiKeyRevoke: { __typename: `Payload${serial}` } })(response, request)
    })
    const artel = client()
    const variables = { input: { apiKeyId: 'key_1' } }
    const answers = await Promise.all([
      artel.mutate(Key, variables),
      artel.mutate(Key, variables),
      artel.urql.mutation(Key, variables).then((result) => result.data),
    ])
    expect(api.received).toHaveLength(3)
    expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(3)
  })

  it('that are equal queries are two requests, with an answer for each', async () => {
    const quote = { __typename: 'PurchaseQuotePayload', maxPoints: '5' }
    api.script(together(2, { purchaseQuote: quote }))
    const artel = client()
    const input = { customer: { id: 'cus_1' }, total: { amountMinor: 100n } }
    const [first, second] = await Promise.all([
      artel.purchases.quote(input).unwrap(),
      artel.purchases.quote(input).unwrap(),
    ])
    expect([first.maxPoints, second.maxPoints]).toEqual(['5', '5'])
    expect(first).not.toBe(second)
    expect(api.received).toHaveLength(2)
  })

  it('that are equal queries end by their own signals and time-outs alone', async () => {
    const controller = new AbortController()
    const reason = new Error('the customer left')
    let late: (() => void) | undefined
    api.script(silence, silence, (response, request) => {
      late = () => member(response, request)
      controller.abort(reason)
    })
    const artel = client({ maxRetries: 0 })
    const aborted = rejection(artel.query(Viewer, {}, { signal: controller.signal }))
    const timedOut = rejection(artel.query(Viewer, {}, { timeoutMs: 150 }))
    const answered = artel.query(Viewer)
    expect(await aborted).toBe(reason)
    expect(await timedOut).toMatchObject({ code: 'TIMEOUT' })
    late?.()
    expect(await answered).toMatchObject({ viewer: { kind: 'MEMBER' } })
  })

  it('that are equal queries of the two ways in do not share a request', async () => {
    api.script(together(2, { viewer: { __typename: 'Viewer', kind: 'MEMBER' } }))
    const artel = client()
    const [own, urql] = await Promise.all([artel.query(Viewer), artel.urql.query(Viewer, {}).toPromise()])
    expect(own.viewer.kind).toBe('MEMBER')
    expect(urql.data?.viewer.kind).toBe('MEMBER')
  })
})

describe('the urql client', () => {
  it('answers with data and the request id, by the network every time', async () => {
    api.script(member)
    const { urql } = client()
    const first = await urql.query(Viewer, {}).toPromise()
    expect(first.data?.viewer.kind).toBe('MEMBER')
    expect(first.extensions).toEqual({ requestId: 'req_5' })
    expect(first.error).toBeUndefined()
    await urql.query(Viewer, {}).toPromise()
    expect(api.received).toHaveLength(2)
    expect(api.received[0]?.headers.authorization).toBe('Bearer sk_test_1')
    expect(JSON.stringify(first)).not.toContain('sk_test_1')
  })

  it('keeps the extensions that the API sent', async () => {
    api.script((response) => {
      response.writeHead(200, { 'content-type': 'application/json' })
      response.end(JSON.stringify({ data: { viewer: null }, errors: [], extensions: { cost: 3 } }))
    })
    const { error, extensions } = await client().urql.query(Viewer, {}).toPromise()
    expect([error, extensions]).toEqual([undefined, { cost: 3 }])
  })

  it('gives all errors of a reply, its holed data, and the typed error as their cause', async () => {
    api.script((response) => {
      response.writeHead(200, { 'content-type': 'application/json', 'x-request-id': 'req_6' })
      const errors = [
        { message: 'Not yours.', path: ['hold'], extensions: { code: 'FORBIDDEN' } },
        { message: 'Nor this.' },
        null,
      ]
      response.end(JSON.stringify({ data: { viewer: null }, errors }))
    })
    const result = await client().urql.query(Viewer, {}).toPromise()
    expect(result.data).toEqual({ viewer: null })
    expect(result.error).toBeInstanceOf(CombinedError)
    expect(result.error?.graphQLErrors.map(({ message }) => message)).toEqual(['Not yours.', 'Nor this.'])
    expect(result.error?.graphQLErrors[0]).toMatchObject({
      path: ['hold'],
      extensions: { code: 'FORBIDDEN' },
    })
    expect(result.error?.networkError).toBeUndefined()
    expect(result.error?.response).toMatchObject({ status: 200 })
    expect(result.error?.cause).toBeInstanceOf(PermissionError)
    expect(result.error?.cause).toMatchObject({ requestId: 'req_6' })
  })

  it.each([
    ['no reply', [hangUp], NetworkError, undefined],
    ['a page of a proxy', [text(404, '<html>')], ArtelError, 404],
    [
      'no reply after a refused attempt',
      [failure(429, { retryAfterMs: 1 }), hangUp],
      NetworkError,
      undefined,
    ],
  ] as const)('gives %s as a network error that is the typed error', async (_name, script, type, status) => {
    api.script(...script)
    const { error, data } = await client({ maxRetries: 1 }).urql.query(Viewer, {}).toPromise()
    expect(error?.graphQLErrors).toEqual([])
    expect(error?.networkError).toBeInstanceOf(type)
    expect(error?.networkError).toBe(error?.cause)
    expect(error?.response?.status).toBe(status)
    expect(data).toBeUndefined()
  })

  it('repeats and times out as every call does, told so in the context', async () => {
    api.script(hangUp)
    await client()
      .urql.query(Viewer, {}, { artel: { maxRetries: 1 } })
      .toPromise()
    expect(api.received).toHaveLength(2)
    api.script(silence)
    const artel = { timeoutMs: 50, maxRetries: 0 }
    const { error } = await client().urql.query(Viewer, {}, { artel }).toPromise()
    expect(error?.cause).toMatchObject({ code: 'TIMEOUT', timeoutMs: 50 })
    api.script(hangUp)
    await client().urql.mutation(Key, { input: {} }).toPromise()
    expect(api.received).toHaveLength(1)
  })

  it('ends the request of a query that nobody listens to any more', async () => {
    const closed = new Promise<void>((resolve) => {
      api.script((response) => {
        response.on('close', resolve)
        subscription.unsubscribe()
      })
    })
    const subscription = client({ timeoutMs: 600_000 })
      .urql.query(Viewer, {})
      .subscribe(() => undefined)
    await closed
    expect(api.received).toHaveLength(1)
  })

  it('lets a mutation that nobody listens to any more be done, as urql does', async () => {
    const answered = new Promise<void>((resolve) => {
      api.script((response, request) => {
        subscription.unsubscribe()
        response.on('finish', resolve)
        revoked(response, request)
      })
    })
    const subscription = client()
      .urql.mutation(Key, { input: {} })
      .subscribe(() => undefined)
    await answered
  })

  it('sends its key to the address of its own only, whatever a context says', async () => {
    api.script(member)
    const context = { url: 'http://127.0.0.1:9/elsewhere' }
    expect((await client().urql.query(Viewer, {}, context).toPromise()).data).toBeDefined()
    expect(api.received).toHaveLength(1)
  })

  it('cannot be replaced', () => {
    expect(() => Object.assign(client(), { urql: null })).toThrow(TypeError)
  })
})

describe('exchanges of the caller', () => {
  it('see operations before they are sent, and results before they are given', async () => {
    api.script(failure(403, { code: 'FORBIDDEN' }))
    const seen: unknown[] = []
    const watch = mapExchange({
      onOperation: ({ kind }) => void seen.push(kind),
      onError: ({ cause }) => void seen.push(cause),
    })
    expect(await rejection(client({ exchanges: [watch] }).query(Viewer))).toBeInstanceOf(PermissionError)
    expect(seen).toEqual(['query', expect.any(PermissionError)])
  })

  it('that keep answers do not answer a call of the SDK', async () => {
    api.script(member)
    const artel = client({ exchanges: [cacheExchange] })
    for (let call = 0; call < 2; call += 1) await artel.query(Viewer)
    expect(api.received).toHaveLength(2)
    const cached = { requestPolicy: 'cache-first' } as const
    for (let call = 0; call < 2; call += 1) await artel.urql.query(Viewer, {}, cached).toPromise()
    expect(api.received).toHaveLength(3)
  })

  it('that keep answers keep one for a request, however often it is made', async () => {
    api.script(member)
    const keys = new Set<number>()
    const watch = mapExchange({ onOperation: ({ key }) => void keys.add(key) })
    const artel = client({ exchanges: [watch] })
    for (let call = 0; call < 3; call += 1) await artel.query(Viewer)
    expect(keys.size).toBe(1)
  })

  it('that hold an operation back do not hold back the abort', async () => {
    api.script(member)
    const held: Exchange =
      ({ forward }) =>
      (operations$) =>
        forward(
          pipe(
            operations$,
            filter(({ kind }) => kind === 'teardown'),
          ),
        )
    const controller = new AbortController()
    const reason = new Error('the customer left')
    const call = rejection(client({ exchanges: [held] }).query(Viewer, {}, { signal: controller.signal }))
    controller.abort(reason)
    expect(await call).toBe(reason)
    expect(api.received).toHaveLength(0)
  })

  it('that give the same object again leave each call its own result', async () => {
    const quote = { __typename: 'PurchaseQuotePayload', maxPoints: '5' }
    const same = mapExchange({ onResult: (result) => ({ ...result, data: { purchaseQuote: quote } }) })
    api.script(data({ purchaseQuote: quote }))
    const artel = client({ exchanges: [same] })
    const input = { customer: { id: 'cus_1' }, total: { amountMinor: 100n } }
    const [first, second] = [await artel.purchases.quote(input), await artel.purchases.quote(input)]
    expect([first.unwrap(), second.unwrap()]).toEqual([quote, quote])
  })

  it.each([
    ['a network error', { networkError: new Error('circuit open') }, NetworkError],
    [
      'an error with a code',
      { graphQLErrors: [{ message: 'Slow.', extensions: { code: 'THROTTLED' } }] },
      ThrottledError,
    ],
  ])('that fail by themselves with %s reject with the error nearest to it', async (_name, made, type) => {
    const failing: Exchange = () => (operations$) =>
      pipe(
        operations$,
        filter(({ kind }) => kind !== 'teardown'),
        mergeMap((operation) =>
          fromValue({
            operation,
            data: undefined,
            error: new CombinedError(made),
            stale: false,
            hasNext: false,
          }),
        ),
      )
    expect(await rejection(client({ exchanges: [failing] }).query(Viewer))).toBeInstanceOf(type)
  })
})

describe('a document', () => {
  it('of urql\u2019s gql runs', async () => {
    api.script(member)
    const Own = gql<{ viewer: { kind: string } }, Record<string, never>>`query Own { viewer { kind } }`
    expect((await client().query(Own)).viewer.kind).toBe('MEMBER')
    expect(api.received[0]?.body).toMatchObject({ operationName: 'Own', variables: {} })
  })

  it.each([
    ['that is a mutation where a query is asked for', Key],
    ['without an operation', document('fragment F on Viewer { kind }')],
  ])('%s is refused before anything is sent', async (_name, wrong) => {
    api.script(member)
    expect(await rejection(client().query(wrong, {}))).toBeInstanceOf(InvalidRequestError)
    expect(api.received).toHaveLength(0)
  })
})

it('rejects with the reason of a signal, whatever it is', async () => {
  const controller = new AbortController()
  api.script(() => controller.abort('gone'))
  const signal = controller.signal
  expect(await rejection(client().mutate(Key, { input: {} }, { signal }))).toBe('gone')
  const { error } = await client()
    .urql.query(Viewer, {}, { artel: { signal: AbortSignal.abort('gone') } })
    .toPromise()
  expect(error?.cause).toBe('gone')
})
