import { describe, expect, it } from 'vitest'
import { booksNothing } from './books-nothing.ts'
import { BrokenInvariantError } from './broken-invariant-error.ts'
import type { Claim } from './claim.ts'
import type { CustomerState } from './customer-state.ts'
import type { Debt } from './entry.ts'
import { evolve, evolveGroup } from './evolve.ts'
import { micros, minor } from './money.ts'
import { points } from './points.ts'
import type { PurchaseState, RefundPolicy } from './purchase-state.ts'
import { recoverDebt } from './recover-debt.ts'
import { reverseEarn } from './reverse-earn.ts'
import { reverseRedeem } from './reverse-redeem.ts'
import { aLot, inDays, NOW, withLots } from './testing/states.ts'

const purchase = (over: Partial<PurchaseState> = {}): PurchaseState => ({
  id: 'sale',
  memberId: 'W',
  termsId: 'T',
  total: minor(100_000n),
  lines: [],
  pointsRedeemed: points(0n),
  pointsPart: minor(0n),
  pointsEarned: points(100n),
  earnedLotId: 'earned',
  pointsExpired: points(0n),
  redeemedFrom: [],
  refundedTotal: minor(0n),
  pointsReturned: points(0n),
  pointsReversed: points(0n),
  pointsDue: points(0n),
  refundedByLine: new Map(),
  ...over,
})
const GRACE_ENDS = new Date(NOW.getTime() + 14 * 86_400_000)
const document = { coalitionId: 'C', documentId: 'refund', purchaseId: 'sale', now: NOW }

