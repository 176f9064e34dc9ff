import { SpanStatusCode, trace } from '@opentelemetry/api'

const tracer = trace.getTracer('artel-worker')

/** Runs a piece of due work within a span of its name; what it throws is noted by its class alone and thrown on. */
export async function traceWork<T>(
  name: string,
  attributes: Readonly<Record<string, string>>,
  work: () => Promise<T>,
): Promise<T> {
  const span = tracer.startSpan(name, { attributes })
  try {
    return await work()
  } catch (error) {
    // Messages of a database may quote a row.
    span.setStatus({ code: SpanStatusCode.ERROR })
    span.setAttribute('error.type', error instanceof Error ? error.name : typeof error)
    throw error
  } finally {
    span.end()
  }
}
