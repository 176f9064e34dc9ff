import { createServer, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Principal } from '@artel/use-cases'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { requestError } from '../errors/request-error.ts'
import { makeApiMetrics } from '../metrics/api-metrics.ts'
import type { LiveEvent } from './feed-events.ts'
import { makeStreams, type StreamCaller } from './streams.ts'

const CUSTOMER: Principal = {
  ...{ kind: 'customer', coalitionId: 'c', memberId: 'm', customerId: 'anna' },
  ...{ scopes: new Set(['wallet:read']), tokenId: 't', maxPoints: null, origin: null },
}

let server: Server
const arrived: ServerResponse[] = []
beforeAll(async () => {
  server = createServer((_request, response) => void arrived.push(response))
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
})
afterAll(() => {
  server.closeAllConnections()
  server.close()
})

/** A request that waits for its answer, and how its caller leaves. */
async function aRequest() {
  const controller = new AbortController()
  const { port } = server.address() as AddressInfo
  const before = arrived.length
  fetch(`http://127.0.0.1:${port}`, { signal: controller.signal }).catch(() => undefined)
  await expect.poll(() => arrived.length).toBeGreaterThan(before)
  const response = arrived.at(-1) as ServerResponse
  return {
    response,
    async leave() {
      controller.abort()
      await expect.poll(() => response.destroyed).toBe(true)
    },
  }
}

const aProcess = (
  bounds: { max?: number; maxPerCaller?: number; maxPerCustomer?: number; maxPerAddress?: number } = {},
) =>
  makeStreams({
    ...{ metrics: makeApiMetrics(), max: 9, maxPerCaller: 9, maxPerCustomer: 9, maxPerAddress: 9 },
    heartbeatEveryMs: 60_000,
    ...bounds,
  })

const callerOf = (response: ServerResponse, more: Partial<StreamCaller> = {}): StreamCaller => ({
  ...{ response, principal: CUSTOMER, address: '203.0.113.7', credential: 'token', isShared: true },
  authenticate: () => Promise.resolve(CUSTOMER),
  assertGranted: () => undefined,
  ...more,
})

const watching = (watch: () => () => void = () => () => undefined) => ({
  ...{ missed: [] as LiveEvent[], watch, sees: () => true, assertMay: () => undefined },
})

const codeOf = (open: () => unknown): unknown => {
  try {
    open()
    return 'opened'
  } catch (error) {
    return (error as ReturnType<typeof requestError>).extensions.code
  }
}

test('a caller that has left before its stream is opened takes no place', async () => {
  const streams = aProcess({ max: 1 })
  const gone = await aRequest()
  await gone.leave()
  expect(codeOf(() => streams.open(callerOf(gone.response)))).toBe('STREAM_ENDED')
  expect(codeOf(() => streams.open(callerOf(arrived.at(-1) as ServerResponse)))).toBe('STREAM_ENDED')
  const here = await aRequest()
  expect(codeOf(() => streams.open(callerOf(here.response)))).toBe('opened')
})

test('a caller that leaves between the opening and the first event is watched for by nobody', async () => {
  const streams = aProcess({ max: 1 })
  const request = await aRequest()
  const stream = streams.open(callerOf(request.response))
  await request.leave()
  let watchers = 0
  const queue = stream.queue(
    watching(() => {
      watchers += 1
      return () => {
        watchers -= 1
      }
    }),
  )
  expect(await queue.next()).toEqual({ done: true, value: undefined })
  expect(watchers).toBe(0)
  const here = await aRequest()
  expect(codeOf(() => streams.open(callerOf(here.response)))).toBe('opened')
})

test('a stream of a caller that acts at another place by now ends', async () => {
  const admin: Principal = {
    ...{ kind: 'admin', coalitionId: 'a', keyId: 'k', scopes: new Set(['coalition:read']) },
  } as Principal
  const { response } = await aRequest()
  const moved = { ...admin, coalitionId: 'b' } as Principal
  const stream = aProcess().open(callerOf(response, { principal: admin, authenticate: async () => moved }))
  await expect(stream.queue(watching()).next()).rejects.toMatchObject({ code: 'FORBIDDEN' })
  expect(stream.principal).toBe(admin)
})

test('a stream of a token that has expired ends with TOKEN_EXPIRED', async () => {
  const { response } = await aRequest()
  const authenticate = () => Promise.reject(requestError('TOKEN_EXPIRED', 'The token has expired.'))
  const stream = aProcess().open(callerOf(response, { authenticate }))
  await expect(stream.queue(watching()).next()).rejects.toMatchObject({
    extensions: { code: 'TOKEN_EXPIRED' },
  })
})

test('keys of one member share its streams, and callers of one address theirs', async () => {
  const [first, second] = [(await aRequest()).response, (await aRequest()).response]
  const member = (keyId: string) =>
    ({
      kind: 'member',
      coalitionId: 'c',
      memberId: 'm',
      keyId,
      scopes: new Set(),
      status: 'ACTIVE',
    }) as Principal
  const streams = aProcess({ maxPerCaller: 1 })
  const open = (response: ServerResponse, keyId: string) =>
    codeOf(() => streams.open(callerOf(response, { principal: member(keyId), credential: keyId })))
  expect([open(first, 'one'), open(second, 'two')]).toEqual(['opened', 'TOO_MANY_STREAMS'])
  const ofAddress = aProcess({ maxPerAddress: 1 })
  expect(codeOf(() => ofAddress.open(callerOf(first)))).toBe('opened')
  const other = { ...CUSTOMER, customerId: 'boris' } as Principal
  expect(codeOf(() => ofAddress.open(callerOf(second, { principal: other })))).toBe('TOO_MANY_STREAMS')
})