describe('reverseEarn', () => {
  const takeBack = (state: CustomerState, n: bigint, refundPolicy: RefundPolicy) =>
    reverseEarn(state, {
      ...document,
      points: points(n),
      refundPolicy,
      debtId: 'debt',
    })
  const left = (remaining: bigint, reserved = 0n) =>
    withLots(
      [
        aLot('earned', 100n, { issuerId: 'W', remaining: points(remaining), reserved: points(reserved) }),
        aLot('other', 500n, { issuerId: 'W' }),
      ],
      { purchases: [purchase()] },
    )

  it("recovers only from the purchase's own lot what is neither spent nor held; the issuer bears the rest", () => {
    const { entry, ...found } = takeBack(left(70n, 30n), 100n, 'ISSUER_BEARS')
    expect(found).toEqual({ recovered: 40n, expired: 0n, toDebt: 0n, borne: 60n })
    expect(entry.lotUses).toEqual([{ lotId: 'earned', kind: 'EARN_REVERSAL', points: 40n }])
    expect(entry.newDebt).toBeUndefined()
    const credited = entry.transfers.filter(({ credit }) => credit.kind === 'CLEARING')
    expect(credited.reduce((sum, { amount }) => sum + amount, 0n)).toBe(40n * 550_000n)
  })

  it('makes the rest a debt of the customer by the other policy, without crediting the issuer for it', () => {
    const state = left(40n)
    const { entry, ...found } = takeBack(state, 100n, 'CUSTOMER_DEBT')
    expect(found).toEqual({ recovered: 40n, expired: 0n, toDebt: 60n, borne: 0n })
    const money = entry.transfers.filter(({ credit }) => credit.kind === 'CLEARING')
    expect(money.reduce((sum, { amount }) => sum + amount, 0n)).toBe(40n * 550_000n)
    expect(entry.transfers.filter(({ unit }) => unit === 'POINTS')).toEqual([
      expect.objectContaining({ debit: { kind: 'CUSTOMER', ownerId: 'anna' }, amount: 40n }),
      expect.objectContaining({ debit: { kind: 'DEBT', ownerId: 'anna' }, amount: 60n }),
    ])
    const debt = {
      id: 'debt',
      issuerId: 'W',
      purchaseId: 'sale',
      lotId: 'earned',
      issueFee: 100_000n,
      incurredAt: NOW,
    }
    expect(evolve(state, entry).debts).toEqual([{ ...debt, amount: 60n, remaining: 60n }])
  })

  it('leaves a claim for what it did not find, and none for what became a debt', () => {
    const state = left(40n)
    const claim = { id: 'refund', lotId: 'earned', purchaseId: 'sale', amount: 60n, remaining: 60n }
    const { entry } = takeBack(state, 100n, 'ISSUER_BEARS')
    expect(evolve(state, entry).claims).toEqual([claim])
    expect(takeBack(state, 100n, 'CUSTOMER_DEBT').entry.newClaim).toBeUndefined()
  })

  it('counts points that ran out before those that were spent, and makes no debt of them', () => {
    const ranOut = (claims: Claim[] = []) => ({
      ...left(10n),
      claims,
      purchases: [purchase({ pointsExpired: points(30n) })],
    })
    const found = (n: bigint, policy: RefundPolicy, claims?: Claim[]) => {
      const { entry, ...figures } = takeBack(ranOut(claims), n, policy)
      return { ...figures, claimed: entry.newClaim?.amount ?? 0n }
    }
    const bears = { recovered: 10n, expired: 30n, toDebt: 0n, borne: 60n, claimed: 90n }
    expect(found(100n, 'ISSUER_BEARS')).toEqual(bears)
    const owes = { recovered: 10n, expired: 30n, toDebt: 60n, borne: 0n, claimed: 30n }
    expect(found(100n, 'CUSTOMER_DEBT')).toEqual(owes)
    expect(found(25n, 'CUSTOMER_DEBT')).toEqual({ ...owes, expired: 15n, toDebt: 0n, claimed: 15n })
    const earlier = { id: 'earlier', lotId: 'earned', purchaseId: 'sale', amount: points(15n) }
    const counted = found(40n, 'CUSTOMER_DEBT', [{ ...earlier, remaining: points(15n) }])
    expect(counted).toEqual({ ...owes, expired: 15n, toDebt: 15n, claimed: 15n })
  })

  it("recovers from the survivor's lots that came from it, and books it there", () => {
    const gone = left(0n)
    const survivor = withLots(
      [
        aLot('moved', 50n, { issuerId: 'W', originLotId: 'earned', remaining: points(30n) }),
        aLot('own', 80n, { issuerId: 'W' }),
      ],
      { customerId: 'boris' },
    )
    const at = { ...document, points: points(100n), refundPolicy: 'CUSTOMER_DEBT', debtId: 'debt' } as const
    const { entry, ...found } = reverseEarn(gone, { ...at, holder: survivor })
    expect(found).toEqual({ recovered: 30n, expired: 0n, toDebt: 70n, borne: 0n })
    const after = evolve(survivor, entry)
    expect(after.lots.map(({ remaining }) => remaining)).toEqual([0n, 80n])
    expect(after.debts).toMatchObject([{ lotId: 'earned', remaining: 70n }])
  })

  it('makes an entry that books nothing when nothing is due', () => {
    expect(booksNothing(takeBack(left(100n), 0n, 'CUSTOMER_DEBT').entry)).toBe(true)
    expect(booksNothing(takeBack(left(0n), 100n, 'ISSUER_BEARS').entry)).toBe(false)
    expect(booksNothing(takeBack(left(0n), 100n, 'CUSTOMER_DEBT').entry)).toBe(false)
    const earnedNothing = withLots([], {
      purchases: [purchase({ pointsEarned: points(0n), earnedLotId: null })],
    })
    expect(booksNothing(takeBack(earnedNothing, 0n, 'CUSTOMER_DEBT').entry)).toBe(true)
  })

  it('never takes back more than was earned', () => {
    expect(() => takeBack(left(100n), 101n, 'ISSUER_BEARS')).toThrow(BrokenInvariantError)
  })
})

describe('reverseRedeem', () => {
  const spentLot = (id: string, expiresAt: Date | null) =>
    aLot(id, 100n, { remaining: points(0n), expiresAt })
  const state = withLots(
    [
      spentLot('ran out', inDays(-1)),
      spentLot('soon', inDays(3)),
      spentLot('later', inDays(90)),
      spentLot('never', null),
    ],
    {
      purchases: [
        purchase({
          pointsRedeemed: points(100n),
          redeemedFrom: ['ran out', 'soon', 'later', 'never'].map((lotId) => ({
            lotId,
            points: points(25n),
          })),
        }),
      ],
    },
  )
  const giveBack = (n: bigint) =>
    reverseRedeem(state, {
      ...document,
      points: points(n),
      graceEndsAt: GRACE_ENDS,
      selfRedemptionFeeWaivedFor: () => false,
    })

  it('gives back to the lots last taken from first', () => {
    expect(giveBack(60n).lotUses.map((use) => [use.lotId, use.points])).toEqual([
      ['never', -25n],
      ['later', -25n],
      ['soon', -10n],
    ])
  })

  it('leaves the grace days to spend what came back to a lot that has run out or soon would', () => {
    const after = evolve(state, giveBack(100n))
    expect(after.lots.map((lot) => lot.expiresAt)).toEqual([inDays(14), inDays(14), inDays(90), null])
  })

  it('never gives back more than the purchase keeps', () => {
    expect(() => giveBack(101n)).toThrow(BrokenInvariantError)
    expect(() => giveBack(-1n)).toThrow(BrokenInvariantError)
  })
})

