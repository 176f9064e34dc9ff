import { openStore, type Store } from '@artel/store'
import type { Bench } from '../bench.ts'
import { issueLots } from '../issue-lots.ts'
import { balanceLoad, emptyLoad, saleLoad } from '../loads.ts'
import type { PortJob, PortResult } from '../port/port-job.ts'
import { openRuleWorld } from '../rule-world.ts'
import { startWorker, type Worker } from '../run-worker.ts'
import type { BenchServer } from '../start-server.ts'
import { streamsRow } from '../streams/streams-row.ts'
import { type BenchWorld, openBenchWorld } from '../world.ts'
import { figuresRow } from './figures-row.ts'
import { growthRows } from './growth-rows.ts'
import { capacityRow, type HttpRowOptions, latencyRow } from './http-rows.ts'
import { importRows } from './import-rows.ts'
import { attributionRow, openVisitedLink, visitLoad } from './link-rows.ts'
import { manyLotsRow } from './many-lots-row.ts'
import { portRow } from './port-row.ts'
import type { Meter, Row } from './row.ts'
import { settlementRows } from './settlement-rows.ts'

/** A bill of 100.00 that earns one lot of 5 points. */
const EARNING = { totalMinor: 10_000, points: 0 }
/**
 * A bill of 105.00, of which 5 points pay 5.00; the rest earns 5 points again. See `openLotWorld` for what it does to
 * lots.
 */
const REDEEMING = { totalMinor: 10_500, points: 5 }
const LOTS = 12
const LOT_POINTS = 5n
const FIRST_LOT_POINTS = 2n
/** Half of what the API can do: busy, not full. */
const LATENCY_SHARE = 0.5
/** What a lane of the store has under way at most. */
const BATCHES_IN_FLIGHT = 2
/** Spent point by point by the hot customer, and more than any run can spend. */
const HOT_CUSTOMER_POINTS = 1_000_000_000n

export const ROW_NAMES = [
  'emptyMutation',
  'purchaseRecord',
  'purchaseLatency',
  'purchaseUnderRules',
  'redemption',
  'interactiveTransaction',
  'emptyQuery',
  'balance',
  'singleRowCommit',
  'portUniform',
  'portHotCustomer',
  'spendingManyLots',
  'growthSmall',
  'growthLarge',
  'groupByScan',
  'settlement',
  'settlementSmall',
  'bareServer',
  'redirect',
  'attribution',
  'streams',
  'figures',
  'importWhole',
  'importRecord',
  'copyRows',
  'readCsv',
  'readXlsx',
] as const
export type RowName = (typeof ROW_NAMES)[number]

/**
 * Builds the rows asked for, in the order of the table, with what they need and nothing else. `databaseUrls` are where
 * the ledger wrote.
 */
export async function buildRows(
  bench: Bench,
  wanted: ReadonlySet<RowName>,
): Promise<{ rows: Row[]; databaseUrls: string[] }> {
  const { plan, database, generator } = bench
  const meter = { databasePid: database.pid, walBytes: database.walBytes }
  const options: HttpRowOptions = { generator, meter, ...plan }
  const rows: Row[] = []
  const wants = (...names: RowName[]) => names.some((name) => wanted.has(name))
  const { databaseUrl } = database
  const store = await openStore({ databaseUrl })
  const sales = wants('purchaseRecord', 'purchaseLatency', 'portUniform')
    ? await openBenchWorld(store, plan.customers)
    : undefined
  const underRules = wants('purchaseUnderRules') ? await openRuleWorld(store, plan.customers) : undefined
  const redeemers = wants('redemption', 'balance') ? await openLotWorld(store, plan.lotCustomers) : undefined
  const hot = wants('portHotCustomer') ? await openHotWorld(store) : undefined
  const linkPath = wants('redirect') ? await openVisitedLink(store) : undefined
  await store.close()

  const empty = wants('emptyMutation', 'emptyQuery') ? await bench.startServer({ role: 'empty' }) : undefined
  const api =
    sales || redeemers || underRules || linkPath
      ? await bench.startServer({ role: 'api', databaseUrl })
      : undefined
  const bare = wants('bareServer') ? await bench.startServer({ role: 'bare' }) : undefined
  const port = wants('portUniform', 'portHotCustomer', 'singleRowCommit', 'spendingManyLots')
    ? await startPort(bench, databaseUrl)
    : undefined

  if (empty && wants('emptyMutation'))
    rows.push(capacityRow(emptyLoad('emptyMutation', empty, 'mutation'), options))
  if (api && sales && wants('purchaseRecord', 'purchaseLatency'))
    rows.push(capacityRow(saleLoad('purchaseRecord', api, sales, EARNING), options))
  if (api && sales && wants('purchaseLatency')) {
    const load = saleLoad('purchaseLatency', api, sales, EARNING)
    rows.push(latencyRow(load, halfOf('purchaseRecord'), { ...options, seconds: plan.latencySeconds }))
  }
  if (api && underRules)
    rows.push(capacityRow(saleLoad('purchaseUnderRules', api, underRules, EARNING), options))
  if (api && redeemers && wants('redemption'))
    rows.push(capacityRow(saleLoad('redemption', api, redeemers, REDEEMING), options))
  rows.push(...visitRows({ bare, api, linkPath }, options))
  if (wants('interactiveTransaction')) rows.push(await interactiveRow(bench, options))
  if (empty && wants('emptyQuery')) rows.push(capacityRow(emptyLoad('emptyQuery', empty, 'query'), options))
  if (api && redeemers && wants('balance'))
    rows.push(capacityRow(balanceLoad('balance', api, redeemers), options))
  if (port) {
    const { connections: callers, portSeconds, warmUpSeconds } = plan
    const add = (name: RowName, jobOf: (seconds: number) => PortJob) => {
      if (!wanted.has(name)) return
      rows.push(
        portRow(name, port, { meter, warmUp: jobOf(warmUpSeconds), nextJob: () => jobOf(portSeconds) }),
      )
    }
    add('singleRowCommit', (seconds) => ({ kind: 'commit', connections: BATCHES_IN_FLIGHT, seconds }))
    if (sales)
      add('portUniform', (seconds) => ({
        ...{ kind: 'post', world: sales, callers, seconds },
        ...{ totalMinor: 10_000n, spent: 0n },
      }))
    if (hot)
      add('portHotCustomer', (seconds) => ({
        ...{ kind: 'post', world: hot, callers, seconds },
        ...{ totalMinor: 200n, spent: 1n },
      }))
  }
  if (port && wants('spendingManyLots'))
    rows.push(await manyLotsRow('spendingManyLots', port, { meter, databaseUrl, rounds: plan.rounds }))
  const further = await furtherRows(bench, wants, { meter, options })
  return {
    rows: [...rows, ...further.flatMap((each) => each.rows)],
    databaseUrls: [databaseUrl, ...further.flatMap((each) => each.databaseUrls)],
  }
}

