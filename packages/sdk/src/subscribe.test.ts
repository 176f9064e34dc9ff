import type { ServerResponse } from 'node:http'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { createArtel } from './create-artel.ts'
import { createArtelStreams } from './create-artel-streams.ts'
import { TypedDocumentString } from './generated/graphql.ts'
import type { LiveEvent } from './subscribe.ts'
import { AuthenticationError, InvalidRequestError } from './system-errors.ts'
import {
  type Answering,
  failure,
  hangUp,
  type ScriptedApi,
  startScriptedApi,
} from './testing/scripted-api.ts'

interface Told {
  told: number
}
const TOLD = new TypedDocumentString<Told, Record<string, never>>('subscription Told { told }')
const QUERY = new TypedDocumentString<Told, Record<string, never>>('query Told { told }')

let api: ScriptedApi
beforeAll(async () => {
  api = await startScriptedApi()
})
afterAll(() => api.close())

const artel = () => createArtel({ apiKey: 'sk_test_1', url: api.url })

function begin(response: ServerResponse): void {
  response.writeHead(200, { 'content-type': 'text/event-stream; charset=utf-8' })
  response.write('retry: 1000\n:\n\n')
}
const next = (told: number) => `event: next\nid: c${told}\ndata: {"data":{"told":${told}}}\n\n`
const COMPLETE = 'event: complete\ndata:\n\n'
const ended = (code: string, retryable: boolean) =>
  `event: next\ndata: ${JSON.stringify({ errors: [{ message: code, extensions: { code, retryable } }] })}\n\n${COMPLETE}`

/** Sends events, in pieces that cut through them, and then ends, or breaks off. */
const stream =
  (text: string, breaksOff = false): Answering =>
  async (response) => {
    begin(response)
    for (const piece of text.match(/[\s\S]{1,7}/g) ?? [])
      await new Promise<void>((done) => response.write(piece, () => done()))
    if (breaksOff) response.destroy()
    else response.end()
  }

async function all(events: AsyncIterable<LiveEvent<Told>>): Promise<[number, string][]> {
  const seen: [number, string][] = []
  for await (const { data, cursor } of events) seen.push([data.told, cursor])
  return seen
}

const cursors = () => api.received.map(({ headers }) => headers['last-event-id'])

test('events come in their order with their cursors, whatever pieces they come in, until the API completes', async () => {
  api.script(stream(next(1) + next(2) + COMPLETE))
  expect(await all(artel().subscribe(TOLD))).toEqual([
    [1, 'c1'],
    [2, 'c2'],
  ])
  const [request] = api.received
  expect([request?.headers.accept, request?.headers.authorization]).toEqual([
    'text/event-stream',
    'Bearer sk_test_1',
  ])
  expect(request?.body.query).toContain('subscription Told')
})

test('a stream that breaks goes on after its last event, and so does one that the API ends for a while', async () => {
  api.script(
    stream(next(1), true),
    hangUp,
    stream(next(2) + ended('STREAM_ENDED', true)),
    stream(next(3) + COMPLETE),
  )
  expect(await all(artel().subscribe(TOLD, {}, { after: 'c0' }))).toEqual([
    [1, 'c1'],
    [2, 'c2'],
    [3, 'c3'],
  ])
  expect(cursors()).toEqual(['c0', 'c1', 'c1', 'c2'])
})

test('what the API refuses for good is thrown and not asked for again', async () => {
  api.script(failure(410, { code: 'CURSOR_EXPIRED', retryable: false }))
  await expect(all(artel().subscribe(TOLD))).rejects.toMatchObject({ code: 'CURSOR_EXPIRED' })
  api.script(stream(next(1) + ended('UNAUTHENTICATED', false)))
  await expect(all(artel().subscribe(TOLD))).rejects.toBeInstanceOf(AuthenticationError)
  expect(api.received).toHaveLength(1)
})

test('a signal ends it with its reason, and whoever stops reading closes the connection', async () => {
  const closed = new Promise<void>((resolve) => {
    api.script((response) => {
      begin(response)
      response.write(next(1))
      response.once('close', () => resolve())
    })
  })
  const controller = new AbortController()
  const events = artel().subscribe(TOLD, {}, { signal: controller.signal })
  expect((await events.next()).value?.data).toEqual({ told: 1 })
  const second = events.next()
  controller.abort(new Error('enough'))
  await expect(second).rejects.toThrow('enough')
  await closed
})

test('a document that is no subscription is refused before anything is sent', async () => {
  api.script(hangUp)
  expect(() => artel().subscribe(QUERY)).toThrow(InvalidRequestError)
  expect(api.received).toEqual([])
})

test("a page's token that ends in a stream is fetched anew, and the stream goes on", async () => {
  api.script(stream(next(1) + ended('TOKEN_EXPIRED', false)), stream(next(2) + COMPLETE))
  let tokens = 0
  const streams = createArtelStreams({
    url: api.url,
    getToken: async () => {
      tokens += 1
      return `token-${tokens}`
    },
  })
  const persisted = Object.assign(new TypedDocumentString<Told, Record<string, never>>(''), {
    __meta__: { hash: 'abc' },
  })
  expect(await all(streams.subscribe(persisted))).toEqual([
    [1, 'c1'],
    [2, 'c2'],
  ])
  expect(api.received.map(({ headers }) => headers.authorization)).toEqual([
    'Bearer token-1',
    'Bearer token-2',
  ])
  expect(api.received[0]?.body.extensions).toEqual({ persistedQuery: { version: 1, sha256Hash: 'abc' } })
})
