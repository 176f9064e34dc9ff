import { openStore } from '@artel/store'
import type { Bench } from '../bench.ts'
import { issueLots } from '../issue-lots.ts'
import type { Load } from '../load.ts'
import { saleLoad } from '../loads.ts'
import { openBenchWorld } from '../world.ts'
import { type HttpRowOptions, latencyRow } from './http-rows.ts'
import type { Row } from './row.ts'

const SMALL_ENTRIES = 10_000
/** The same in both databases, so that size is all that differs. */
const ENTRIES_A_CUSTOMER = 10
const LOT_POINTS = 5n
const LATENCY_SHARE = 0.5

/**
 * Two rows of sales at one rate, half of what the small database can do: one beside 10 000 entries, one beside many.
 * Both databases are on one server and measured in turn. The sales of the run itself come on top of the entries.
 */
export async function growthRows(
  bench: Bench,
  options: HttpRowOptions,
): Promise<{ rows: Row[]; databaseUrls: string[] }> {
  const { plan, generator } = bench
  const small = await grow(bench, 'growthSmall', SMALL_ENTRIES)
  const large = await grow(bench, 'growthLarge', plan.entries)
  let ratePerSecond = 0
  const further = { ...options, seconds: plan.latencySeconds }
  const rowOf = ({ load }: Grown) => latencyRow(load, () => ratePerSecond, further)
  const probe = async ({ load }: Grown) => {
    const { connections, warmUpSeconds: seconds } = plan
    const job = { kind: 'closed' as const, request: load.request, connections, seconds }
    // A cold server can do less than half of what it can do warm.
    await generator.run(job)
    return (await generator.run(job)).rightPerSecond
  }
  const warmUpSmall = async () => {
    ratePerSecond = Math.max(1, LATENCY_SHARE * (await probe(small)))
  }
  const rows = [
    { ...rowOf(small), warmUp: warmUpSmall },
    { ...rowOf(large), warmUp: async () => void (await probe(large)) },
  ]
  return { rows, databaseUrls: [small.databaseUrl, large.databaseUrl] }
}

interface Grown {
  readonly databaseUrl: string
  readonly load: Load
}

async function grow(bench: Bench, name: string, entries: number): Promise<Grown> {
  const databaseUrl = await bench.database.addDatabase(`bench_${name.toLowerCase()}`)
  const store = await openStore({ databaseUrl })
  const world = await openBenchWorld(store, Math.ceil(entries / ENTRIES_A_CUSTOMER))
  await issueLots(store, world, { sales: entries, lotPoints: LOT_POINTS, title: `${name}, entries` })
  await store.close()
  await bench.database.settle(databaseUrl)
  const server = await bench.startServer({ role: 'api', databaseUrl })
  return { databaseUrl, load: saleLoad(name, server, world, { totalMinor: 10_000, points: 0 }) }
}
