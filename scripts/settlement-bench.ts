/**
 * `npx tsx scripts/settlement-bench.ts [entries] [customers]`: what it costs to close, state and plan a window of so
 * many entries, beside one GROUP BY scan of the same rows. On DATABASE_URL, else on an embedded server that is thrown
 * away. Prints one JSON line; a figure counts only if `verified` is true.
 */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { points } from '@artel/ledger'
import { migrate, openStore, type Store, startEmbedded, verify } from '@artel/store'
import { asSuperuser } from '@artel/store/testing'
import { advanceClock, closeWindow, makeStatements, proposePlan, recordPurchase } from '@artel/use-cases'
import { aCoalition, aSale, aTreasurer, type BuiltCoalition, keyed } from '@artel/use-cases/testing'

const [entries, customers] = [Number(process.argv[2] ?? 10_000), Number(process.argv[3] ?? 200)]
const CALLERS = 400
const ROUNDS = 5
const BAR = 10

const dataDir = process.env.DATABASE_URL ? undefined : mkdtempSync(join(tmpdir(), 'artel-settlement-'))
const server = dataDir === undefined ? undefined : await startEmbedded({ dataDir })
const databaseUrl = server?.databaseUrl ?? process.env.DATABASE_URL ?? ''
try {
  await migrate({ databaseUrl })
  const store = await openStore({ databaseUrl })
  try {
    process.stdout.write(`${JSON.stringify(await measure(store))}\n`)
  } finally {
    await store.close()
  }
} finally {
  await server?.stop()
  if (dataDir !== undefined) rmSync(dataDir, { recursive: true, force: true })
}

async function measure(store: Store) {
  const town = await townWith(store)
  // Autovacuum would do it by and by.
  await asSuperuser(databaseUrl, 'analyze')
  const [scanEntriesMs, scanTransfersMs] = [
    await scan(store, town, 'entry'),
    await scan(store, town, 'transfer'),
  ]
  const treasurer = aTreasurer(town)
  const timed = async (work: () => Promise<unknown>) => {
    const begun = performance.now()
    await work()
    return performance.now() - begun
  }
  const closeMs = await timed(() => closeWindow(treasurer, { windowNo: 1, early: true, ...keyed() }))
  const stateMs = await timed(() => makeStatements(treasurer, { windowNo: 1, ...keyed() }))
  await advanceClock(town.adminContext, { seconds: 8 * 86_400 })
  const planMs = await timed(() => proposePlan(treasurer, { windowNo: 1, ...keyed() }))
  const { rows } = await store.pool.query<{ entries: number; lines: number }>(
    `select (select count(*)::int from entry where coalition_id = $1) as entries,
      (select sum(line_count)::int from statement where coalition_id = $1) as lines`,
    [town.id],
  )
  const settleMs = closeMs + stateMs + planMs
  const { ok } = await verify({ databaseUrl, coalitionId: town.id })
  const round = (value: number) => Math.round(value * 10) / 10
  return {
    ...rows[0],
    closeMs: round(closeMs),
    stateMs: round(stateMs),
    planMs: round(planMs),
    scanEntriesMs: round(scanEntriesMs),
    scanTransfersMs: round(scanTransfersMs),
    timesEntryScan: round(settleMs / scanEntriesMs),
    timesTransferScan: round(settleMs / scanTransfersMs),
    bar: BAR,
    microsecondsALine: round((stateMs * 1_000) / (rows[0]?.lines || 1)),
    memoryMb: round(process.memoryUsage().rss / 1_048_576),
    verified: ok,
  }
}

/** Three members and sales of which every third pays in points. */
async function townWith(store: Store): Promise<BuiltCoalition> {
  let plan = aCoalition().withMember('service').withMember('wash').withMember('parts')
  for (let n = 0; n < customers; n += 1) plan = plan.withCustomer(`c${n}`)
  const town = await plan.open(store)
  let sold = 0
  const sell = async () => {
    // A sale that pays in points is two entries: one in three of them makes four entries of three sales.
    for (let n = sold++; n < (entries * 3) / 4; n = sold++) {
      const at = (['service', 'wash', 'parts'] as const)[n % 3] ?? 'wash'
      const spends = n >= customers * 3 && n % 3 === 0
      await recordPurchase(
        town.member(at).context,
        aSale(town.customer(`c${n % customers}`), { points: points(spends ? 10n : 0n) }),
      )
    }
  }
  await Promise.all(Array.from({ length: CALLERS }, sell))
  return town
}

/** Median of some scans, in milliseconds. */
async function scan(store: Store, { id }: BuiltCoalition, table: 'entry' | 'transfer'): Promise<number> {
  const text =
    table === 'entry'
      ? 'select kind, member_id, count(*), sum(points_delta) from entry where coalition_id = $1 group by 1, 2'
      : 'select debit_kind, debit_owner_id, credit_kind, credit_owner_id, count(*), sum(amount) from transfer where coalition_id = $1 group by 1, 2, 3, 4'
  const times: number[] = []
  for (let round = 0; round < ROUNDS; round += 1) {
    const begun = performance.now()
    await store.pool.query({ text, values: [id] })
    times.push(performance.now() - begun)
  }
  return times.sort((a, b) => a - b)[Math.floor(ROUNDS / 2)] ?? 0
}
