import { openStore } from '@artel/store'
import type { Bench } from './bench.ts'
import type { Load } from './load.ts'
import { saleLoad } from './loads.ts'
import type { BenchServer } from './start-server.ts'
import { openBenchWorld } from './world.ts'

const EARNING = { totalMinor: 10_000, points: 0 }
const CAPACITY_RUNS = 3

/** Opens a coalition and an API on it that takes sales. `flags` are given to Node besides those of the options. */
export async function salesOnApi(
  bench: Bench,
  flags: readonly string[] = [],
): Promise<{ server: BenchServer; load: Load }> {
  const { databaseUrl } = bench.database
  const store = await openStore({ databaseUrl })
  const world = await openBenchWorld(store, bench.plan.customers)
  await store.close()
  const server = await bench.startServer({ role: 'api', databaseUrl }, flags)
  return { server, load: saleLoad('purchaseRecord', server, world, EARNING) }
}

/** Sales a second that a closed loop gets out of a warm API: the best of three runs, since noise only ever takes away. */
export async function measureCapacity(bench: Bench, { request }: Load): Promise<number> {
  const { connections, seconds, warmUpSeconds } = bench.plan
  const run = (seconds: number) => bench.generator.run({ kind: 'closed', request, connections, seconds })
  await run(warmUpSeconds)
  let best = 0
  for (let number = 0; number < CAPACITY_RUNS; number += 1)
    best = Math.max(best, (await run(seconds)).rightPerSecond)
  return best
}