/** Rows with databases of their own. */
async function furtherRows(
  bench: Bench,
  wants: (...names: RowName[]) => boolean,
  { meter, options }: { readonly meter: Meter; readonly options: HttpRowOptions },
): Promise<{ rows: Row[]; databaseUrls: string[] }[]> {
  return [
    ...(wants('attribution') ? [await attributionRow(bench, meter)] : []),
    ...(wants('streams') ? [await streamsRow(bench, 'streams', meter)] : []),
    ...(wants('figures') ? [{ rows: [await figuresRow(bench, 'figures', options)], databaseUrls: [] }] : []),
    ...(wants('growthSmall', 'growthLarge') ? [await growthRows(bench, options)] : []),
    ...(wants('importWhole', 'importRecord', 'copyRows', 'readCsv', 'readXlsx')
      ? [await importRows(bench, meter, (name) => wants(name as RowName))]
      : []),
    ...(wants('groupByScan', 'settlement', 'settlementSmall') ? [await settlementRows(bench, meter)] : []),
  ]
}

/** What an empty server answers, and visits by a link beside it. */
function visitRows(
  of: {
    readonly bare: BenchServer | undefined
    readonly api: BenchServer | undefined
    readonly linkPath: string | undefined
  },
  options: HttpRowOptions,
): Row[] {
  const { bare, api, linkPath } = of
  return [
    ...(bare ? [capacityRow(visitLoad('bareServer', bare, '/r/any'), options)] : []),
    ...(api && linkPath ? [capacityRow(visitLoad('redirect', api, linkPath), options)] : []),
  ]
}

const halfOf = (name: RowName) => (round: ReadonlyMap<string, { perSecond: number }>) =>
  Math.max(1, LATENCY_SHARE * (round.get(name)?.perSecond ?? 0))

/**
 * Customers with exactly twelve open lots each, before every redemption and after: it spends 5 points, which are what is
 * left of the oldest lot (2) and a part of the next (3), so one lot closes, and the money part earns the one lot of 5
 * that takes its place. So lots neither pile up nor run out, however long the run and however few the customers.
 */
async function openLotWorld(store: Store, customers: number): Promise<BenchWorld> {
  const world = await openBenchWorld(store, customers)
  const first = { sales: customers, lotPoints: FIRST_LOT_POINTS, title: 'first lots' }
  await issueLots(store, world, first)
  await issueLots(store, world, { sales: (LOTS - 1) * customers, lotPoints: LOT_POINTS, title: 'more lots' })
  return world
}

/** One customer with one lot, from which everybody spends. */
async function openHotWorld(store: Store): Promise<BenchWorld> {
  const world = await openBenchWorld(store, 1)
  await issueLots(store, world, { sales: 1, lotPoints: HOT_CUSTOMER_POINTS, title: 'the hot customer' })
  return world
}

/**
 * The comparison has a database of its own: it writes rows as Prisma does, without the row hashes of the ledger, and so is
 * not verified.
 */
async function interactiveRow(bench: Bench, options: HttpRowOptions): Promise<Row> {
  const databaseUrl = await bench.database.addDatabase('bench_interactive')
  const store = await openStore({ databaseUrl })
  const world = await openBenchWorld(store, bench.plan.customers)
  await store.close()
  const { coalitionId, memberId } = world
  const server = await bench.startServer({ role: 'interactive', databaseUrl, coalitionId, memberId })
  return capacityRow(saleLoad('interactiveTransaction', server, world, EARNING), options)
}

async function startPort(bench: Bench, databaseUrl: string): Promise<Worker<PortJob, PortResult>> {
  const args = [databaseUrl]
  const worker = await startWorker<PortJob, PortResult>('./port/port-worker.ts', { args })
  bench.processes.push(worker)
  return worker
}
