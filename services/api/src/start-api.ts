import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Store } from '@artel/store'
import type { Logger } from 'pino'
import type { Registry } from 'prom-client'
import { type ApiConfig, completeConfig } from './config.ts'
import { createApi } from './create-api.ts'
import { makeLog } from './log.ts'
import { makeApiMetrics } from './metrics/api-metrics.ts'

export interface StartApiOptions {
  /** An open store; `stop` leaves it open, since whoever opened it may share it. */
  readonly store: Store
  /** 0 = any free port. Default: 4000. */
  readonly port?: number
  /** Address to listen on. Default: all. */
  readonly host?: string
  readonly config?: Partial<ApiConfig>
  readonly log?: Logger
  /** Where the figures of /metrics are collected, beside others of the process. Default: a registry of its own. */
  readonly registry?: Registry
}

export interface RunningApi {
  /** Base address, without a trailing slash: http://localhost:4000. */
  readonly url: string
  readonly port: number
  /** Stops accepting, lets requests in flight finish for at most `config.drainMs`, then closes what is left. */
  stop(): Promise<void>
}

const DEFAULT_PORT = 4_000
/** Above the idle time-outs of the usual load balancers, so that they close first. */
const KEEP_ALIVE_MS = 75_000
const HEADERS_MS = 10_000
const REQUEST_MS = 30_000
/** Connections that may wait to be accepted: beyond the default of 511 the kernel drops them while the server is busy. */
const ACCEPT_BACKLOG = 4_096

/** Listens and serves. Rejects when the port is taken. */
export async function startApi({
  store,
  port = DEFAULT_PORT,
  host,
  config = {},
  log = makeLog(),
  registry,
}: StartApiOptions): Promise<RunningApi> {
  const server = createServer({
    keepAliveTimeout: KEEP_ALIVE_MS,
    headersTimeout: HEADERS_MS,
    requestTimeout: REQUEST_MS,
  })
  const listeningPort = await listen(server, port, host)
  const url = `http://localhost:${listeningPort}`
  const complete = completeConfig(config, url)
  const api = createApi({ store, config: complete, log, metrics: makeApiMetrics(registry) })
  server.on('request', api.handler)
  log.info({ url }, 'listening')
  let stopped: Promise<void> | undefined
  return {
    url,
    port: listeningPort,
    stop: () => {
      stopped ??= stop(server, { drain: api.drain, drainMs: complete.drainMs, log })
      return stopped
    },
  }
}

function listen(server: Server, port: number, host: string | undefined): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', reject)
    server.listen({ port, backlog: ACCEPT_BACKLOG, ...(host === undefined ? {} : { host }) }, () => {
      server.removeListener('error', reject)
      resolve((server.address() as AddressInfo).port)
    })
  })
}

async function stop(
  server: Server,
  { drain, drainMs, log }: { drain: () => void; drainMs: number; log: Logger },
): Promise<void> {
  drain()
  const closed = new Promise<void>((resolve) => server.close(() => resolve()))
  server.closeIdleConnections()
  const bound = setTimeout(() => {
    log.warn({ drainMs }, 'requests in flight were cut off')
    server.closeAllConnections()
  }, drainMs)
  await closed
  clearTimeout(bound)
}
