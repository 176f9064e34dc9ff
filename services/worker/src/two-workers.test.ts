import { verify } from '@artel/store'
import { createTestDatabase, type TestDatabase } from '@artel/store/testing'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { installQueues } from './queues/install-queues.ts'
import { aCrowdedTown, countDueWork, passAYear } from './testing/crowded-town.ts'
import { startWorkerProcess } from './testing/worker-process.ts'

const CUSTOMERS = 300

let database: TestDatabase
beforeAll(async () => {
  database = await createTestDatabase()
  await installQueues(database)
})
afterAll(() => database?.drop())

test('two workers at once release each hold once and expire each point once, and announce it once', async () => {
  const { store, databaseUrl } = database
  const town = await aCrowdedTown(store, CUSTOMERS)
  const workers = await Promise.all([1, 2].map(() => startWorkerProcess(databaseUrl, { leaseSeconds: 1 })))
  // Leases far shorter than the work: both may have the same job in their hands.
  await passAYear(town)
  await expect.poll(async () => (await countDueWork(store, town.id)).openLots).toBe(0)
  expect(await Promise.all(workers.map((worker) => worker.stop()))).toEqual([0, 0])
  const count = await countDueWork(store, town.id)
  expect(count).toMatchObject({ openHolds: 0, holdExpiries: CUSTOMERS / 2 })
  expect(count.expired).toBe(BigInt(CUSTOMERS) * 50n)
  expect(count.announced).toBe(count.holdExpiries + count.lotExpiries)
  expect(await verify({ databaseUrl })).toMatchObject({ ok: true, findings: [] })
})
