import { InvalidInputError, minor, NotFoundError, points, RefundExceedsPurchaseError } from '@artel/ledger'
import { endOfDays } from '@artel/rules'
import type { Refund } from '@artel/store/prisma'
import { createTestDatabase, type TestDatabase, verifyBooks } from '@artel/store/testing'
import { v7 as uuidv7 } from 'uuid'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { advanceClock } from '../coalition/advance-clock.ts'
import { readWallet } from '../customer/read-wallet.ts'
import { suspendMember } from '../member/suspend-member.ts'
import {
  aCoalition,
  aSale,
  type BuiltCoalition,
  booksOf,
  type CoalitionOverrides,
  ledgerRows,
  roubles,
} from '../testing/index.ts'
import { recordPurchase } from './record-purchase.ts'
import { type RefundPurchaseInput, refundPurchase } from './refund-purchase.ts'

let database: TestDatabase
beforeAll(async () => {
  database = await createTestDatabase()
})
afterAll(() => database.drop())

/** Anna has 1000 points of the service, earned by one purchase of 20 000.00. */
async function aTown(terms: NonNullable<CoalitionOverrides['terms']> = {}) {
  const town = await aCoalition({ terms })
    .withMember('service')
    .withMember('wash')
    .withCustomer('Anna')
    .open(database.store)
  const sale = aSale(town.customer('Anna'), { total: roubles(20_000) })
  const { purchase } = await recordPurchase(town.member('service').context, sale)
  return { town, earned: purchase }
}
const walletOf = async (town: BuiltCoalition) => {
  const { id } = town.customer('Anna')
  return (await readWallet(town.adminContext, { coalitionId: town.id, customerIds: [id] })).get(id)
}
const aRefund = (id: string, more: Partial<RefundPurchaseInput> = {}): RefundPurchaseInput => ({
  purchase: { id },
  reason: 'Did not fit',
  idempotencyKey: uuidv7(),
  ...more,
})
const ACCOUNTS = [
  'CLEARING',
  'RESERVE',
  'FEES',
  'PROMO_FUND',
  'BREAKAGE',
  'ISSUED',
  'REDEEMED',
  'EXPIRED',
  'DEBT',
]
async function allBalances(town: BuiltCoalition): Promise<string[]> {
  const books = await booksOf(town.store, town.id)
  const owners = [town.id, town.customer('Anna').id, town.member('service').id, town.member('wash').id]
  return ACCOUNTS.flatMap((kind) =>
    owners.map((owner) => `${kind} ${owner} ${books.money(kind, owner)} ${books.points(kind, owner)}`),
  )
}

