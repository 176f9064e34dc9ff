import { randomInt } from 'node:crypto'
import { setTimeout as delay } from 'node:timers/promises'
import { type Store, verify } from '@artel/store'
import { createTestDatabase, type TestDatabase } from '@artel/store/testing'
import { recordPurchase } from '@artel/use-cases'
import { aSale } from '@artel/use-cases/testing'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { installQueues } from './queues/install-queues.ts'
import { aCrowdedTown } from './testing/crowded-town.ts'
import { startWorkerProcess, type WorkerProcess } from './testing/worker-process.ts'

/** `ARTEL_CRASH_LONG=1` kills ten times as often. */
const long = process.env.ARTEL_CRASH_LONG === '1'
const KILLS = long ? 40 : 4
const CUSTOMERS = 60
const LIMIT_MS = long ? 900_000 : 180_000

let database: TestDatabase
let workers: WorkerProcess[] = []
beforeAll(async () => {
  database = await createTestDatabase()
  await installQueues(database)
})
afterAll(async () => {
  await Promise.all(workers.map((worker) => worker.kill()))
  await database?.drop()
})

/** Batches of the chain, batches counted, and purchases that the figures have. */
async function standing(store: Store, coalitionId: string) {
  const { rows } = await store.pool.query<{ head: string; counted: string; purchases: string }>(
    `select h.batch_no as head, coalesce(f.batch_no, 0) as counted, (select coalesce(sum(purchases), 0) from figure
        where coalition_id = $1 and dimension = 'TOTAL' and scope_id = $1) as purchases
      from chain_head h left join figure_cursor f using (coalition_id) where h.coalition_id = $1`,
    [coalitionId],
  )
  const [row] = rows
  return {
    head: Number(row?.head),
    counted: Number(row?.counted),
    purchases: Number(row?.purchases),
  }
}

test(
  'two workers, killed at any moment, count every batch into the figures once',
  async () => {
    const { store, databaseUrl } = database
    const town = await aCrowdedTown(store, CUSTOMERS)
    const { context } = town.member('shop')
    const start = () =>
      Promise.all([1, 2].map(() => startWorkerProcess(databaseUrl, { leaseSeconds: 1, lookEverySeconds: 1 })))
    let purchases = CUSTOMERS
    for (let kills = 0; kills < KILLS; kills += 1) {
      workers = await start()
      for (let sale = 0; sale < 50; sale += 1) {
        await recordPurchase(context, aSale(town.customer(`Customer ${sale % CUSTOMERS}`)))
        purchases += 1
      }
      // Half of the kills hit workers that have counted already, half such as may only have begun.
      if (kills % 2 === 0)
        await expect.poll(async () => (await standing(store, town.id)).counted).toBeGreaterThan(0)
      await delay(randomInt(0, 60))
      await Promise.all(workers.map((worker) => worker.kill()))
      expect(await verify({ databaseUrl })).toMatchObject({ ok: true, findings: [] })
    }
    workers = await start()
    await expect
      .poll(async () => {
        const { head, counted } = await standing(store, town.id)
        return head - counted
      })
      .toBe(0)
    expect(await Promise.all(workers.map((worker) => worker.stop()))).toEqual([0, 0])
    expect(await standing(store, town.id)).toMatchObject({ purchases })
    expect(await verify({ databaseUrl })).toMatchObject({ ok: true, findings: [] })
  },
  LIMIT_MS,
)
