import { basisPoints, type Minor, minor, type PurchaseLine, type PurchaseState, points } from '@artel/ledger'
import { expect, it } from 'vitest'
import { someRule } from '../testing/rules.ts'
import type { Given } from './evaluated-bill.ts'
import { leftOfRules } from './left-of-bill.ts'

const NO_POINTS = points(0n)
const purchase = (total: bigint, lines: readonly PurchaseLine[]): PurchaseState => ({
  ...{ id: 'purchase', memberId: 'member', termsId: 'terms', total: minor(total), lines },
  ...{ pointsRedeemed: NO_POINTS, pointsPart: minor(0n), pointsEarned: points(30n), earnedLotId: 'lot' },
  ...{ pointsExpired: NO_POINTS, redeemedFrom: [], refundedTotal: minor(0n), pointsReturned: NO_POINTS },
  ...{ pointsReversed: NO_POINTS, pointsDue: NO_POINTS, refundedByLine: new Map() },
})
const left = (of: PurchaseState, given: readonly Given[], amount: bigint) =>
  leftOfRules(
    of,
    {
      earnRule: { kind: 'PERCENT', percentBps: basisPoints(0n), minTotalMinor: minor(0n) },
      ...{ basePoints: NO_POINTS, given, lost: [], faceValueMinor: minor(100n) },
    },
    { amount: minor(amount), byLine: new Map<string, Minor>() },
  ).pointsLeft

const fixed = [{ kind: 'POINTS_FIXED', points: points(30n) } as const]
const gave = (over: Partial<Given>): Given => ({
  ...{ rule: someRule('r'), points: NO_POINTS, discountMinor: minor(0n), discountByLine: [], counters: [] },
  ...over,
})

it('holds minimums against what is left before discounts, of a bill without lines too', () => {
  const off = gave({ discountMinor: minor(60_000n), discountByLine: [minor(60_000n)] })
  const reaching = gave({
    rule: someRule('m', { if: { minTotalMinor: minor(90_000n) }, give: fixed }),
    points: points(30n),
  })
  expect(left(purchase(40_000n, []), [off, reaching], 1_000n)).toBe(30n)
  expect(left(purchase(40_000n, []), [off, reaching], 4_001n)).toBe(0n)
})

it('keeps a line of which less than a thousandth of a unit is left', () => {
  const lines = [{ ref: 'a', title: 'a', total: minor(500n), sku: 'A', quantityMilli: 1n }]
  const rule = someRule('a', { if: { anyLine: { categories: [], skus: ['A'] } }, give: fixed })
  expect(left(purchase(500n, lines), [gave({ rule, points: points(30n) })], 100n)).toBe(30n)
  expect(left(purchase(500n, lines), [gave({ rule, points: points(30n) })], 500n)).toBe(0n)
})

it('gives no more points of a rule as its discount is undone, so that its maximum has room', () => {
  const rule = someRule('r', {
    give: [
      { kind: 'DISCOUNT_FIXED', amountMinor: minor(8_000n) },
      { kind: 'POINTS_PERCENT', percentBps: basisPoints(1_000n) },
    ],
    maxMinor: minor(10_000n),
  })
  const given = [
    gave({ rule, points: points(20n), discountMinor: minor(8_000n), discountByLine: [minor(8_000n)] }),
  ]
  expect(left(purchase(92_000n, []), given, 50_000n)).toBe(20n)
  expect(left(purchase(92_000n, []), given, 92_000n)).toBe(0n)
})
