import { randomInt } from 'node:crypto'
import { setTimeout as delay } from 'node:timers/promises'
import { verify } from '@artel/store'
import { createTestDatabase, type TestDatabase } from '@artel/store/testing'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { installQueues } from './queues/install-queues.ts'
import { aCrowdedTown, countDueWork, passAYear, visit } from './testing/crowded-town.ts'
import { startWorkerProcess, type WorkerProcess } from './testing/worker-process.ts'

/** `ARTEL_CRASH_LONG=1` kills ten times as often. */
const long = process.env.ARTEL_CRASH_LONG === '1'
const KILLS = long ? 40 : 3
const CUSTOMERS = 800
const LIMIT_MS = long ? 900_000 : 180_000

let database: TestDatabase
let worker: WorkerProcess | undefined
beforeAll(async () => {
  database = await createTestDatabase()
  await installQueues(database)
})
afterAll(async () => {
  await worker?.kill()
  await database?.drop()
})

test(
  'a worker killed at any moment leaves nothing half done, and the next does the rest once',
  async () => {
    const { store, databaseUrl } = database
    const town = await aCrowdedTown(store, CUSTOMERS)
    await passAYear(town)
    const start = () => startWorkerProcess(databaseUrl, { leaseSeconds: 1 })
    const done = async () => {
      const { holdExpiries, lotExpiries } = await countDueWork(store, town.id)
      return holdExpiries + lotExpiries
    }
    let killedAtWork = 0
    let visits = 1
    for (let kills = 0; kills < KILLS; kills += 1) {
      if ((await countDueWork(store, town.id)).openLots === 0) {
        await visit(town, CUSTOMERS)
        await passAYear(town)
        visits += 1
      }
      const before = await done()
      worker = await start()
      // Half of the kills hit a worker that has posted already, half one that may only have taken its job.
      if (kills % 2 === 0) await expect.poll(done, { interval: 5 }).toBeGreaterThan(before)
      await delay(randomInt(0, 60))
      await worker.kill()
      const { openLots } = await countDueWork(store, town.id)
      if (openLots > 0) killedAtWork += 1
      expect(await verify({ databaseUrl })).toMatchObject({ ok: true, findings: [] })
    }
    expect(killedAtWork).toBeGreaterThan(0)

    worker = await start()
    await expect.poll(async () => (await countDueWork(store, town.id)).openLots).toBe(0)
    expect(await worker.stop()).toBe(0)
    const count = await countDueWork(store, town.id)
    expect(count).toMatchObject({ openHolds: 0, holdExpiries: (visits * CUSTOMERS) / 2 })
    expect(count.expired).toBe(BigInt(visits * CUSTOMERS) * 50n)
    // Each posted group announced itself, no more and no less often.
    expect(count.announced).toBe(count.holdExpiries + count.lotExpiries)
    expect(await verify({ databaseUrl })).toMatchObject({ ok: true, findings: [] })
  },
  LIMIT_MS,
)
