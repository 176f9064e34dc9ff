import type { makeLog } from '@artel/api/parts'
import { DiagLogLevel, diag, propagation, trace } from '@opentelemetry/api'

export interface TracingOptions {
  /** Address of the collector; undefined = nothing is traced, and nothing of the SDK is loaded. */
  readonly endpoint: string | undefined
  /** What the process is, as traces name it. */
  readonly serviceName: string
  readonly log: Pick<ReturnType<typeof makeLog>, 'warn'>
}

/**
 * Sends traces to an OpenTelemetry collector by OTLP over HTTP, as the standard `OTEL_` variables say (headers, sampling,
 * time-outs), until the function that it answers is called: that one sends what is left.
 */
export async function startTracing({
  endpoint,
  serviceName,
  log,
}: TracingOptions): Promise<() => Promise<void>> {
  if (endpoint === undefined) return async () => undefined
  const [
    { OTLPTraceExporter },
    { resourceFromAttributes },
    { BasicTracerProvider, BatchSpanProcessor },
    { W3CTraceContextPropagator },
  ] = await Promise.all([
    import('@opentelemetry/exporter-trace-otlp-http'),
    import('@opentelemetry/resources'),
    import('@opentelemetry/sdk-trace-base'),
    import('@opentelemetry/core'),
  ])
  // A collector that is away costs traces, never a request: it is said in the log, no more often than the exporter tries.
  const warn = (message: string) => log.warn({ tracing: message }, 'traces are not sent')
  const ignore = () => undefined
  diag.setLogger({ error: warn, warn, info: ignore, debug: ignore, verbose: ignore }, DiagLogLevel.WARN)
  const provider = new BasicTracerProvider({
    resource: resourceFromAttributes({ 'service.name': process.env.OTEL_SERVICE_NAME ?? serviceName }),
    spanProcessors: [new BatchSpanProcessor(new OTLPTraceExporter())],
  })
  trace.setGlobalTracerProvider(provider)
  propagation.setGlobalPropagator(new W3CTraceContextPropagator())
  return async () => {
    await provider.shutdown()
    trace.disable()
    propagation.disable()
    diag.disable()
  }
}
