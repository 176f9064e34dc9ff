import { floorDivide, type Minor, minor } from '@artel/ledger'
import { WHOLE_BPS } from '../purchase/points-part.ts'
import type { LadderStep } from './programme.ts'

/**
 * C(V): what a ladder comes to at a volume, each part of it at the rate of its own step; minor units, one floor on the whole
 * sum. Below the first step nothing is due.
 */
export function ladderCommission(steps: readonly LadderStep[], volume: bigint): Minor {
  const due = steps.reduce((sum, { from, bps }, at) => {
    const end = steps[at + 1]?.from
    const top = end === undefined || volume < end ? volume : end
    return top > from ? sum + (top - from) * bps : sum
  }, 0n)
  return minor(floorDivide(due, WHOLE_BPS))
}

/** What a change of the volume adds to, or takes off, what a ladder comes to: any order of changes sums to C of the net. */
export const ladderDifference = (steps: readonly LadderStep[], before: bigint, after: bigint): Minor =>
  minor(ladderCommission(steps, after) - ladderCommission(steps, before))

/** The rate of a ladder by customers, at so many: that of the last step which they reach; 0 below the first. Basis points. */
export function rateAt(steps: readonly LadderStep[], customers: bigint): bigint {
  return steps.reduce((rate, { from, bps }) => (customers >= from ? bps : rate), 0n)
}
