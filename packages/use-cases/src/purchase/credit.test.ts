import { micros, minor, points } from '@artel/ledger'
import type { Store } from '@artel/store'
import { createTestDatabase, type TestDatabase, verifyBooks } from '@artel/store/testing'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { advanceClock } from '../coalition/advance-clock.ts'
import { aCoalition, type BuiltCoalition } from '../testing/a-coalition.ts'
import { approveCreditSale, approveLateSale, readSaleApprovals } from './approve-sale.ts'
import { forgetCreditStanding } from './credit-standing.ts'
import { type RecordPurchaseInput, recordPurchase } from './record-purchase.ts'

let database: TestDatabase
let store: Store

beforeAll(async () => {
  database = await createTestDatabase()
  store = database.store
})
afterAll(() => database.drop())

let sales = 0
/** A sale of 1000.00 at a member that earns 50 points: 5.00 more to owe (fi 0.10, D = 0). */
function selling(built: BuiltCoalition, handle: string, more: Partial<RecordPurchaseInput> = {}) {
  sales += 1
  return recordPurchase(built.member(handle).context, {
    customer: { id: built.customer('Anna').id },
    receiptRef: `R-${sales}`,
    total: { amountMinor: minor(100_000n), currency: 'RUB' },
    points: points(0n),
    idempotencyKey: `sale-${sales}`,
    ...more,
  })
}

const town = (terms: Parameters<typeof aCoalition>[0] = {}) =>
  aCoalition(terms).withMember('service').withMember('wash').withCustomer('Anna').open(store)

test('a member that owes its limit gives no more points, and its customers spend on elsewhere', async () => {
  const built = await town({ terms: { creditLimit: micros(10_000_000n) } })
  await selling(built, 'service')
  await selling(built, 'service')
  const third = selling(built, 'service', { idempotencyKey: 'third' })
  await expect(third).rejects.toMatchObject({
    code: 'CREDIT_LIMIT_REACHED',
    owed: 10_000_000n,
    adds: 5_000_000n,
    limit: 10_000_000n,
  })
  // The service owes more and more as its points are spent; nobody who takes them hears of it.
  const { purchase } = await selling(built, 'wash', { points: points(100n) })
  expect(purchase.pointsRedeemed).toBe(100n)
  const lots = await store.prisma.lot.count({ where: { coalitionId: built.id } })
  expect(lots).toBe(3)
})

test('a sale whose points taken bring more than its points given cost is never refused', async () => {
  const built = await town({ terms: { creditLimit: micros(0n) } })
  const first = selling(built, 'service')
  await expect(first).rejects.toMatchObject({ code: 'CREDIT_LIMIT_REACHED' })
  const generous = await town({ terms: { creditLimit: micros(5_000_000n) } })
  await selling(generous, 'service')
  await expect(selling(generous, 'service')).rejects.toMatchObject({ code: 'CREDIT_LIMIT_REACHED' })
  await selling(generous, 'wash')
  // Its own 50 points come back at the fee: it owes less than before, though it gives 48.
  const both = await selling(generous, 'wash', { points: points(50n) })
  expect(both.purchase).toMatchObject({ pointsRedeemed: 50n, pointsEarned: 47n })
})

test('by the terms a sale above the limit waits for the coalition, and is recorded once it agrees', async () => {
  const terms = { creditLimit: micros(5_000_000n), creditPolicy: 'PENDING_APPROVAL' as const }
  const built = await town({ terms })
  await selling(built, 'service')
  const waiting = () => selling(built, 'service', { receiptRef: 'big' })
  await expect(waiting()).rejects.toMatchObject({ code: 'SALE_NEEDS_APPROVAL', receiptRef: 'big' })
  await expect(waiting()).rejects.toMatchObject({ code: 'SALE_NEEDS_APPROVAL' })
  const asked = await readSaleApprovals(built.adminContext, 10)
  expect(asked).toMatchObject([{ receiptRef: 'big', ground: 'CREDIT', status: 'REQUESTED' }])
  const yes = { memberId: built.member('service').id, receiptRef: 'big', reason: 'A good customer' }
  await expect(approveCreditSale(built.member('service').context, yes)).rejects.toMatchObject({
    code: 'FORBIDDEN',
  })
  const { approval } = await approveCreditSale(built.adminContext, yes)
  expect((await approveCreditSale(built.adminContext, yes)).approval).toEqual(approval)
  expect((await waiting()).purchase.pointsEarned).toBe(50n)
  expect(await readSaleApprovals(built.adminContext, 10)).toEqual([])
  await expect(selling(built, 'service')).rejects.toMatchObject({ code: 'SALE_NEEDS_APPROVAL' })
})

