import { createServer, type IncomingHttpHeaders, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'

/** A message as it came. */
export interface ReceivedMessage {
  readonly path: string
  readonly headers: IncomingHttpHeaders
  readonly body: string
}

/** What a receiver does with a message; the default answers 204. */
export type Behaviour = (response: ServerResponse, message: ReceivedMessage) => void

export interface Receiver {
  /** Without a slash at the end. */
  readonly url: string
  readonly received: readonly ReceivedMessage[]
  /** Messages at one path. */
  at(path: string): ReceivedMessage[]
  stop(): Promise<void>
}

/** A receiver of webhooks on this machine, which behaves at each path as its owner likes. */
export async function startReceiver(behaviours: Readonly<Record<string, Behaviour>> = {}): Promise<Receiver> {
  const received: ReceivedMessage[] = []
  const server = createServer(async (request, response) => {
    const parts: Buffer[] = []
    for await (const part of request) parts.push(part)
    const path = request.url ?? ''
    const message = { path, headers: request.headers, body: Buffer.concat(parts).toString('utf8') }
    received.push(message)
    const behave = behaviours[path]
    if (behave) behave(response, message)
    else response.writeHead(204).end()
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  return {
    url: `http://127.0.0.1:${port}`,
    received,
    at: (path) => received.filter((message) => message.path === path),
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}
