import type { IncomingMessage } from 'node:http'
import {
  defaultTextMapGetter,
  propagation,
  ROOT_CONTEXT,
  SpanKind,
  SpanStatusCode,
  trace,
} from '@opentelemetry/api'
import type { Exchange } from './exchange.ts'

/** Ends the span of a request whose response has closed. */
type EndSpan = (exchange: Exchange) => void

/** Every span costs something, and nearly every deployment traces nothing: the no-op tracer of the API is asked once. */
const tracer = trace.getTracer('artel-api')

/**
 * Begins the span of a request, as a child of the caller's where it sent `traceparent`. What it says is what the access log
 * says: never a query, a variable, an address or a tenant's data.
 */
export function traceRequest(request: IncomingMessage): EndSpan {
  const caller = propagation.extract(ROOT_CONTEXT, request.headers, defaultTextMapGetter)
  const span = tracer.startSpan(request.method ?? 'HTTP', { kind: SpanKind.SERVER }, caller)
  return ({ response, routePath, requestId, figures, keyId }) => {
    if (span.isRecording()) {
      const status = response.statusCode
      span.updateName(`${request.method} ${routePath}`)
      span.setAttributes({
        'http.request.method': request.method ?? '',
        'http.route': routePath,
        'http.response.status_code': status,
        'artel.request_id': requestId,
        'artel.kind': figures.kind,
        ...(figures.code !== undefined && { 'artel.code': figures.code }),
        ...(keyId !== undefined && { 'artel.key_id': keyId }),
      })
      if (status >= 500 || figures.code === 'INTERNAL_SERVER_ERROR')
        span.setStatus({ code: SpanStatusCode.ERROR })
    }
    span.end()
  }
}
