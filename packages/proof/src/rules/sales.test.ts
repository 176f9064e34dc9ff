import { openStore, type Store } from '@artel/store'
import { createTestDatabase, type TestDatabase, verifyBooks } from '@artel/store/testing'
import fc from 'fast-check'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { anyShop } from './any-sale.ts'
import { type OpenShop, openShops } from './open-shops.ts'
import { type Traded, tradeAlone, tradeInCrowd, undoAll } from './trade.ts'

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
    expect((await verifyBooks({ databaseUrl: database.databaseUrl, coalitionId })).findings).toEqual([])
  }
})

async function trade(open: OpenShop): Promise<number> {
  const traded = await tradeAlone(open)
  await expectCounters(open)
  await expectCosts(open, traded)
  await tradeInCrowd(open, traded)
  await expectCounters(open)
  await expectCosts(open, traded)
  await undoAll(open, traded)
  await expectCounters(open)
  await expectCosts(open, traded)
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

/** The books charge each payer its shares of discounts to the kopeck, less what refunds gave back, and the points are its own. */
async function expectCosts({ coalitionId, shop }: OpenShop, { purchases }: Traded): Promise<void> {
  const costs = new Map<string, bigint>()
  const issued = new Map<string, bigint>()
  const add = (to: Map<string, bigint>, payer: string, n: bigint) => to.set(payer, (to.get(payer) ?? 0n) + n)
  for (const { told } of purchases) {
    const { paidBy } = told.outcome
    if (paidBy.size === 0) add(issued, shop.terms.seller, told.outcome.earned)
    for (const [payer, { points, discount }] of paidBy) {
      add(issued, payer, points)
      const back = told.refunds.figures?.payers[payer]?.discount ?? 0n
      if (payer !== shop.terms.seller) add(costs, payer, (discount - back) * 10_000n)
    }
  }
  const { rows } = await stores[1].pool.query<{ kind: string; payer: string; sum: string }>(
    `select e.kind, x.payer, sum(x.amount)::text as sum
      from entry e join transfer t on t.coalition_id = e.coalition_id and t.entry_id = e.entry_id
      cross join lateral (values (t.debit_owner_id, t.amount), (t.credit_owner_id, -t.amount)) x(payer, amount)
      left join refund r on r.coalition_id = e.coalition_id and r.refund_id = e.document_id
      where e.coalition_id = $1 and coalesce(r.purchase_id, e.document_id) = any($2::uuid[])
        and (e.kind = 'DISCOUNT_COST' or e.kind = 'EARN' and t.unit = 'POINTS' and x.amount > 0)
      group by 1, 2`,
    [coalitionId, purchases.map(({ id }) => id)],
  )
  const booked = (kind: string) =>
    Object.fromEntries(
      rows
        .filter(
          (row) => row.kind === kind && row.payer !== (kind === 'DISCOUNT_COST' ? shop.terms.seller : ''),
        )
        .map((row) => [row.payer, BigInt(row.sum)] as const)
        .filter(([, sum]) => sum !== 0n),
    )
  const told = (sums: ReadonlyMap<string, bigint>) =>
    Object.fromEntries([...sums].filter(([, sum]) => sum !== 0n))
  expect(booked('DISCOUNT_COST')).toEqual(told(costs))
  expect(booked('EARN')).toEqual(told(issued))
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
