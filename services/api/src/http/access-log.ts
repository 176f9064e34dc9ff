import type { Logger } from 'pino'
import { withoutRedaction } from '../log.ts'
import type { ApiMetrics } from '../metrics/api-metrics.ts'
import type { Exchange } from './exchange.ts'

/** Records an exchange whose response has closed. */
export type LogExchange = (exchange: Exchange) => void

/** Makes the access log: one line per request, and the request metrics. */
export function makeAccessLog({ log, metrics }: { log: Logger; metrics: ApiMetrics }): LogExchange {
  const lines = withoutRedaction(log)
  return ({ request, response, routePath, requestId, figures, keyId, startedAtMs }) => {
    const elapsedMs = performance.now() - startedAtMs
    const status = response.statusCode
    metrics.requests.inc({ kind: figures.kind, code: figures.code ?? String(status) })
    // A stream lasts for as long as somebody watches.
    if (figures.kind !== 'subscription')
      metrics.requestSeconds.observe({ kind: figures.kind }, elapsedMs / 1_000)
    const durationMs = Math.round(elapsedMs)
    lines.info({ requestId, method: request.method, path: routePath, status, durationMs, keyId }, 'request')
  }
}
