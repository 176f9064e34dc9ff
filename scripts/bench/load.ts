import { cpuMicros } from './cpu-time.ts'
import type { RequestPlan } from './generator/job.ts'
import type { Generator } from './generator/start-generator.ts'

/** One kind of request that is put on a server. */
export interface Load {
  readonly name: string
  readonly request: RequestPlan
  /** The server's process. */
  readonly pid: number
}

export interface LoadResult {
  readonly requestsPerSecond: number
  readonly p50Ms: number
  readonly p99Ms: number
  /** Answers without what was expected, with another status, or lost. */
  readonly wrong: number
  readonly wrongSamples: readonly string[]
  /** Processor time a request, microseconds; 0 where the system does not say. */
  readonly serverCpuMicros: number
  readonly databaseCpuMicros: number
  readonly generatorCpuMicros: number
}

/** Loads a server over HTTP for some seconds, with so many callers that each wait for their answer. */
export async function putLoad(
  generator: Generator,
  load: Load,
  { seconds, connections, databasePid }: { seconds: number; connections: number; databasePid: number },
): Promise<LoadResult> {
  const before = { server: cpuMicros(load.pid), database: cpuMicros(databasePid, true) }
  const result = await generator.run({ kind: 'closed', request: load.request, connections, seconds })
  const perRequest = (micros: number) => Math.round(micros / Math.max(1, result.right))
  return {
    requestsPerSecond: Math.round(result.rightPerSecond),
    p50Ms: result.p50Ms,
    p99Ms: result.p99Ms,
    wrong: result.wrong + result.refused,
    wrongSamples: result.wrongSamples,
    serverCpuMicros: perRequest(cpuMicros(load.pid) - before.server),
    databaseCpuMicros: perRequest(cpuMicros(databasePid, true) - before.database),
    generatorCpuMicros: perRequest(result.generatorCpuMicros),
  }
}
