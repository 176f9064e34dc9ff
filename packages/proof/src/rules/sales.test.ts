import { openStore, type Store, verify } from '@artel/store'
import { createTestDatabase, type TestDatabase } from '@artel/store/testing'
import fc from 'fast-check'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { anyShop } from './any-sale.ts'
import { type OpenShop, openShops } from './open-shops.ts'
import { tradeAlone, tradeInCrowd, undoAll } from './trade.ts'

const SEED = Number(process.env.ARTEL_RULES_SEED ?? Date.now() % 2 ** 31)
const TOWNS = 4
const SHOPS = 6
const STEPS = 33
const CROWD = 20
/** Purchases and refunds that a run comes to at least. */
const ENOUGH = 2_000

let database: TestDatabase
let stores: readonly [Store, Store]
beforeAll(async () => {
  database = await createTestDatabase()
  stores = [database.store, await openStore({ databaseUrl: database.databaseUrl })]
})
afterAll(async () => {
  await stores[1].close()
  await database.drop()
})

it(`sales and refunds of the real verbs are the naive model's, in two processes (seed ${SEED})`, async () => {
  const drawn = fc.sample(anyShop(STEPS, CROWD), { seed: SEED, numRuns: TOWNS * SHOPS })
  const towns = await Promise.all(
    Array.from({ length: TOWNS }, (_, town) =>
      openShops(stores, drawn.slice(town * SHOPS, (town + 1) * SHOPS), town),
    ),
  )
  const counts = await Promise.all(towns.flat().map(trade))
  expect(counts.reduce((sum, count) => sum + count, 0)).toBeGreaterThanOrEqual(ENOUGH)
  for (const [shop] of towns) {
    const coalitionId = shop?.coalitionId ?? ''
    expect((await verify({ databaseUrl: database.databaseUrl, coalitionId })).findings).toEqual([])
  }
})

async function trade(open: OpenShop): Promise<number> {
  const traded = await tradeAlone(open)
  await expectCounters(open)
  await tradeInCrowd(open, traded)
  await expectCounters(open)
  await undoAll(open, traded)
  await expectCounters(open)
  await expectUndone(
    open,
    traded.purchases.map(({ id }) => id),
  )
  return traded.count
}

/** Counters stand where the model says, and none above its limit. */
async function expectCounters({ shop, coalitionId }: OpenShop): Promise<void> {
  const ownerId = { in: shop.terms.rules.map(({ ruleId }) => ruleId) }
  const rows = await stores[0].prisma.counter.findMany({ where: { coalitionId, ownerId } })
  for (const { used, limit } of rows) expect(used).toBeLessThanOrEqual(limit)
  const stand = rows.map(({ ownerId: rule, customerId, period, used }) => {
    return [[rule, customerId === coalitionId ? '*' : customerId, period].join(' '), used] as const
  })
  const isMoved = ([, used]: readonly [string, bigint]) => used !== 0n
  expect(Object.fromEntries(stand.filter(isMoved))).toEqual(
    Object.fromEntries([...shop.counters].filter(isMoved)),
  )
}

/** All that was given is due back, of each purchase that cost anything. */
async function expectUndone({ coalitionId }: OpenShop, ids: readonly string[]): Promise<void> {
  const purchases = await stores[1].prisma.purchase.findMany({
    where: { coalitionId, id: { in: [...ids] } },
    include: { refunds: true },
  })
  for (const { refunds, pointsEarned, pointsRedeemed, totalMinor, discountMinor } of purchases) {
    const sum = (of: (refund: (typeof refunds)[number]) => bigint) =>
      refunds.reduce((all, refund) => all + of(refund), 0n)
    expect(sum(({ amountMinor }) => amountMinor)).toBe(totalMinor - discountMinor)
    expect(
      sum((each) => each.pointsRecovered + each.pointsExpired + each.pointsToDebt + each.pointsBorne),
    ).toBe(pointsEarned)
    expect(sum(({ pointsReturned }) => pointsReturned)).toBe(pointsRedeemed)
  }
}
