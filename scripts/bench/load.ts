import autocannon from 'autocannon'
import { cpuMicros } from './cpu-time.ts'

/** One kind of request that is put on a server. */
export interface Load {
  readonly name: string
  readonly url: string
  /** The server's process. */
  readonly pid: number
  readonly headers?: Record<string, string>
  /** Makes the next request's body. */
  readonly nextBody: () => string
  /** Must stand in every answer. */
  readonly expects: string
}

export interface LoadResult {
  readonly requestsPerSecond: number
  readonly p50Ms: number
  readonly p99Ms: number
  readonly answered: number
  /** Answers without what was expected, with another status, or lost. */
  readonly wrong: number
  /** Processor time a request, microseconds; 0 where the system does not say. */
  readonly serverCpuMicros: number
  readonly databaseCpuMicros: number
}

/** Loads a server over HTTP for some seconds; the generator is this process. */
export async function putLoad(
  load: Load,
  { seconds, connections, databasePid }: { seconds: number; connections: number; databasePid: number },
): Promise<LoadResult> {
  const before = { server: cpuMicros(load.pid), database: cpuMicros(databasePid, true) }
  const result = await autocannon({
    url: load.url,
    connections,
    duration: seconds,
    timeout: 30,
    method: 'POST',
    headers: { 'content-type': 'application/json', ...load.headers },
    requests: [{ setupRequest: (request) => ({ ...request, body: load.nextBody() }) }],
    verifyBody: (body: unknown) => String(body).includes(load.expects),
  })
  const perRequest = (micros: number) => Math.round(micros / Math.max(1, result['2xx']))
  return {
    requestsPerSecond: Math.round(result['2xx'] / result.duration),
    p50Ms: result.latency.p50,
    p99Ms: result.latency.p99,
    answered: result['2xx'],
    wrong: result.non2xx + result.errors + result.timeouts + result.mismatches,
    serverCpuMicros: perRequest(cpuMicros(load.pid) - before.server),
    databaseCpuMicros: perRequest(cpuMicros(databasePid, true) - before.database),
  }
}
