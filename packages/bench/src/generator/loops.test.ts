import { createServer, type RequestListener } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterEach, expect, test } from 'vitest'
import { runClosedLoop } from './closed-loop.ts'
import type { BodyPiece, RequestPlan } from './job.ts'
import { runOpenLoop } from './open-loop.ts'

const STALL_MS = 300

let stop = () => {}
afterEach(() => stop())

/** Serves until the end of the test; returns a plan that asks of it. */
async function serve(handler: RequestListener, body: readonly BodyPiece[] = []): Promise<RequestPlan> {
  const server = createServer(handler)
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening))
  stop = () => {
    server.closeAllConnections()
    server.close()
  }
  const { port } = server.address() as AddressInfo
  return { host: '127.0.0.1', port, path: '/', headers: {}, body, expects: '"ok"', refusal: '"FULL"' }
}

test('both loops send well-formed requests and count every answer for what it is', async () => {
  const bodies = new Set<string>()
  let asked = 0
  const request = await serve(
    async (incoming, response) => {
      let text = ''
      for await (const chunk of incoming) text += chunk
      bodies.add(text)
      asked += 1
      if (asked % 5 === 1) response.writeHead(503, { 'retry-after': '1' }).end('"FULL"')
      else if (asked % 5 === 2) response.writeHead(503).end('"FULL"')
      else if (asked % 5 === 3) response.end('"no"')
      else if (asked % 5 === 4) response.destroy()
      else response.writeHead(200, { connection: 'close' }).end('"ok"')
    },
    [{ text: '{"id":"' }, { fresh: 'key' }, { text: '","of":"' }, { anyOf: ['one', 'two'] }, { text: '"}' }],
  )
  const phases = [{ ratePerSecond: 200, seconds: 0.25 }]
  const open = await runOpenLoop({ kind: 'open', request, phases, connections: 1, patienceMs: 60_000 })
  expect(open).toMatchObject({ right: 10, refused: 10, wrong: 30, dropped: 0 })
  expect(open.slices.reduce((sum, slice) => sum + slice.arrived, 0)).toBe(10)
  expect(bodies.size).toBe(50)
  for (const body of bodies) expect(body).toMatch(/^\{"id":"[0-9a-f-]{31}","of":"(one|two)"\}$/)
  expect(open.wrongSamples).toContain('503 "FULL"')

  asked = 0
  const closed = await runClosedLoop({ kind: 'closed', request, connections: 3, seconds: 0.3 })
  expect(closed.right + closed.refused + closed.wrong).toBe(asked)
  expect(closed.right).toBe(Math.floor(asked / 5))
})

test('in an open loop a stall is felt by all who come during it, not only by who is being served', async () => {
  const begun = performance.now()
  const request = await serve((_, response) => {
    // A server that wakes up at one instant.
    setTimeout(() => response.end('"ok"'), Math.max(0, begun + STALL_MS + 100 - performance.now()))
  })
  const phases = [{ ratePerSecond: 1_000, seconds: 0.1 }]
  const result = await runOpenLoop({ kind: 'open', request, phases, connections: 1, patienceMs: 60_000 })
  expect(result.right).toBe(100)
  // Due in the first 100 ms, answered 300 ms later at the earliest, all but the first through a connection that was taken.
  expect(result.p50Ms).toBeGreaterThan(STALL_MS - 100)
})

test('an open loop sends on time though nothing is answered, and drops what finds no connection', async () => {
  const held: (() => void)[] = []
  const request = await serve((_, response) => {
    held.push(() => response.end('"ok"'))
    // The last that can be sent is here: everybody may go.
    if (held.length === 5) for (const release of held.splice(0)) setTimeout(release, STALL_MS)
  })
  const phases = [{ ratePerSecond: 100, seconds: 0.1 }]
  const result = await runOpenLoop({ kind: 'open', request, phases, connections: 5, patienceMs: 10 })
  expect(result).toMatchObject({ right: 5, dropped: 5, wrong: 0 })
})