describe('a refund', () => {
  it('of all that is left puts every account back as it was before the sale', async () => {
    for (const deposit of [0n, 450_000n, 900_000n]) {
      const { town } = await aTown({ deposit: deposit as never })
      const before = await allBalances(town)
      const { context } = town.member('wash')
      const sale = aSale(town.customer('Anna'), { points: points(300n) })
      const { purchase } = await recordPurchase(context, sale)
      const input = aRefund(purchase.id)
      const answer = await refundPurchase(context, input)
      expect(answer).toMatchObject({ balanceAfter: 1000n, replayed: false })
      expect(answer.refund).toMatchObject({
        amountMinor: 100_000n,
        moneyMinor: 70_000n,
        pointsReturned: 300n,
        pointsRecovered: 35n,
        pointsToDebt: 0n,
        pointsBorne: 0n,
        reason: 'Did not fit',
      })
      expect(await allBalances(town)).toEqual(before)
      expect(await refundPurchase(context, input)).toEqual({ ...answer, replayed: true })
    }
  })

  it('in parts ends exactly where one full refund does, and never a kopeck further', async () => {
    const { town } = await aTown()
    const { context } = town.member('wash')
    const { purchase } = await recordPurchase(context, aSale(town.customer('Anna'), { points: points(300n) }))
    const parts = [roubles(333, 33), roubles(0, 1), roubles(500), undefined]
    const refunds: Refund[] = []
    for (const amount of parts)
      refunds.push((await refundPurchase(context, aRefund(purchase.id, amount ? { amount } : {}))).refund)
    const total = (field: 'amountMinor' | 'moneyMinor' | 'pointsReturned' | 'pointsRecovered') =>
      refunds.reduce((sum, refund) => sum + refund[field], 0n)
    expect(total('amountMinor')).toBe(100_000n)
    expect(total('moneyMinor')).toBe(70_000n)
    expect(total('pointsReturned')).toBe(300n)
    expect(total('pointsRecovered')).toBe(35n)
    const rows = await ledgerRows(town.store)
    const more = refundPurchase(context, aRefund(purchase.id, { amount: roubles(0, 1) }))
    await expect(more).rejects.toThrow(RefundExceedsPurchaseError)
    await expect(more).rejects.toMatchObject({ refundable: 0n, lineRef: null })
    await expect(refundPurchase(context, aRefund(purchase.id))).rejects.toThrow(RefundExceedsPurchaseError)
    expect(await ledgerRows(town.store)).toEqual(rows)
  })

  it('by line takes the line, or a part of it, and no more than is left of it', async () => {
    const { town } = await aTown()
    const { context } = town.member('wash')
    const lines = [
      { ref: 'oil', title: 'Oil', total: roubles(600) },
      { ref: 'filter', title: 'Filter', total: roubles(400) },
    ]
    const { purchase } = await recordPurchase(context, aSale(town.customer('Anna'), { lines }))
    const refundOf = (ref: string, amount?: ReturnType<typeof roubles>) =>
      refundPurchase(context, aRefund(purchase.id, { lines: [amount ? { ref, amount } : { ref }] }))
    expect((await refundOf('oil', roubles(100))).refund).toMatchObject({
      amountMinor: 10_000n,
      lines: [{ ref: 'oil', amountMinor: '10000' }],
    })
    expect((await refundOf('oil')).refund.amountMinor).toBe(50_000n)
    await expect(refundOf('oil')).rejects.toMatchObject({ refundable: 0n, lineRef: 'oil' })
    await expect(refundOf('filter', roubles(401))).rejects.toMatchObject({ refundable: 40_000n })
    await expect(refundOf('paint')).rejects.toThrow(InvalidInputError)
    expect((await refundOf('filter')).refund.amountMinor).toBe(40_000n)
  })

  it('is refused for another member, a bad amount, or both amount and lines', async () => {
    const { town, earned } = await aTown()
    const rows = await ledgerRows(town.store)
    const wash = town.member('wash').context
    await expect(refundPurchase(wash, aRefund(earned.id))).rejects.toThrow(NotFoundError)
    const { receiptRef } = earned
    await expect(refundPurchase(wash, aRefund('', { purchase: { receiptRef } }))).rejects.toThrow(
      NotFoundError,
    )
    const service = town.member('service').context
    const attempts: Partial<RefundPurchaseInput>[] = [
      { amount: { amountMinor: minor(0n), currency: 'RUB' } },
      { amount: { amountMinor: minor(-1n), currency: 'RUB' } },
      { amount: { amountMinor: minor(1n), currency: 'USD' } },
      { amount: roubles(1), lines: [{ ref: 'x' }] },
      { lines: [] },
      { idempotencyKey: '' },
    ]
    for (const attempt of attempts)
      await expect(refundPurchase(service, aRefund(earned.id, attempt))).rejects.toThrow(InvalidInputError)
    expect(await ledgerRows(town.store)).toEqual(rows)
    await refundPurchase(service, aRefund('', { purchase: { receiptRef } }))
  })

  it('raced by others never gives back more than was paid', async () => {
    const { town } = await aTown()
    const { context } = town.member('wash')
    const { purchase } = await recordPurchase(context, aSale(town.customer('Anna'), { points: points(300n) }))
    const attempts = Array.from({ length: 12 }, (_, index) =>
      refundPurchase(context, aRefund(purchase.id, index % 3 === 0 ? {} : { amount: roubles(300) })),
    )
    const results = await Promise.allSettled(attempts)
    for (const result of results)
      if (result.status === 'rejected') expect(result.reason).toBeInstanceOf(RefundExceedsPurchaseError)
    const { _sum } = await town.store.prisma.refund.aggregate({
      where: { purchaseId: purchase.id },
      _sum: { amountMinor: true, moneyMinor: true, pointsReturned: true, pointsRecovered: true },
    })
    expect(_sum).toEqual({
      amountMinor: 100_000n,
      moneyMinor: 70_000n,
      pointsReturned: 300n,
      pointsRecovered: 35n,
    })
    expect((await walletOf(town))?.balance).toBe(1000n)
  })

  it('stays possible for a suspended member, since it only undoes', async () => {
    const { town, earned } = await aTown()
    await suspendMember(town.adminContext, { memberId: town.member('service').id })
    const { balanceAfter } = await refundPurchase(town.member('service').context, aRefund(earned.id))
    expect(balanceAfter).toBe(0n)
  })

  it('after the lot has expired gives the points back with days of grace', async () => {
    const { town } = await aTown()
    const { context } = town.member('wash')
    const { purchase } = await recordPurchase(context, aSale(town.customer('Anna'), { points: points(300n) }))
    await advanceClock(town.adminContext, { seconds: 400 * 86_400 })
    expect((await walletOf(town))?.balance).toBe(0n)
    const { refund } = await refundPurchase(context, aRefund(purchase.id))
    expect(refund).toMatchObject({ pointsReturned: 300n, pointsRecovered: 0n })
    expect(await walletOf(town)).toMatchObject({ available: 300n, expiringSoon: { points: 300n } })
    const use = await town.store.prisma.lotUse.findFirstOrThrow({
      where: { coalitionId: town.id, entry: { groupId: refund.id, kind: 'REDEEM_REVERSAL' } },
    })
    // To the end of the 14th day after, as the calendar of the coalition counts.
    expect(use.expiresAt).toEqual(endOfDays(refund.recordedAt, 14, 'Europe/Moscow'))
    expect(use.expiresAt?.toISOString()).toMatch(/T21:00:00.000Z$/)
    await advanceClock(town.adminContext, { seconds: 15 * 86_400 })
    expect((await walletOf(town))?.balance).toBe(0n)
  })
})

