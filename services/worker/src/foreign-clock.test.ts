import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import { bundledProgram } from '@artel/bundle'
import { points } from '@artel/ledger'
import { coalitionNow } from '@artel/store'
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

const clock = (which: string) => new URL(`./testing/clock-an-hour-off.js?${which}`, import.meta.url).href

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

test.each(['ahead', 'behind'])(
  'what a process whose clock is an hour %s sells is dated by the database, and its holds last as long as they say',
  async (which) => {
    const { store, databaseUrl } = database
    const town = await aCoalition().withMember('shop').withCustomer('Anna').open(store)
    const script = await bundledProgram(new URL('./testing/sell.ts', import.meta.url))
    const args = ['--import', clock(which), script, databaseUrl]
    const before = await coalitionNow(store, town.id)
    await promisify(execFile)(process.execPath, [
      ...args,
      town.id,
      town.member('shop').id,
      town.customer('Anna').id,
    ])
    const after = await coalitionNow(store, town.id)
    const where = { coalitionId: town.id }
    const { prisma } = store
    const [lot, hold] = [
      await prisma.lot.findFirstOrThrow({ where }),
      await prisma.hold.findFirstOrThrow({ where }),
    ]
    const sale = await prisma.purchase.findFirstOrThrow({ where })
    const entries = await prisma.entry.findMany({ where })
    const events = await prisma.outbox.findMany({ where: { ...where, kind: 'purchase.recorded' } })
    const dates = [
      lot.issuedAt,
      lot.activatesAt,
      hold.createdAt,
      sale.occurredAt,
      sale.recordedAt,
      ...entries.map(({ postedAt }) => postedAt),
      ...events.map(({ createdAt }) => createdAt),
    ]
    expect(dates).toHaveLength(8)
    for (const date of dates) {
      expect(date.getTime()).toBeGreaterThanOrEqual(before.getTime())
      expect(date.getTime()).toBeLessThanOrEqual(after.getTime())
    }
    expect(hold.expiresAt.getTime() - hold.createdAt.getTime()).toBe(600_000)
  },
)
