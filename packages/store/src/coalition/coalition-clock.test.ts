import { afterAll, beforeAll, expect, test } from 'vitest'
import { LOAD_BATCH } from '../lanes/load-batch-sql.ts'
import { createTestDatabase, type TestDatabase } from '../testing/index.ts'
import { type LedgerWorld, ledgerWorld } from '../testing/ledger-world.ts'
import { coalitionNow } from './coalition-now.ts'

let database: TestDatabase
let world: LedgerWorld
beforeAll(async () => {
  database = await createTestDatabase()
  world = await ledgerWorld(database.store)
})
afterAll(() => database.drop())

test("a coalition's clock is the database's moved by its offset", async () => {
  const before = await coalitionNow(database.store, world.coalitionId)
  await database.store.prisma.coalition.update({
    where: { id: world.coalitionId },
    data: { clockOffsetSeconds: 86_400n },
  })
  const after = await coalitionNow(database.store, world.coalitionId)
  expect(after.getTime() - before.getTime()).toBeGreaterThanOrEqual(86_400_000)
  expect(after.getTime() - before.getTime()).toBeLessThan(86_400_000 + 60_000)
})

test('the clock costs a batch no call of a function: its body is in the plan that the application role gets', async () => {
  const client = await database.store.pool.connect()
  try {
    await client.query(`prepare load_batch as ${LOAD_BATCH}`)
    const lists = (count: number) => Array(count).fill("'{}'").join(', ')
    const places = Math.max(...Array.from(LOAD_BATCH.matchAll(/\$(\d+)/g), ([, at]) => Number(at)))
    const { rows } = await client.query<Record<'QUERY PLAN', string>>(
      `explain (verbose) execute load_batch('${world.coalitionId}', ${lists(9)}, false, ${lists(places - 11)})`,
    )
    const plan = rows.map((row) => row['QUERY PLAN']).join('\n')
    expect(plan).toContain('clock_timestamp() + make_interval(')
    expect(plan).not.toContain('coalition_clock')
  } finally {
    client.release()
  }
})
