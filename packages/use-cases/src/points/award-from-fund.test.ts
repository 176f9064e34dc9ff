import { setTimeout as delay } from 'node:timers/promises'
import { points } from '@artel/ledger'
import { openStore, type Store } from '@artel/store'
import { asSuperuser, createTestDatabase, type TestDatabase, verifyBooks } from '@artel/store/testing'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { advanceClock } from '../coalition/advance-clock.ts'
import { recordPurchase } from '../purchase/record-purchase.ts'
import { refundPurchase } from '../purchase/refund-purchase.ts'
import { readCoverage } from '../reports/read-coverage.ts'
import { readReciprocity } from '../reports/read-reciprocity.ts'
import { forgetAgreement } from '../terms/agreement.ts'
import { ISSUE_FUNDED_TERMS } from '../testing/a-coalition.ts'
import {
  aCoalition,
  aSale,
  type BuiltCoalition,
  booksOf,
  colleagueOf,
  keyed,
  roubles,
} from '../testing/index.ts'
import { approveAdjustment } from './approve-adjustment.ts'
import { awardPromo } from './award-promo.ts'
import { proposeAdjustment } from './propose-adjustment.ts'

let database: TestDatabase
let store: Store
let otherProcess: Store
beforeAll(async () => {
  database = await createTestDatabase()
  store = database.store
  otherProcess = await openStore({ databaseUrl: database.databaseUrl })
})
afterAll(async () => {
  await otherProcess.close()
  await database.drop()
})

const BREAKAGE = { breakageIssuerBps: 0, breakagePromoFundBps: 10_000, breakageOperatorBps: 0 }
const CROWD = Array.from({ length: 12 }, (_, index) => `Customer ${index}`)

/** A town whose promo fund holds 900.00: a thousand points ran out, 0.90 each. A point of the fund costs it 1.00. */
async function town(customers: readonly string[] = []): Promise<BuiltCoalition> {
  const terms = { ...ISSUE_FUNDED_TERMS, ...BREAKAGE, expiryMonths: 1 }
  let plan = aCoalition({ terms }).withMember('service').withMember('wash').withCustomer('Anna')
  for (const name of customers) plan = plan.withCustomer(name)
  const built = await plan.open(store)
  const sale = aSale(built.customer('Anna'), { total: roubles(20_000) })
  await recordPurchase(built.member('service').context, sale)
  await advanceClock(built.adminContext, { seconds: 40 * 86_400 })
  if (customers.length > 0) await raiseLimit(built)
  expect(await fundOf(built)).toBe(900_000_000n)
  return built
}
/** Where the fund is what is to run out: one person may give all of it. */
async function raiseLimit({ id }: BuiltCoalition): Promise<void> {
  await store.prisma.coalition.update({ where: { id }, data: { adjustmentLimitPoints: 1_000_000n } })
  for (const process of [store, otherProcess]) forgetAgreement(process, id)
}
const fundOf = async (built: BuiltCoalition) => -(await booksOf(store, built.id)).money('PROMO_FUND')
const giving = (built: BuiltCoalition, n: bigint, to = 'Anna') => ({
  ...{ customer: { id: built.customer(to).id }, points: points(n), fromPromoFund: true, ...keyed() },
})
const findingsOf = async (built: BuiltCoalition) =>
  (await verifyBooks({ databaseUrl: database.databaseUrl, coalitionId: built.id })).findings

