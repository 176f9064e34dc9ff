import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { adjust } from './adjust.ts'
import { evolve } from './evolve.ts'
import { expire } from './expire.ts'
import { basisPoints, micros } from './money.ts'
import { points } from './points.ts'
import { fundCost, promoteFromFund } from './promote-from-fund.ts'
import { redeem } from './redeem.ts'
import { InvalidInputError } from './refusals/input.ts'
import { PromoFundShortError } from './refusals/points.ts'
import { examplePrices } from './testing/prices.ts'
import { inDays, NOW, withLots } from './testing/states.ts'

// Burn-funded: a member would pay R only when the point is spent. The fund pays it at once.
const PRICES = examplePrices(0n)
const award = (n: bigint, fund: bigint) =>
  promoteFromFund({
    ...{ customerId: 'anna', coalitionId: 'C', documentId: 'award', lotId: 'lot', now: NOW },
    ...{ points: points(n), fund: micros(fund), terms: { id: 'T', prices: PRICES } },
    ...{ activatesAt: NOW, expiresAt: inDays(30) },
  })
const legs = (entry: ReturnType<typeof award>) =>
  entry.transfers.map((t) => [t.debit.kind, t.debit.ownerId, t.credit.kind, t.credit.ownerId, t.amount])
const waived = () => false

describe('promoteFromFund', () => {
  it('pays R and the issue fee out of the fund when the points are given, and nobody else owes for them', () => {
    const entry = award(10n, 10_000_000n)
    expect(entry).toMatchObject({ kind: 'PROMO', memberId: null, documentId: 'award', pointsDelta: 10n })
    expect(legs(entry)).toEqual([
      ['ISSUED', 'C', 'CUSTOMER', 'anna', 10n],
      ['PROMO_FUND', 'C', 'RESERVE', 'C', 9_000_000n],
      ['PROMO_FUND', 'C', 'FEES', 'C', 1_000_000n],
    ])
    expect(entry.newLots).toMatchObject([{ issuerId: 'C', prices: { ...PRICES, deposit: 900_000n } }])
  })

  it('spends them out of the reserve alone', () => {
    const state = evolve(withLots([]), award(10n, 10_000_000n))
    const spending = redeem(state, {
      ...{ redeemerId: 'W', coalitionId: 'C', documentId: 'sale', points: points(4n), now: NOW },
      selfRedemptionFeeWaivedFor: waived,
    })
    expect(legs(spending).slice(1)).toEqual([
      ['RESERVE', 'C', 'CLEARING', 'W', 3_520_000n],
      ['RESERVE', 'C', 'FEES', 'C', 80_000n],
    ])
  })

  it('gives the issuer part of what runs out back to the fund, and what is taken back whole', () => {
    const state = evolve(withLots([]), award(10n, 10_000_000n))
    const breakage = { issuer: 5_000n, promoFund: 3_000n, operator: 2_000n }
    const forfeited = expire(state, {
      ...{ coalitionId: 'C', now: inDays(31) },
      breakageOf: () => ({
        issuer: basisPoints(breakage.issuer),
        promoFund: basisPoints(breakage.promoFund),
        operator: basisPoints(breakage.operator),
      }),
    })
    const toFund = (forfeited?.transfers ?? [])
      .filter(({ credit }) => credit.kind === 'PROMO_FUND')
      .reduce((sum, { amount }) => sum + amount, 0n)
    expect(toFund).toBe(7_200_000n)
    expect(forfeited?.transfers.some(({ credit }) => credit.kind === 'CLEARING')).toBe(false)
    const undone = adjust(state, {
      ...{ issuerId: 'C', coalitionId: 'C', documentId: 'undo', points: points(-10n), now: NOW },
      newLot: () => {
        throw new Error('nothing is given')
      },
    })
    expect(undone.memberId).toBe(null)
    expect(legs(undone)).toEqual([
      ['CUSTOMER', 'anna', 'ISSUED', 'C', 10n],
      ['RESERVE', 'C', 'PROMO_FUND', 'C', 9_000_000n],
      ['FEES', 'C', 'PROMO_FUND', 'C', 1_000_000n],
    ])
  })

  it('never takes more than the fund holds, to the last micro', () => {
    fc.assert(
      fc.property(fc.bigInt(1n, 1_000_000n), fc.bigInt(0n, 2_000_000_000_000n), (n, fund) => {
        const needed = fundCost(points(n), PRICES)
        if (needed > fund) expect(() => award(n, fund)).toThrow(PromoFundShortError)
        else {
          const taken = award(n, fund)
            .transfers.filter(({ debit }) => debit.kind === 'PROMO_FUND')
            .reduce((sum, { amount }) => sum + amount, 0n)
          expect(taken).toBe(needed)
        }
      }),
    )
    expect(() => award(10n, 9_999_999n)).toThrow(PromoFundShortError)
    expect(award(10n, 10_000_000n).pointsDelta).toBe(10n)
  })

  it('refuses no points', () => {
    expect(() => award(0n, 10_000_000n)).toThrow(InvalidInputError)
  })
})
