import type { TypedDocumentNode } from '@graphql-typed-document-node/core'
import { type AnyVariables, CombinedError } from '@urql/core'
import { parse } from 'graphql'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { ArtelError } from './artel-error.ts'
import { type ArtelOptions, createArtel } from './create-artel.ts'
import { NetworkError, PermissionError } from './system-errors.ts'
import {
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
    // On a busy machine the query that timed out may arrive only now.
    expect(api.received.filter(({ body }) => body.query?.includes('mutation'))).toHaveLength(1)
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
