import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { evolve } from './evolve.ts'
import { points } from './points.ts'
import { redeem } from './redeem.ts'
import { InvalidInputError } from './refusals/input.ts'
import { pendingPoints, spendablePoints } from './spendable-points.ts'
import { aLot, inDays, NOW, withLots } from './testing/states.ts'

const at = { redeemerId: 'W', coalitionId: 'C', documentId: 'doc', now: NOW }
const never = () => false
const spend = (state: ReturnType<typeof withLots>, n: bigint, waived: (termsId: string) => boolean = never) =>
  redeem(state, { ...at, points: points(n), selfRedemptionFeeWaivedFor: waived })

describe('redeem', () => {
  it('takes the earliest expiry first, then the oldest, then the smallest id; what never expires comes last', () => {
    const state = withLots([
      aLot('never', 10n, { issuedAt: inDays(-90) }),
      aLot('late', 10n, { expiresAt: inDays(9) }),
      aLot('soon b', 10n, { expiresAt: inDays(2) }),
      aLot('soon a', 10n, { expiresAt: inDays(2) }),
      aLot('soon but older', 10n, { expiresAt: inDays(2), issuedAt: inDays(-5) }),
    ])
    expect(spend(state, 45n).lotUses.map((use) => [use.lotId, use.points])).toEqual([
      ['soon but older', 10n],
      ['soon a', 10n],
      ['soon b', 10n],
      ['late', 10n],
      ['never', 5n],
    ])
  })

  it('passes over what is pending, run out or held, and says how much there is', () => {
    const state = withLots([
      aLot('pending', 10n, { activatesAt: inDays(1) }),
      aLot('runs out now', 20n, { expiresAt: NOW }),
      aLot('held in part', 30n, { reserved: points(23n) }),
      aLot('runs out next', 5n, { expiresAt: new Date(NOW.getTime() + 1), activatesAt: NOW }),
    ])
    expect(spendablePoints(state, NOW)).toBe(12n)
    expect(pendingPoints(state, NOW)).toBe(10n)
    expect(spend(state, 12n).pointsDelta).toBe(-12n)
    expect(() => spend(state, 13n)).toThrow(
      expect.objectContaining({
        code: 'INSUFFICIENT_POINTS',
        available: 12n,
        requested: 13n,
        details: { available: '12', requested: '13' },
      }),
    )
  })

  it('spares the issuer its redeem fee on its own points only where the terms of the lot say so', () => {
    const state = withLots([
      aLot('1 waived', 10n, { issuerId: 'W', termsId: 'WAIVED' }),
      aLot('2 charged', 10n, { issuerId: 'W', termsId: 'CHARGED' }),
      aLot('3 foreign', 10n, { issuerId: 'S', termsId: 'WAIVED' }),
    ])
    const waived = (termsId: string) => termsId === 'WAIVED'
    const feesOf = (n: bigint) =>
      spend(state, n, waived)
        .transfers.filter((transfer) => transfer.credit.kind === 'FEES')
        .reduce((sum, transfer) => sum + transfer.amount, 0n)
    expect([10n, 20n, 30n].map(feesOf)).toEqual([0n, 200_000n, 400_000n])
  })

  it('books nothing for 0 points and refuses a negative number', () => {
    expect(spend(withLots([]), 0n)).toMatchObject({ pointsDelta: 0n, transfers: [], lotUses: [] })
    expect(() => spend(withLots([]), -1n)).toThrow(InvalidInputError)
  })

  it('never takes a point that expires later while one that expires sooner is left', () => {
    const lot = fc.record({ amount: fc.bigInt(1n, 20n), days: fc.option(fc.integer({ min: 1, max: 5 })) })
    fc.assert(
      fc.property(fc.array(lot, { minLength: 1, maxLength: 12 }), fc.nat(100), (drafts, share) => {
        const lots = drafts.map(({ amount, days }, index) =>
          aLot(`lot ${index}`, amount, { expiresAt: days === null ? null : inDays(days) }),
        )
        const state = withLots(lots)
        const wanted = (state.posted * BigInt(share)) / 100n
        const after = evolve(state, spend(state, wanted))
        expect(after.posted).toBe(state.posted - wanted)
        const end = (id: string) =>
          lots.find((lot) => lot.id === id)?.expiresAt?.getTime() ?? Number.POSITIVE_INFINITY
        const touched = after.lots.filter((lot) => lot.remaining < lot.amount).map((lot) => end(lot.id))
        const left = after.lots.filter((lot) => lot.remaining > 0n).map((lot) => end(lot.id))
        expect(Math.max(...touched, 0)).toBeLessThanOrEqual(Math.min(...left, Number.POSITIVE_INFINITY))
      }),
    )
  })
})
