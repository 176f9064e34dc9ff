import type { PortJob, PortResult } from '../port/port-job.ts'
import type { Worker } from '../run-worker.ts'
import { perRequest } from './http-rows.ts'
import { measureCost } from './measure-cost.ts'
import type { Meter, Row } from './row.ts'

/** A row without HTTP: what the process itself asks of the store or of the database, a job a round. */
export function portRow(
  name: string,
  worker: Worker<PortJob, PortResult>,
  { meter, warmUp, nextJob }: { meter: Meter; warmUp: PortJob; nextJob: () => PortJob },
): Row {
  return {
    name,
    pid: worker.pid,
    warmUp: async () => void (await worker.run(warmUp)),
    measure: async () => {
      const job = nextJob()
      const { result, cost } = await measureCost(meter, worker.pid, () => worker.run(job))
      return {
        perSecond: result.perSecond,
        p50Ms: result.p50Ms,
        p99Ms: result.p99Ms,
        ...perRequest({ ...cost, serverCpuMicros: result.cpuMicros }, result.done),
        generatorCpuMicros: 0,
        wrong: 0,
        wrongSamples: [],
      }
    },
  }
}