test('the fund pays for points once and for all: no member owes for them, and who takes them is paid', async () => {
  const built = await town()
  const before = await booksOf(store, built.id)
  const asked = giving(built, 100n)
  const given = await awardPromo(built.adminContext, asked)
  expect(given).toMatchObject({
    ...{ points: 100n, balanceAfter: 100n, replayed: false },
    entries: [{ kind: 'PROMO', memberId: null }],
  })
  expect(await awardPromo(built.adminContext, asked)).toMatchObject({ points: 100n, replayed: true })
  expect(await fundOf(built)).toBe(800_000_000n)
  const { byIssuer, covered } = await readCoverage(built.adminContext, { coalitionId: built.id })
  expect([covered, byIssuer]).toEqual([
    true,
    [{ memberId: null, outstandingPoints: 100n, reserve: 90_000_000n, contingent: 0n }],
  ])

  const wash = built.member('wash').context
  const sale = aSale(built.customer('Anna'), { total: roubles(200), points: points(60n) })
  const { purchase } = await recordPurchase(wash, sale)
  const sold = await booksOf(store, built.id)
  // 60 x (0.90 - 0.02) for the points, less 7 x 1.00 for those that the money part earned.
  expect(sold.money('CLEARING', built.member('wash').id)).toBe(-52_800_000n + 7_000_000n)
  expect(sold.money('CLEARING', built.member('service').id)).toBe(
    before.money('CLEARING', built.member('service').id),
  )
  expect(await fundOf(built)).toBe(800_000_000n)
  const matrix = await readReciprocity(built.adminContext, { coalitionId: built.id })
  expect(matrix.cells).toEqual([])
  await refundPurchase(wash, { purchase: { id: purchase.id }, reason: 'Returned', ...keyed() })
  expect((await booksOf(store, built.id)).money('CLEARING', built.member('wash').id)).toBe(0n)
  expect(await findingsOf(built)).toEqual([])
})

test('what runs out of its points comes back to the fund by the terms, and a wrong award whole', async () => {
  const built = await town()
  await awardPromo(built.adminContext, { ...giving(built, 100n), expiresInDays: 3 })
  const { entries } = await awardPromo(built.adminContext, giving(built, 50n))
  const takenBack = (n: bigint) => ({
    ...{ customer: { id: built.customer('Anna').id }, points: points(n), ...keyed() },
    ...{ kind: 'CORRECTION' as const, reason: 'The wrong Anna', correctsEntryId: entries[0]?.id ?? '' },
  })
  await expect(proposeAdjustment(built.member('service').context, takenBack(-20n))).rejects.toMatchObject({
    code: 'NOT_FOUND',
  })
  await expect(proposeAdjustment(built.adminContext, takenBack(20n))).rejects.toMatchObject({
    code: 'INVALID_INPUT',
  })
  await proposeAdjustment(built.adminContext, takenBack(-20n))
  expect(await fundOf(built)).toBe(900_000_000n - 150_000_000n + 20_000_000n)
  await advanceClock(built.adminContext, { seconds: 5 * 86_400 })
  expect(await fundOf(built)).toBe(770_000_000n + 90_000_000n)
  await expect(proposeAdjustment(built.adminContext, takenBack(-31n))).rejects.toMatchObject({
    ...{ code: 'INSUFFICIENT_POINTS', available: 30n },
  })
  expect(await findingsOf(built)).toEqual([])
})

test('a crowd in two processes takes all that the fund can pay and not a point more', async () => {
  const built = await town(CROWD)
  const elsewhere = { ...built.adminContext, store: otherProcess }
  const outcomes = await Promise.allSettled(
    CROWD.flatMap((name, index) => [
      awardPromo(index % 2 ? built.adminContext : elsewhere, giving(built, 100n, name)),
      awardPromo(index % 2 ? elsewhere : built.adminContext, giving(built, 100n, 'Anna')),
    ]),
  )
  const refused = outcomes.flatMap((outcome) => (outcome.status === 'rejected' ? [outcome.reason] : []))
  expect(outcomes.length - refused.length).toBe(9)
  for (const error of refused) expect(error).toMatchObject({ code: 'PROMO_FUND_SHORT', needed: 100_000_000n })
  expect(await fundOf(built)).toBe(0n)
  expect(await findingsOf(built)).toEqual([])
})

/** Statements of this database that wait for a lock. */
async function waiting(): Promise<number> {
  const { rows } = await store.pool.query<{ waiting: number }>(
    `select count(*)::int as waiting from pg_locks l where not l.granted and l.pid in (select d.pid from pg_locks d
      where d.database = (select oid from pg_database where datname = current_database()))`,
  )
  return rows[0]?.waiting ?? 0
}

