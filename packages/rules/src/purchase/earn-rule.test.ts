import { basisPoints, lesser, minor, points } from '@artel/ledger'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { someTerms } from '../testing/terms.ts'
import { type EarnRule, earnedPoints, validateEarnRule } from './earn-rule.ts'
import { maxRedeemablePoints, pointsPartMinor } from './points-part.ts'

const percent = (bps: bigint, minTotal = 0n): EarnRule => ({
  kind: 'PERCENT',
  percentBps: basisPoints(bps),
  minTotalMinor: minor(minTotal),
})
const fixed = (n: bigint, minTotal = 0n): EarnRule => ({
  kind: 'FIXED',
  fixedPoints: points(n),
  minTotalMinor: minor(minTotal),
})
const bill = (total: bigint, moneyPart = total, faceValue = 100n) => ({
  totalMinor: minor(total),
  moneyPartMinor: minor(moneyPart),
  faceValueMinor: minor(faceValue),
})

describe('earnedPoints', () => {
  it.each([
    ['Anna pays S 20 000.00 at 5 %', percent(500n), bill(2_000_000n), 1000n],
    ['700.00 of 1000.00 in money at W, 3 %', percent(300n), bill(100_000n, 70_000n), 21n],
    ['4600.00 of 5000.00 in money at P, 4 %', percent(400n), bill(500_000n, 460_000n), 184n],
    ['a point worth 2.50 at the till', percent(1_000n), bill(10_000n, 10_000n, 250n), 4n],
    ['19.99 at 5 %: less than one point', percent(500n), bill(1_999n), 0n],
    ['39.99 at 5 %: floor', percent(500n), bill(3_999n), 1n],
    ['a bill below the least', percent(500n, 50_000n), bill(49_999n), 0n],
    ['a bill of the least, most of it in points', percent(500n, 50_000n), bill(50_000n, 10_000n), 5n],
    ['a fixed gift', fixed(7n), bill(1n), 7n],
    ['a fixed gift, but all paid in points', fixed(7n), bill(10_000n, 0n), 0n],
    ['a fixed gift below the least bill', fixed(7n, 100n), bill(99n), 0n],
  ])('%s', (_name, rule, sale, earned) => {
    expect(earnedPoints(rule, sale)).toBe(earned)
  })

  it('is the whole number at or below the exact share, and the part paid in points earns nothing', () => {
    const amount = fc.bigInt(1n, 10n ** 15n)
    fc.assert(
      fc.property(amount, amount, fc.bigInt(0n, 10_000n), fc.bigInt(1n, 10_000n), (a, b, bps, face) => {
        const moneyPart = lesser(a, b)
        const earned = earnedPoints(percent(bps), bill(moneyPart + a, moneyPart, face))
        expect(earned).toBe(earnedPoints(percent(bps), bill(moneyPart, moneyPart, face)))
        expect(earned * face * 10_000n <= moneyPart * bps).toBe(true)
        expect((earned + 1n) * face * 10_000n > moneyPart * bps).toBe(true)
      }),
    )
  })
})

describe('validateEarnRule', () => {
  it.each([
    ['percentBps', percent(10_001n)],
    ['percentBps', percent(-1n)],
    ['fixedPoints', fixed(-1n)],
    ['fixedPoints', fixed(10n ** 9n + 1n)],
    ['minTotalMinor', fixed(1n, -1n)],
  ])('refuses a %s out of its range, by name', (field, rule) => {
    expect(() => validateEarnRule(rule)).toThrow(expect.objectContaining({ path: [field] }))
  })
  it('accepts what earns nothing and what earns all', () => {
    expect(() => [percent(0n), percent(10_000n), fixed(0n)].forEach(validateEarnRule)).not.toThrow()
  })
})

describe('the part of a bill in points', () => {
  const terms = (share: bigint, faceValue = 100n) =>
    someTerms({ maxPointsShareBps: basisPoints(share), faceValueMinor: minor(faceValue) })

  it('is capped by the share, floor', () => {
    expect(maxRedeemablePoints(terms(5_000n), minor(100_000n))).toBe(500n)
    expect(maxRedeemablePoints(terms(5_000n), minor(199n))).toBe(0n)
    expect(maxRedeemablePoints(terms(10_000n, 250n), minor(999n))).toBe(3n)
    expect(maxRedeemablePoints(terms(0n), minor(100_000n))).toBe(0n)
    expect(pointsPartMinor(points(3n), terms(0n, 250n))).toBe(750n)
  })

  it('never passes the bill, whatever the terms', () => {
    fc.assert(
      fc.property(
        fc.bigInt(0n, 10n ** 12n),
        fc.bigInt(0n, 10_000n),
        fc.bigInt(1n, 5_000n),
        (total, share, face) => {
          const some = terms(share, face)
          const most = maxRedeemablePoints(some, minor(total))
          expect(pointsPartMinor(most, some) * 10_000n <= total * share).toBe(true)
        },
      ),
    )
  })
})
