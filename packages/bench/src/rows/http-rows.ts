import type { Job } from '../generator/job.ts'
import type { Generator } from '../generator/start-generator.ts'
import type { Load } from '../load.ts'
import { type Cost, measureCost } from './measure-cost.ts'
import type { Figures, Meter, Row } from './row.ts'

/** Callers that wait for a connection longer than that in an open loop have seen an outage. */
const PATIENCE_MS = 10_000

export interface HttpRowOptions {
  readonly generator: Generator
  readonly meter: Meter
  readonly connections: number
  readonly seconds: number
  readonly warmUpSeconds: number
}

/** A row of so many callers that each ask again when they are answered: how much the server can do. */
export function capacityRow(load: Load, options: HttpRowOptions): Row {
  const { connections, seconds, warmUpSeconds } = options
  const closed = (seconds: number): Job => ({ kind: 'closed', request: load.request, connections, seconds })
  return {
    name: load.name,
    pid: load.pid,
    warmUp: async () => void (await options.generator.run(closed(warmUpSeconds))),
    measure: () => runJob(load, closed(seconds), options),
  }
}

/** A row of requests that start at an even rate, `rateOf` the round: how long callers wait when the server is not full. */
export function latencyRow(
  load: Load,
  rateOf: (round: ReadonlyMap<string, Figures>) => number,
  options: HttpRowOptions,
): Row {
  const { connections, seconds } = options
  const request = load.request
  return {
    name: load.name,
    pid: load.pid,
    warmUp: async () => undefined,
    measure: (round) => {
      const phases = [{ ratePerSecond: rateOf(round), seconds }]
      return runJob(load, { kind: 'open', request, connections, phases, patienceMs: PATIENCE_MS }, options)
    },
  }
}

async function runJob(load: Load, job: Job, { generator, meter }: HttpRowOptions): Promise<Figures> {
  const { result, cost } = await measureCost(meter, load.pid, () => generator.run(job))
  return {
    perSecond: result.rightPerSecond,
    p50Ms: result.p50Ms,
    p95Ms: result.p95Ms,
    p99Ms: result.p99Ms,
    p999Ms: result.p999Ms,
    ...perRequest(cost, result.right),
    generatorCpuMicros: result.generatorCpuMicros / Math.max(1, result.right),
    wrong: result.wrong + result.refused + result.dropped,
    wrongSamples: result.wrongSamples,
  }
}

/** Shares a cost out among the requests answered. */
export function perRequest(cost: Cost, requests: number): Cost {
  const among = Math.max(1, requests)
  return {
    serverCpuMicros: cost.serverCpuMicros / among,
    databaseCpuMicros: cost.databaseCpuMicros / among,
    walBytes: cost.walBytes / among,
  }
}
