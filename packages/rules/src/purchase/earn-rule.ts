import {
  type BasisPoints,
  floorDivide,
  InvalidInputError,
  type Minor,
  type Points,
  points,
} from '@artel/ledger'

/** How one member gives points. Bills below `minTotalMinor` earn nothing. */
export type EarnRule =
  | { readonly kind: 'PERCENT'; readonly percentBps: BasisPoints; readonly minTotalMinor: Minor }
  | { readonly kind: 'FIXED'; readonly fixedPoints: Points; readonly minTotalMinor: Minor }

const WHOLE_BPS = 10_000n
const MAX_FIXED_POINTS = 1_000_000_000n

/**
 * Points that a bill earns, floor. Only the part paid in money earns: PERCENT gives points worth that share of
 * it at face value, FIXED gives its points when there is any.
 */
export function earnedPoints(
  rule: EarnRule,
  bill: { readonly totalMinor: Minor; readonly moneyPartMinor: Minor; readonly faceValueMinor: Minor },
): Points {
  if (bill.totalMinor < rule.minTotalMinor || bill.moneyPartMinor <= 0n) return points(0n)
  if (rule.kind === 'FIXED') return rule.fixedPoints
  return points(floorDivide(bill.moneyPartMinor * rule.percentBps, WHOLE_BPS * bill.faceValueMinor))
}

/** Throws a InvalidInputError that names the field of `rule` that is out of range. */
export function validateEarnRule(rule: EarnRule): void {
  if (rule.minTotalMinor < 0n)
    throw new InvalidInputError({ path: ['minTotalMinor'], problem: 'Must not be negative.' })
  if (rule.kind === 'PERCENT' && (rule.percentBps < 0n || rule.percentBps > WHOLE_BPS))
    throw new InvalidInputError({ path: ['percentBps'], problem: `Must be from 0 to ${WHOLE_BPS}.` })
  if (rule.kind === 'FIXED' && (rule.fixedPoints < 0n || rule.fixedPoints > MAX_FIXED_POINTS))
    throw new InvalidInputError({ path: ['fixedPoints'], problem: `Must be from 0 to ${MAX_FIXED_POINTS}.` })
}
