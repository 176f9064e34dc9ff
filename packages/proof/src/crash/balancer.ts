import { Agent, createServer, request as forward, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { setTimeout as delay } from 'node:timers/promises'

/** One address in front of several servers, as a common proxy is: it keeps connections, and asks who is ready. */
export interface Balancer {
  readonly url: string
  /** What a client would have been told is a bad gateway: a server's door was closed, or it went away in the middle. */
  readonly failures: readonly string[]
  /** How many requests were handed to each server. */
  readonly handed: ReadonlyMap<string, number>
  /** Replaces a server that is gone. */
  replace(former: string, next: string): void
  stop(): Promise<void>
}

/** How often each server is asked whether it is ready, milliseconds. */
export const LOOK_EVERY_MS = 50

export async function startBalancer(addresses: readonly string[]): Promise<Balancer> {
  const servers = [...addresses]
  const ready = new Set(servers)
  const agent = new Agent({ keepAlive: true })
  const failures: string[] = []
  const handed = new Map<string, number>()
  const looking = new AbortController()
  let turn = 0
  const look = async () => {
    while (!looking.signal.aborted) {
      await Promise.all(
        servers.map(async (server) => {
          const status = await fetch(`${server}/readyz`).then(
            (answer) => answer.status,
            () => 0,
          )
          if (status === 200) ready.add(server)
          else ready.delete(server)
        }),
      )
      await delay(LOOK_EVERY_MS)
    }
  }
  const looked = look()
  const hand = (incoming: IncomingMessage, outgoing: ServerResponse) => {
    const candidates = servers.filter((server) => ready.has(server))
    turn += 1
    const server = candidates[turn % candidates.length]
    if (server === undefined) {
      failures.push('nobody was ready')
      return outgoing.writeHead(503).end()
    }
    handed.set(server, (handed.get(server) ?? 0) + 1)
    const onward = forward(
      `${server}${incoming.url}`,
      { method: incoming.method, headers: incoming.headers, agent },
      (answer) => {
        outgoing.writeHead(answer.statusCode ?? 502, answer.headers)
        answer.pipe(outgoing)
      },
    )
    onward.once('error', (error) => {
      failures.push(`${server}: ${error.message}`)
      if (!outgoing.headersSent) outgoing.writeHead(502)
      outgoing.end()
    })
    return incoming.pipe(onward)
  }
  // Longer than a client of the test may be busy with something else: a closed connection would be the balancer's own fault.
  const door = createServer({ keepAliveTimeout: 3_600_000 }, hand)
  await new Promise<void>((resolve) => door.listen(0, '127.0.0.1', resolve))
  return {
    url: `http://127.0.0.1:${(door.address() as AddressInfo).port}`,
    failures,
    handed,
    replace: (former, next) => {
      servers.splice(servers.indexOf(former), 1, next)
      ready.delete(former)
    },
    stop: async () => {
      looking.abort()
      await looked
      agent.destroy()
      door.closeAllConnections()
      await new Promise((resolve) => door.close(resolve))
    },
  }
}
