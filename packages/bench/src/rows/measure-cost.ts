import { cpuMicros } from '../cpu-time.ts'
import type { Meter } from './row.ts'

/** What a run cost besides the time of whoever asked. */
export interface Cost {
  readonly serverCpuMicros: number
  readonly databaseCpuMicros: number
  readonly walBytes: number
}

/** Runs something against a server and says what it cost in all. Processor times are 0 where there is no /proc. */
export async function measureCost<Result>(
  meter: Meter,
  serverPid: number,
  run: () => Promise<Result>,
): Promise<{ result: Result; cost: Cost }> {
  const before = await read(meter, serverPid)
  const result = await run()
  const after = await read(meter, serverPid)
  const cost = {
    serverCpuMicros: after.serverCpuMicros - before.serverCpuMicros,
    databaseCpuMicros: after.databaseCpuMicros - before.databaseCpuMicros,
    walBytes: after.walBytes - before.walBytes,
  }
  return { result, cost }
}

async function read({ databasePid, walBytes }: Meter, serverPid: number): Promise<Cost> {
  return {
    walBytes: await walBytes(),
    serverCpuMicros: cpuMicros(serverPid),
    databaseCpuMicros: cpuMicros(databasePid, true),
  }
}
