import { createServer, type IncomingHttpHeaders, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'

/** A request that reached the scripted server. */
interface Received {
  readonly method: string | undefined
  /** Path and query. */
  readonly url: string | undefined
  readonly headers: IncomingHttpHeaders
  readonly text: string
  readonly body: {
    readonly query?: string
    readonly variables: Readonly<Record<string, unknown>> & { readonly input?: Record<string, unknown> }
    readonly extensions?: unknown
  }
}

/** Answers one request. */
export type Answering = (response: ServerResponse, request: Received) => void

/** A real HTTP server that answers by a script, one entry a request; past the end the last one repeats. */
export interface ScriptedApi {
  readonly url: string
  readonly received: readonly Received[]
  /** Replaces the script and forgets what was received. */
  script(...answers: readonly Answering[]): void
  close(): Promise<void>
}

/** Starts a scripted server on a free port of this machine. */
export async function startScriptedApi(): Promise<ScriptedApi> {
  let answers: readonly Answering[] = []
  const received: Received[] = []
  const server = createServer((request, response) => {
    const chunks: Buffer[] = []
    request.on('data', (chunk: Buffer) => chunks.push(chunk))
    request.on('end', () => {
      const text = Buffer.concat(chunks).toString()
      const { method, url, headers } = request
      const body = text === '' ? { variables: {} } : JSON.parse(text)
      const entry: Received = { method, url, headers, text, body }
      const answer = answers[Math.min(received.length, answers.length - 1)]
      received.push(entry)
      if (answer === undefined) response.destroy()
      else answer(response, entry)
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/graphql`,
    received,
    script(...next) {
      answers = next
      received.length = 0
    },
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}

/** Answers with data. */
export const data =
  (value: unknown, headers: Record<string, string> = {}): Answering =>
  (response) => {
    response.writeHead(200, { 'content-type': 'application/graphql-response+json', ...headers })
    response.end(JSON.stringify({ data: value }))
  }

/** Answers with one GraphQL error. */
export const failure =
  (status: number, extensions: Record<string, unknown>, headers: Record<string, string> = {}): Answering =>
  (response) => {
    response.writeHead(status, { 'content-type': 'application/graphql-response+json', ...headers })
    response.end(JSON.stringify({ errors: [{ message: 'It did not work.', extensions }] }))
  }

/** Answers with bare text, as a proxy in between would. */
export const text =
  (status: number, body: string, headers: Record<string, string> = {}): Answering =>
  (response) => {
    response.writeHead(status, { 'content-type': 'text/html', ...headers })
    response.end(body)
  }

/** Does the work and loses the reply: headers and half a body, then the connection breaks. */
export const cutReply: Answering = (response) => {
  response.writeHead(200, { 'content-type': 'application/json', 'content-length': '1000' })
  response.write('{"data":', () => response.destroy())
}

/** Breaks the connection before a word is said. */
export const hangUp: Answering = (response) => {
  response.destroy()
}

/** Never answers. */
export const silence: Answering = () => undefined
