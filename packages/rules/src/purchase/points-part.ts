import { floorDivide, type Minor, minor, type Points, points } from '@artel/ledger'
import type { Terms } from '../terms/terms.ts'

/** One whole in basis points. */
export const WHOLE_BPS = 10_000n

/** Most points that a bill may take by the share cap, floor. */
export function maxRedeemablePoints(
  terms: Pick<Terms, 'maxPointsShareBps' | 'faceValueMinor'>,
  totalMinor: Minor,
): Points {
  return points(floorDivide(totalMinor * terms.maxPointsShareBps, WHOLE_BPS * terms.faceValueMinor))
}

/** What `spent` points pay of a bill, minor units. */
export function pointsPartMinor(spent: Points, terms: Pick<Terms, 'faceValueMinor'>): Minor {
  return minor(spent * terms.faceValueMinor)
}
