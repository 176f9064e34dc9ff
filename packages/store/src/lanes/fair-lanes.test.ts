import { afterAll, beforeAll, expect, test } from 'vitest'
import { post } from '../post/post.ts'
import { openStore, type Store } from '../store.ts'
import { createTestDatabase, type TestDatabase } from '../testing/index.ts'
import { earning, type LedgerWorld, ledgerWorld } from '../testing/ledger-world.ts'
import { verify } from '../verify/verify.ts'
import type { BatchReport } from './lane-figures.ts'

const MAX_CONNECTIONS = 6
const WRITE_CONNECTIONS = 3

let database: TestDatabase
let store: Store
/** Batches in the order in which they ended. */
const batches: BatchReport[] = []
beforeAll(async () => {
  database = await createTestDatabase()
  const onBatch = (report: BatchReport) => void batches.push(report)
  store = await openStore({ databaseUrl: database.databaseUrl, maxConnections: MAX_CONNECTIONS, onBatch })
})
afterAll(async () => {
  const { findings } = await verify(database)
  await store.close()
  await database.drop()
  expect(findings, 'verify after all of the above').toEqual([])
})

/** Posts to each of the customers in turn until there are so many. */
function flood(world: LedgerWorld, commands: number): Promise<unknown>[] {
  return Array.from({ length: commands }, (_, index) => {
    const customerId = world.customerIds[index % world.customerIds.length] ?? ''
    return post(store, world.coalitionId, earning(world, 1n, { customerId }), { deadlineMs: 120_000 })
  })
}

/** As the lanes have it. */
const LARGEST_BATCH = 200

const nextBatch = () => expect.poll(() => batches.length, { interval: 2 }).toBeGreaterThan(batches.length)

test('a flooded coalition delays the commands of another by a few batches, not by its queue', async () => {
  const [flooded, other] = [await ledgerWorld(store, 400), await ledgerWorld(store)]
  await post(store, other.coalitionId, earning(other, 1n))
  const ended = { by: 'nobody' }
  // Each answer is followed by another command: so many wait at any time, however fast the machine is.
  const crowd = 4_500
  const flooding = Array.from({ length: crowd }, async (_, index) => {
    const customerId = flooded.customerIds[index % flooded.customerIds.length] ?? ''
    while (ended.by === 'nobody') await post(store, flooded.coalitionId, earning(flooded, 1n, { customerId }))
  })
  const delays: number[] = []
  for (let times = 0; times < 10; times += 1) {
    await nextBatch()
    const before = batches.length
    await post(store, other.coalitionId, earning(other, 1n))
    delays.push(batches.length - before)
  }
  ended.by = 'the test'
  await Promise.all(flooding)
  // Its own batch, those that were in flight, and those that ended while it was recorded: how many depends on the
  // machine, but it is a few, and never all that wait.
  const batchesWaiting = crowd / LARGEST_BATCH
  const [median = 0] = delays.sort((a, b) => a - b).slice(delays.length / 2)
  expect(median).toBeLessThan(batchesWaiting / 2)
  expect(Math.max(...delays)).toBeLessThan(batchesWaiting)
})

test('many flooded coalitions take turns over a bounded number of connections', async () => {
  const coalitions = 24
  const worlds: LedgerWorld[] = []
  for (let times = 0; times < coalitions; times += 1) worlds.push(await ledgerWorld(store, 60))
  batches.length = 0
  const batchesBefore: number[] = []
  const floods = worlds.map((world) => flood(world, 300))
  const firstAnswers = floods.map(async (answers) => {
    await Promise.race(answers)
    batchesBefore.push(batches.length)
  })
  await Promise.all(firstAnswers.slice(0, coalitions / 2))
  expect(await connections()).toBeLessThanOrEqual(MAX_CONNECTIONS)
  await Promise.all([...firstAnswers, ...floods.flat()])
  expect(batches.reduce((sum, { size }) => sum + size, 0)).toBe(coalitions * 300)
  // A round is a batch of each; the last to hear anything hears it within the first round.
  expect(Math.max(...batchesBefore)).toBeLessThanOrEqual(coalitions + WRITE_CONNECTIONS)
})

/** Of the store under test; the database's own store has some too. */
async function connections(): Promise<number> {
  const { rows } = await database.store.pool.query<{ n: number }>(
    `select count(*)::int as n from pg_stat_activity where datname = current_database()`,
  )
  const { totalCount } = database.store.pool
  return (rows[0]?.n ?? 0) - totalCount
}