/** A payment of a plan that the member was to make by 15 January 2026. */
async function owing(built: BuiltCoalition, handle: string) {
  const at = new Date('2026-01-01')
  const { prisma } = store
  await store.pool.query('select close_windows($1, 1, true)', [built.id])
  await prisma.plan.create({
    data: {
      ...{ coalitionId: built.id, id: built.id, windowNo: 1, planNo: 1, method: 'PEER' },
      ...{ hash: 'a'.repeat(64), currency: 'RUB', totalMinor: 500, legs: [], carried: [], residues: [] },
      ...{ proposedAt: at, proposedById: built.id },
    },
  })
  await prisma.planApproval.create({
    data: {
      ...{ coalitionId: built.id, planId: built.id, approvedById: built.member(handle).id },
      ...{ planHash: 'a'.repeat(64), approvedAt: at },
    },
  })
  await prisma.paymentLeg.create({
    data: {
      ...{ coalitionId: built.id, id: built.id, planId: built.id, windowNo: 1, legNo: 1, reference: 'A-1' },
      ...{ payerId: built.member(handle).id, payeeId: built.id, amountMinor: 500 },
      dueOn: new Date('2026-01-15'),
    },
  })
}

test('a missed payment drops the limit to zero where the terms say so', async () => {
  const built = await town({ terms: { missedPaymentStopsCredit: true } })
  await selling(built, 'service')
  await owing(built, 'service')
  // What the sale before read is two seconds old at most.
  forgetCreditStanding(store, { coalitionId: built.id, memberId: built.member('service').id })
  await expect(selling(built, 'service')).rejects.toMatchObject({
    code: 'CREDIT_LIMIT_REACHED',
    limit: 0n,
  })
  await selling(built, 'wash')
})

test('a sale later than the days agreed needs the coalition, with the day named', async () => {
  const built = await town({ openedDaysAgo: 10, terms: { lateDays: 3 } })
  const daysAgo = (n: number) => new Date(Date.now() - n * 86_400_000)
  expect((await selling(built, 'wash', { occurredAt: daysAgo(3) })).purchase.pointsEarned).toBe(50n)
  const late = () => selling(built, 'wash', { occurredAt: daysAgo(5), receiptRef: 'late' })
  await expect(late()).rejects.toMatchObject({ code: 'SALE_TOO_LATE' })
  const yes = { memberId: built.member('wash').id, receiptRef: 'late', reason: 'The till was broken' }
  await approveLateSale(built.adminContext, yes)
  expect((await late()).purchase.receiptRef).toBe('late')
  await expect(selling(built, 'wash', { occurredAt: daysAgo(5) })).rejects.toMatchObject({
    code: 'SALE_TOO_LATE',
  })
})

test('late days count by the clock of the coalition, wherever a sandbox was moved to', async () => {
  const built = await town({ terms: { lateDays: 3 } })
  await advanceClock(built.adminContext, { seconds: 40 * 86_400 })
  const daysBefore = (n: number) => new Date(Date.now() + (40 - n) * 86_400_000)
  const { purchase } = await selling(built, 'wash', { occurredAt: daysBefore(3) })
  expect(purchase.pointsEarned).toBe(50n)
  const late = (occurredAt: Date) => selling(built, 'wash', { occurredAt, receiptRef: 'late' })
  await expect(late(daysBefore(5))).rejects.toMatchObject({ code: 'SALE_TOO_LATE' })
  // A till that stands where the sandbox stood is forty days late.
  await expect(late(new Date())).rejects.toMatchObject({ code: 'SALE_TOO_LATE' })
  await expect(late(daysBefore(-1))).rejects.toMatchObject({ code: 'INVALID_INPUT' })
  const yes = { memberId: built.member('wash').id, receiptRef: 'late', reason: 'A stock-taking' }
  await approveLateSale(built.adminContext, yes)
  expect((await late(daysBefore(5))).purchase.receiptRef).toBe('late')
})

test('after all of it the books verify clean', async () => {
  const { findings } = await verifyBooks({ databaseUrl: database.databaseUrl })
  expect(findings).toEqual([])
})