describe('a refund of points already spent', () => {
  async function spendMostOf(town: BuiltCoalition): Promise<void> {
    const sale = aSale(town.customer('Anna'), { total: roubles(2_000), points: points(900n) })
    await recordPurchase(town.member('wash').context, sale)
  }

  it('is borne by the issuer under ISSUER_BEARS: only what the customer still holds is taken back', async () => {
    const { town, earned } = await aTown()
    await spendMostOf(town)
    const service = town.member('service')
    const { refund, balanceAfter } = await refundPurchase(service.context, aRefund(earned.id))
    expect(refund).toMatchObject({ pointsRecovered: 100n, pointsBorne: 900n, pointsToDebt: 0n })
    expect(balanceAfter).toBe(55n)
    const { money } = await booksOf(town.store, town.id)
    // 900 points at R 0.90 that the wash took, and their issue fee of 0.10: credited for 100 points alone.
    expect(money('CLEARING', service.id)).toBe(900n * 1_000_000n)
    expect((await walletOf(town))?.debt).toBe(0n)
  })

  it('becomes a debt under CUSTOMER_DEBT: later earnings repay it, and only then is the issuer credited', async () => {
    const { town, earned } = await aTown({ refundPolicy: 'CUSTOMER_DEBT' })
    await spendMostOf(town)
    const service = town.member('service')
    const { refund } = await refundPurchase(service.context, aRefund(earned.id))
    expect(refund).toMatchObject({ pointsRecovered: 100n, pointsBorne: 0n, pointsToDebt: 900n })
    expect(await walletOf(town)).toMatchObject({ balance: 55n, debt: 900n })
    const owedBefore = (await booksOf(town.store, town.id)).money('CLEARING', service.id)

    const sale = aSale(town.customer('Anna'), { total: roubles(20_000) })
    const { purchase, balanceAfter } = await recordPurchase(town.member('wash').context, sale)
    expect(purchase).toMatchObject({ pointsEarned: 1000n, balanceAfter: 155n })
    expect(balanceAfter).toBe(155n)
    expect(await walletOf(town)).toMatchObject({ balance: 155n, available: 155n, debt: 0n })
    const { money, points: owing } = await booksOf(town.store, town.id)
    expect(owing('DEBT', town.customer('Anna').id)).toBe(0n)
    expect(owedBefore - money('CLEARING', service.id)).toBe(900n * 100_000n)
  })
})

it('after all of it the books verify clean', async () => {
  const proof = await verifyBooks({ databaseUrl: database.databaseUrl })
  expect(proof).toMatchObject({ ok: true, findings: [] })
})
