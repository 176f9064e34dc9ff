import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { setTimeout as delay } from 'node:timers/promises'
import type { Store } from '@artel/store'
import type { Logger } from 'pino'
import type { Registry } from 'prom-client'
import { type ApiConfig, completeConfig, messageSenderOf } from './config.ts'
import { type Api, createApi } from './create-api.ts'
import { limitConnections } from './http/connection-limit.ts'
import { makeLog } from './log.ts'
import { makeApiMetrics } from './metrics/api-metrics.ts'
import { UPLOAD_MS } from './routes/receive-sales.ts'

export interface StartApiOptions {
  /** An open store. `stop` does not close it: its owner may use it elsewhere. */
  readonly store: Store
  /** 0 = any free port. Default: 4000. */
  readonly port?: number
  /** Address to listen on. Default: 127.0.0.1, this machine alone; `0.0.0.0` or `::` = all addresses. */
  readonly host?: string
  readonly config?: Partial<ApiConfig>
  readonly log?: Logger
  /** Registry of the metrics, which other parts of the process may share. Default: a new one. */
  readonly registry?: Registry
}

export interface RunningApi {
  /** Base address, without a trailing slash: http://localhost:4000. */
  readonly url: string
  readonly port: number
  /**
   * Is not ready any more, serves on for `config.drainDelayMs`, then stops accepting, waits at most `config.drainMs` for
   * requests in flight, and closes the remaining connections.
   */
  stop(): Promise<void>
}

const DEFAULT_PORT = 4_000
const DEFAULT_HOST = '127.0.0.1'
/** Longer than the idle time-outs of common load balancers, so that they close a connection first. */
const KEEP_ALIVE_MS = 75_000
const HEADERS_MS = 10_000
/** How often the two bounds above are checked. Node's own 30 seconds would double them. */
const CHECK_EVERY_MS = 5_000
/** A connection with a request on it, over which nothing moved for this long, is closed. */
const IDLE_MS = 120_000
/** Connections that may wait to be accepted. With the default of 511 the kernel drops some while the server is busy. */
const ACCEPT_BACKLOG = 4_096

/** Starts listening and serving. Rejects when the port is in use, and for a sender of development in production. */
export async function startApi({
  store,
  port = DEFAULT_PORT,
  host = DEFAULT_HOST,
  config = {},
  log = makeLog(),
  registry,
}: StartApiOptions): Promise<RunningApi> {
  const messageSender = messageSenderOf(config)
  const server = createServer({
    keepAliveTimeout: KEEP_ALIVE_MS,
    headersTimeout: HEADERS_MS,
    // That of files; other bodies are bounded where they are read.
    requestTimeout: UPLOAD_MS,
    connectionsCheckingInterval: CHECK_EVERY_MS,
  })
  server.setTimeout(IDLE_MS)
  const listeningPort = await listen(server, port, host)
  const url = `http://localhost:${listeningPort}`
  const complete = completeConfig({ ...config, messageSender }, url)
  const metrics = makeApiMetrics(registry)
  const api = createApi({ store, config: complete, log, metrics })
  limitConnections(server, {
    maxPerAddress: complete.maxConnectionsPerAddress,
    addressSource: complete,
    onRefused: () => metrics.connectionsRefused.inc(),
  })
  server.on('request', api.handler)
  log.info({ url }, 'listening')
  let stopped: Promise<void> | undefined
  return {
    url,
    port: listeningPort,
    stop: () => {
      stopped ??= stop(server, { api, config: complete, log })
      return stopped
    },
  }
}

function listen(server: Server, port: number, host: string): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', reject)
    server.listen({ port, host, backlog: ACCEPT_BACKLOG }, () => {
      server.removeListener('error', reject)
      resolve((server.address() as AddressInfo).port)
    })
  })
}

async function stop(
  server: Server,
  { api, config, log }: { api: Api; config: ApiConfig; log: Logger },
): Promise<void> {
  api.drain()
  const { drainDelayMs, drainMs } = config
  if (drainDelayMs > 0) await delay(drainDelayMs)
  api.endConnections()
  const closed = new Promise<void>((resolve) => server.close(() => resolve()))
  server.closeIdleConnections()
  const bound = setTimeout(() => {
    log.warn({ drainMs }, 'requests in flight were cut off')
    server.closeAllConnections()
  }, drainMs)
  await closed
  clearTimeout(bound)
  await api.writeNoted()
}