describe('recoverDebt', () => {
  const debt = (id: string, issuerId: string, remaining: bigint): Debt => ({
    ...{
      id,
      issuerId,
      purchaseId: 'old sale',
      lotId: null,
      amount: points(50n),
      remaining: points(remaining),
    },
    ...{ issueFee: micros(70_000n), incurredAt: NOW },
  })
  const recover = (earned: bigint, debts: Debt[]) => {
    const state = withLots([aLot('fresh', earned, { issuerId: 'P', activatesAt: inDays(3) })], { debts })
    const entry = recoverDebt(state, { lotId: 'fresh', coalitionId: 'C', documentId: 'sale' })
    return { state, entry }
  }

  it('intercepts a fresh earning, oldest debt first, and credits the deposit of the lot and the fee once paid', () => {
    const { state, entry } = recover(60n, [
      debt('paid', 'W', 0n),
      debt('old', 'S', 50n),
      debt('new', 'W', 50n),
    ])
    if (!entry) throw new Error('nothing was recovered')
    expect(entry).toMatchObject({ kind: 'DEBT_RECOVERY', memberId: 'P', pointsDelta: -60n })
    expect(entry.debtRecoveries).toEqual([
      { debtId: 'old', points: 50n },
      { debtId: 'new', points: 10n },
    ])
    const credited = (memberId: string) =>
      entry.transfers
        .filter(({ credit }) => credit.kind === 'CLEARING' && credit.ownerId === memberId)
        .reduce((sum, { amount }) => sum + amount, 0n)
    expect(credited('S')).toBe(50n * (450_000n + 70_000n))
    expect(credited('W')).toBe(10n * (450_000n + 70_000n))
    expect(evolve(state, entry).debts.map(({ remaining }) => remaining)).toEqual([0n, 0n, 40n])
  })

  it('leaves the rest of the earning to the customer, and does nothing when nothing is owed', () => {
    const { state, entry } = recover(60n, [debt('old', 'S', 5n)])
    if (!entry) throw new Error('nothing was recovered')
    expect(evolve(state, entry).posted).toBe(55n)
    expect(recover(60n, []).entry).toBeUndefined()
    expect(recover(60n, [debt('paid', 'S', 0n)]).entry).toBeUndefined()
  })
})

describe('two refunds of one purchase in one batch', () => {
  it('see each other through the state between them', () => {
    const sale = purchase({
      pointsRedeemed: points(40n),
      redeemedFrom: [{ lotId: 'spent', points: points(40n) }],
    })
    const before = withLots(
      [aLot('earned', 100n, { issuerId: 'W' }), aLot('spent', 40n, { remaining: points(0n) })],
      { purchases: [sale], sequence: 7n },
    )
    const half = (state: CustomerState, line: string) => {
      const giving = reverseRedeem(state, {
        ...document,
        points: points(20n),
        graceEndsAt: GRACE_ENDS,
        selfRedemptionFeeWaivedFor: () => false,
      })
      const taking = reverseEarn(state, {
        ...document,
        points: points(50n),
        refundPolicy: 'ISSUER_BEARS',
        debtId: 'debt',
      })
      return evolveGroup(state, {
        entries: [giving, taking.entry],
        recordedRefund: {
          purchaseId: 'sale',
          amount: minor(50_000n),
          amountByLine: new Map([[line, minor(50_000n)]]),
          pointsDue: points(50n),
        },
      })
    }
    const once = half(before, 'wash')
    expect(once.purchases[0]).toMatchObject({
      ...{ refundedTotal: 50_000n, pointsReturned: 20n, pointsReversed: 50n, pointsDue: 50n },
      redeemedFrom: [{ lotId: 'spent', points: 20n }],
    })
    const twice = half(once, 'wash')
    expect(twice.sequence).toBe(9n)
    expect(twice.purchases[0]).toMatchObject({ pointsReturned: 40n, pointsReversed: 100n, redeemedFrom: [] })
    expect(twice.purchases[0]?.refundedByLine).toEqual(new Map([['wash', 100_000n]]))
    expect(() => half(twice, 'wash')).toThrow(BrokenInvariantError)
  })
})
