import { openStore } from '@artel/store'
import { asSuperuser } from '@artel/store/testing'
import type { Bench } from '../bench.ts'
import { startWorker, type Worker } from '../run-worker.ts'
import { reopenWindow } from '../settlement/reopen-window.ts'
import type { SettlementJob, SettlementResult } from '../settlement/settlement-job.ts'
import { openSettlementWorld, type SettlementWorld } from '../settlement/settlement-world.ts'
import { perRequest } from './http-rows.ts'
import { measureCost } from './measure-cost.ts'
import type { Figures, Meter, Row } from './row.ts'
import { median } from './summarise.ts'

const SMALL_ENTRIES = 10_000
/** One scan of few rows is over before the machine can be said to be itself. */
const SCANS = 5

/**
 * One scan that groups all transfers of many entries, and settling the same entries: closing their window, stating it and
 * planning its payments; the same of few entries, in a database of its own. Rates are entries a second.
 */
export async function settlementRows(
  bench: Bench,
  meter: Meter,
): Promise<{ rows: Row[]; databaseUrls: string[] }> {
  const large = await fill(bench, 'settlement', bench.plan.entries)
  const small = await fill(bench, 'settlementSmall', SMALL_ENTRIES)
  // In a process of its own: what a scan returns is not memory that settling takes.
  const scanned = { ...large, worker: await startSettler(bench, large.databaseUrl) }
  const rows = [
    rowOf('groupByScan', scanned, { meter, measure: () => scan(scanned) }),
    rowOf('settlement', large, { meter, measure: () => settle(large) }),
    rowOf('settlementSmall', small, { meter, measure: () => settle(small) }),
  ]
  return { rows, databaseUrls: [large.databaseUrl, small.databaseUrl] }
}

interface Filled {
  readonly databaseUrl: string
  readonly world: SettlementWorld
  readonly worker: Worker<SettlementJob, SettlementResult>
}

async function fill(bench: Bench, name: string, entries: number): Promise<Filled> {
  const databaseUrl = await bench.database.addDatabase(`bench_${name.toLowerCase()}`)
  const store = await openStore({ databaseUrl })
  const world = await openSettlementWorld(store, { entries, title: `${name}, entries` })
  await store.close()
  // Autovacuum would do it by and by.
  await asSuperuser(databaseUrl, 'vacuum analyze')
  return { databaseUrl, world, worker: await startSettler(bench, databaseUrl) }
}

async function startSettler(bench: Bench, databaseUrl: string): Promise<Filled['worker']> {
  const args = [databaseUrl]
  const worker = await startWorker<SettlementJob, SettlementResult>('./settlement/settlement-worker.ts', {
    args,
  })
  bench.processes.push(worker)
  return worker
}

function rowOf(
  name: string,
  { world, worker }: Filled,
  { meter, measure }: { meter: Meter; measure: () => Promise<SettlementResult> },
): Row {
  return {
    name,
    pid: worker.pid,
    warmUp: async () => void (await measure()),
    measure: async (): Promise<Figures> => {
      const { result, cost } = await measureCost(meter, worker.pid, measure)
      return {
        perSecond: (world.entries * 1_000) / result.ms,
        p50Ms: result.ms,
        p99Ms: result.ms,
        ...perRequest({ ...cost, serverCpuMicros: result.cpuMicros }, world.entries),
        generatorCpuMicros: 0,
        peakMb: result.peakBytes / 2 ** 20,
        wrong: 0,
        wrongSamples: [],
      }
    },
  }
}

async function settle({ databaseUrl, world, worker }: Filled): Promise<SettlementResult> {
  await reopenWindow(databaseUrl)
  return worker.run({ kind: 'settle', world })
}

async function scan({ world, worker }: Filled): Promise<SettlementResult> {
  const scans: SettlementResult[] = []
  for (let n = 0; n < SCANS; n += 1) scans.push(await worker.run({ kind: 'scan', world }))
  const last = scans.at(-1)
  return {
    ms: median(scans.map(({ ms }) => ms)),
    cpuMicros: median(scans.map(({ cpuMicros }) => cpuMicros)),
    peakBytes: last?.peakBytes ?? 0,
  }
}
