import type { BatchReport } from '@artel/store'
import { SpanKind, trace } from '@opentelemetry/api'

const tracer = trace.getTracer('artel-store')

/** Writes the span of a batch that has just gone through the database. It serves many requests, and is a child of none. */
export function traceBatch({ size, loadMs, recordMs = 0 }: BatchReport): void {
  const startTime = Date.now() - loadMs - recordMs
  const span = tracer.startSpan('post batch', { kind: SpanKind.CLIENT, startTime })
  span.setAttributes({ 'artel.commands': size, 'artel.load_ms': loadMs, 'artel.record_ms': recordMs })
  span.end()
}
