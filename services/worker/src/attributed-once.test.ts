import { randomInt } from 'node:crypto'
import { setTimeout as delay } from 'node:timers/promises'
import { verify } from '@artel/store'
import { createTestDatabase, type TestDatabase } from '@artel/store/testing'
import { recordPurchase } from '@artel/use-cases'
import { aCoalition, aLink, aSale, type BuiltCoalition } from '@artel/use-cases/testing'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { installQueues } from './queues/install-queues.ts'
import { startWorkerProcess } from './testing/worker-process.ts'

const SALES = 400

let database: TestDatabase
let town: BuiltCoalition
beforeAll(async () => {
  database = await createTestDatabase()
  await installQueues(database)
  town = await aCoalition()
    .withMember('wash')
    .withMember('cafe')
    .withCustomer('Anna')
    .withCustomer('Boris')
    .open(database.store)
})
afterAll(() => database?.drop())

const decided = () => database.store.prisma.attribution.count()

test('two workers, one of them killed at work, decide each purchase once', async () => {
  const { databaseUrl } = database
  const link = await aLink(town, { to: 'wash', from: 'cafe' })
  const sell = () =>
    Promise.all(
      Array.from({ length: SALES }, (_, at) =>
        recordPurchase(
          town.member('wash').context,
          aSale(town.customer(at % 2 === 0 ? 'Anna' : 'Boris'), at % 4 === 0 ? { code: link.code } : {}),
        ),
      ),
    )
  await sell()
  // Leases far shorter than the work: both may have the same job in their hands.
  const [one, other] = await Promise.all(
    [1, 2].map(() => startWorkerProcess(databaseUrl, { leaseSeconds: 1 })),
  )
  await expect.poll(decided, { interval: 5 }).toBeGreaterThan(0)
  const selling = sell()
  await delay(randomInt(0, 60))
  await one?.kill()
  await selling
  await expect.poll(decided).toBe(2 * SALES)
  expect(await other?.stop()).toBe(0)
  const byVia = await database.store.prisma.attribution.groupBy({
    by: ['via'],
    _count: true,
    orderBy: { via: 'asc' },
  })
  expect(byVia).toEqual([
    { via: 'CODE', _count: SALES / 2 },
    { via: 'NOBODY', _count: (2 * SALES * 3) / 4 },
  ])
  expect(await verify({ databaseUrl })).toMatchObject({ ok: true, findings: [] })
})