test('two processes that saw the same balance do not both take it', async () => {
  const built = await town(['Boris'])
  const elsewhere = { ...built.adminContext, store: otherProcess }
  // Both have loaded and decided when they wait for the end of the chain.
  const chain = await store.pool.connect()
  await chain.query('begin')
  await chain.query('select hold_chain($1)', [built.id])
  const both = Promise.allSettled([
    awardPromo(built.adminContext, giving(built, 600n)),
    awardPromo(elsewhere, giving(built, 600n, 'Boris')),
  ])
  while ((await waiting()) < 2) await delay(5)
  await chain.query('commit')
  chain.release()
  const [refused, ...others] = (await both).filter(({ status }) => status === 'rejected')
  expect([refused, others.length]).toMatchObject([
    { reason: { code: 'PROMO_FUND_SHORT', fund: 300_000_000n, needed: 600_000_000n } },
    0,
  ])
  expect(await fundOf(built)).toBe(300_000_000n)
})

test('many small awards in one batch end with the last point that the fund can pay', async () => {
  const built = await town(CROWD)
  const asked = Array.from({ length: 60 }, (_, index) => giving(built, 17n, CROWD[index % CROWD.length]))
  const outcomes = await Promise.allSettled(asked.map((award) => awardPromo(built.adminContext, award)))
  expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(52)
  expect(await fundOf(built)).toBe(16_000_000n)
  const refusedKey = asked[outcomes.findIndex(({ status }) => status === 'rejected')]
  if (!refusedKey) throw new Error('none was refused')
  await expect(awardPromo(built.adminContext, refusedKey)).rejects.toMatchObject({
    ...{ code: 'PROMO_FUND_SHORT', fund: 16_000_000n, needed: 17_000_000n, replayed: true },
  })
})

test('above the limit it waits for a second person, and is refused when the fund was spent meanwhile', async () => {
  const built = await town()
  await store.prisma.coalition.update({ where: { id: built.id }, data: { adjustmentLimitPoints: 500n } })
  forgetAgreement(store, built.id)
  const asking = () => awardPromo(built.adminContext, giving(built, 501n))
  const [first, second] = [await asking(), await asking()]
  expect(first).toMatchObject({ points: 0n, adjustment: { status: 'PROPOSED', memberId: null, payers: [] } })
  const colleague = await colleagueOf(built.adminContext)
  const approving = (adjustmentId: string) => approveAdjustment(colleague, { adjustmentId, ...keyed() })
  expect(await approving(first.adjustment?.id ?? '')).toMatchObject({ balanceAfter: 501n })
  await expect(approving(second.adjustment?.id ?? '')).rejects.toMatchObject({
    ...{ code: 'PROMO_FUND_SHORT', fund: 399_000_000n, needed: 501_000_000n },
  })
  const refused = await store.prisma.adjustment.findUniqueOrThrow({
    where: { coalitionId_id: { coalitionId: built.id, id: second.adjustment?.id ?? '' } },
  })
  expect(refused.status).toBe('REFUSED')
  expect(await fundOf(built)).toBe(399_000_000n)
})

test('verify finds what the fund paid too much, and a fund that gave what it did not have', async () => {
  const built = await town()
  await awardPromo(built.adminContext, giving(built, 500n))
  const named = async () => (await findingsOf(built)).map(({ invariant }) => invariant)
  await asSuperuser(
    database.databaseUrl,
    `update transfer set amount = amount + 1 where coalition_id = '${built.id}' and debit_kind = 'PROMO_FUND'`,
  )
  expect(await named()).toContain('PROMO_FUND_LEGS')
  await asSuperuser(
    database.databaseUrl,
    `update account_movement set credit = 499999999 where coalition_id = '${built.id}' and kind = 'PROMO_FUND' and credit > 0`,
  )
  expect(await named()).toContain('PROMO_FUND_COVERS')
})

test('only an administrator gives out of the fund, and names no members beside it', async () => {
  const built = await town()
  const service = built.member('service')
  await expect(awardPromo(service.context, giving(built, 1n))).rejects.toMatchObject({
    ...{ code: 'INVALID_INPUT', path: ['fromPromoFund'] },
  })
  const payers = [{ memberId: service.id, share: 1 }]
  await expect(awardPromo(built.adminContext, { ...giving(built, 1n), payers })).rejects.toMatchObject({
    ...{ code: 'INVALID_INPUT', path: ['payers'] },
  })
})
