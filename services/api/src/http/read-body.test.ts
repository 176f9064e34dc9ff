import { type ClientRequest, createServer, request as httpRequest, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { BodyTimedOut, BodyTooSlow, makeReadBody, type ReadBody } from './read-body.ts'

const MAX_UNFINISHED_BYTES = 1_000

/** As good as none. */
const NO_BOUND_MS = 2 ** 31 - 1

let readBody: ReadBody
let server: Server
let url: string
/** Resolves when the server has some of the next request's body. */
let arrival: () => void
beforeEach(async () => {
  readBody = makeReadBody(MAX_UNFINISHED_BYTES, NO_BOUND_MS)
  server = createServer(async (request, response) => {
    const body = readBody(request)
    request.once('data', () => arrival())
    response.statusCode = await body.then(
      () => 200,
      (error) => (error instanceof BodyTooSlow ? 503 : error instanceof BodyTimedOut ? 408 : 500),
    )
    response.end()
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
})
afterEach(() => {
  server.close()
  server.closeAllConnections()
})

/** Sends the first bytes of a body that is one byte longer, and waits until the server has them. */
async function sendAllButOne(bytes: number): Promise<{ request: ClientRequest; status: Promise<number> }> {
  const arrived = new Promise<void>((resolve) => {
    arrival = resolve
  })
  const request = httpRequest(url, {
    ...{ method: 'POST', headers: { 'content-length': bytes + 1 }, agent: false },
  })
  const status = new Promise<number>((resolve, reject) => {
    request.once('response', (response) => resolve(response.resume().statusCode ?? 0))
    request.once('error', reject)
  })
  request.write('x'.repeat(bytes))
  await arrived
  return { request, status }
}

test('when unfinished bodies fill their memory the oldest is given up, and the others are read', async () => {
  const oldest = await sendAllButOne(600)
  const next = await sendAllButOne(300)
  const last = await sendAllButOne(300)
  expect(await oldest.status).toBe(503)
  next.request.end('x')
  last.request.end('x')
  expect([await next.status, await last.status]).toEqual([200, 200])
})

test('a body that never ends is given up after its time, and one that is complete is read', async () => {
  readBody = makeReadBody(MAX_UNFINISHED_BYTES, 1)
  const request = httpRequest(url, { ...{ method: 'POST', headers: { 'content-length': 2 }, agent: false } })
  request.write('x')
  const status = await new Promise((resolve, reject) => {
    request.once('response', (response) => resolve(response.resume().statusCode))
    request.once('error', reject)
  })
  expect(status).toBe(408)
  readBody = makeReadBody(MAX_UNFINISHED_BYTES, NO_BOUND_MS)
  const { request: next, status: answered } = await sendAllButOne(300)
  next.end('x')
  expect(await answered).toBe(200)
})
