import { createServer, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { databaseAnswers, type Store } from '@artel/store'
import type { Registry } from 'prom-client'

export interface StatusOptions {
  readonly store: Store
  readonly registry: Registry
  /** Whether the worker has its queues open and has not been told to stop. */
  readonly works: () => boolean
  /** 0 = any free port. */
  readonly port: number
  /** Address to listen on. Default: 127.0.0.1, this machine alone. */
  readonly host?: string
}

export interface RunningStatus {
  readonly port: number
  stop(): Promise<void>
}

/** How long readiness waits for the database, milliseconds. */
const READY_TIMEOUT_MS = 1_000

/**
 * Answers /healthz (the process runs), /readyz (200 when it works and the database answers, else 503) and /metrics
 * (Prometheus text, without a coalition, a member or a person). For the inside of a deployment: it asks nobody who they
 * are. Rejects when the port is taken.
 */
export async function serveStatus(options: StatusOptions): Promise<RunningStatus> {
  const server = createServer((request, response) => {
    answer(options, (request.url ?? '/').split('?', 1)[0] ?? '/', response).catch(() =>
      send(response, 500, 'text/plain', 'Something went wrong.\n'),
    )
  })
  const port = await listen(server, options)
  return {
    port,
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}

async function answer(
  { store, registry, works }: StatusOptions,
  path: string,
  response: ServerResponse,
): Promise<void> {
  if (path === '/healthz') return sendJson(response, 200, 'ok')
  if (path === '/readyz') {
    if (!works()) return sendJson(response, 503, 'not working')
    return (await databaseAnswers(store, { withinMs: READY_TIMEOUT_MS }))
      ? sendJson(response, 200, 'ready')
      : sendJson(response, 503, 'database unreachable')
  }
  if (path === '/metrics') return send(response, 200, registry.contentType, await registry.metrics())
  sendJson(response, 404, 'There is nothing here. Try /healthz, /readyz or /metrics.')
}

const sendJson = (response: ServerResponse, code: number, status: string) =>
  send(response, code, 'application/json; charset=utf-8', `${JSON.stringify({ status })}\n`)

function send(response: ServerResponse, code: number, type: string, text: string): void {
  response.writeHead(code, { 'content-type': type, 'cache-control': 'no-store' })
  response.end(text)
}

function listen(server: Server, { port, host = '127.0.0.1' }: StatusOptions): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', reject)
    server.listen({ port, host }, () => {
      server.removeListener('error', reject)
      resolve((server.address() as AddressInfo).port)
    })
  })
}
