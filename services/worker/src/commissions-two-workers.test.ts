import { verify } from '@artel/store'
import { createTestDatabase, type TestDatabase } from '@artel/store/testing'
import { advanceClock, attributePurchases, recordPurchase, refundPurchase } from '@artel/use-cases'
import {
  aCoalition,
  aLinkOfAffiliate,
  anAffiliate,
  aProgramme,
  aSale,
  booksOf,
  keyed,
  roubles,
} from '@artel/use-cases/testing'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { installQueues } from './queues/install-queues.ts'
import { startWorkerProcess } from './testing/worker-process.ts'

const SALES = 40
const DAY_SECONDS = 86_400

let database: TestDatabase
beforeAll(async () => {
  database = await createTestDatabase()
  await installQueues(database)
})
afterAll(() => database?.drop())

test('two workers at once make each commission once and book it once, whenever refunds come', async () => {
  const { store, databaseUrl } = database
  const town = await aCoalition().withMember('service').withCustomer('Anna').open(store)
  const affiliate = await anAffiliate(town)
  await aLinkOfAffiliate(town, affiliate, { to: 'service', code: 'BLOG-77' })
  await aProgramme(town, 'service', { refundDays: 0 })
  const { context } = town.member('service')
  const sold = await Promise.all(
    Array.from({ length: SALES }, () =>
      recordPurchase(context, aSale(town.customer('Anna'), { code: 'BLOG-77' })),
    ),
  )
  const operator = { store, principal: { kind: 'operator' } } as const
  const attribute = () => attributePurchases(operator, { coalitionId: town.id, limit: 5_000 })
  await attribute()
  await advanceClock(town.adminContext, { seconds: 2 * DAY_SECONDS })
  // Leases far shorter than the work: both may have the same job in their hands.
  const workers = await Promise.all([1, 2].map(() => startWorkerProcess(databaseUrl, { leaseSeconds: 1 })))
  for (const [at, { purchase }] of sold.entries())
    if (at % 2 === 0)
      await refundPurchase(context, {
        ...{ purchase: { id: purchase.id }, amount: roubles(1_000), reason: 'RETURN', ...keyed() },
      })
  await attribute()
  const isOver = async () => {
    const rows = await store.prisma.commission.groupBy({
      ...{ by: ['status'], where: { coalitionId: town.id }, orderBy: { status: 'asc' }, _count: true },
    })
    return rows.map(({ status, _count }) => `${status} ${_count}`)
  }
  const half = SALES / 2
  await expect.poll(isOver).toEqual([`APPROVED ${half}`, `REVERSED ${half}`])
  expect(await Promise.all(workers.map((worker) => worker.stop()))).toEqual([0, 0])
  const books = await booksOf(store, town.id)
  expect(books.money('PAYABLE', affiliate.id)).toBe(BigInt(half) * -100_000_000n)
  const lines = await store.prisma.commissionLine.count({ where: { coalitionId: town.id, kind: 'SALE' } })
  expect(lines).toBe(SALES)
  expect(await verify({ databaseUrl })).toMatchObject({ ok: true, findings: [] })
})
