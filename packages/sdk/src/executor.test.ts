import type { TypedDocumentNode } from '@graphql-typed-document-node/core'
import { type AnyVariables, CombinedError, cacheExchange, type Exchange, gql, mapExchange } from '@urql/core'
import { parse } from 'graphql'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { filter, fromValue, mergeMap, pipe } from 'wonka'
import { type ArtelOptions, createArtel } from './create-artel.ts'
import { InvalidRequestError, NetworkError, PermissionError, ThrottledError } from './system-errors.ts'
import {
  type Answering,
  data,
  failure,
  type ScriptedApi,
  silence,
  startScriptedApi,
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
