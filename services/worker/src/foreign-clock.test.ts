import { points } from '@artel/ledger'
import { createTestDatabase, type TestDatabase } from '@artel/store/testing'
import { createHold, recordPurchase } from '@artel/use-cases'
import { aCoalition, aHold, aSale } from '@artel/use-cases/testing'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { installQueues } from './queues/install-queues.ts'
import { startWorkerProcess } from './testing/worker-process.ts'

let database: TestDatabase
beforeAll(async () => {
  database = await createTestDatabase()
  await installQueues(database)
})
afterAll(() => database?.drop())

const clock = (which: string) => new URL(`./testing/clock-an-hour-off.ts?${which}`, import.meta.url).href

test.each(['ahead', 'behind'])(
  'a worker whose clock is an hour %s does what is due, and nothing else',
  async (which) => {
    const { store, databaseUrl } = database
    const town = await aCoalition().withMember('shop').withCustomer('Anna').open(store)
    const { context } = town.member('shop')
    const anna = town.customer('Anna')
    await recordPurchase(context, aSale(anna))
    const hold = (ttlSeconds: number) => createHold(context, aHold(anna, { points: points(10n), ttlSeconds }))
    await hold(60)
    // Within the hour by which the process is wrong.
    const { hold: later } = await hold(1_800)
    const worker = await startWorkerProcess(databaseUrl, { preload: clock(which) })
    await town.store.prisma.coalition.update({ where: { id: town.id }, data: { clockOffsetSeconds: 61n } })
    const open = () => store.prisma.hold.findMany({ where: { coalitionId: town.id, status: 'OPEN' } })
    await expect.poll(async () => (await open()).map(({ id }) => id)).toEqual([later.id])
    expect(await worker.stop()).toBe(0)
    expect((await open()).map(({ id }) => id)).toEqual([later.id])
    const { closedAt, expiresAt } = await store.prisma.hold.findFirstOrThrow({
      where: { coalitionId: town.id, status: 'EXPIRED' },
    })
    // Dated by the coalition's clock, which is the database's and 61 seconds, not by the process.
    const lateMs = (closedAt?.getTime() ?? 0) - expiresAt.getTime()
    expect(lateMs).toBeGreaterThanOrEqual(0)
    expect(lateMs).toBeLessThan(300_000)
  },
)
