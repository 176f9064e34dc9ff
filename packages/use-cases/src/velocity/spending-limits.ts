import { type Points, type RecentMove, SpendingLimitReachedError } from '@artel/ledger'
import { limitsSpending, passedSpendingLimit, type SpendingLimits } from '@artel/rules'
import type { Coalition } from '@artel/store/prisma'
import { UnrecordedRefusal } from '../errors/unrecorded-refusal.ts'

const limitsOf = (coalition: Coalition): SpendingLimits => ({
  hourlyPoints: coalition.hourlySpendingLimitPoints,
  dailyPoints: coalition.dailySpendingLimitPoints,
  hourlyCount: coalition.hourlySpendingLimitCount,
})

/** Whether a spending has to look back on the customer's last day; never where the coalition has no limits. */
export const looksBackToSpend = (coalition: Coalition, points: Points): boolean =>
  points > 0n && limitsSpending(limitsOf(coalition))

/** The limit that spending so many points now would pass; undefined within all of them. */
export function spendingRefusal(
  coalition: Coalition,
  wanted: Points,
  { now, recent }: { readonly now: Date; readonly recent?: readonly RecentMove[] },
): SpendingLimitReachedError | undefined {
  if (!looksBackToSpend(coalition, wanted)) return undefined
  if (!recent) throw new Error('A spending under a limit was decided without looking back')
  const { timeZone } = coalition
  const passed = passedSpendingLimit(recent, wanted, { limits: limitsOf(coalition), now, timeZone })
  return passed && new SpendingLimitReachedError(passed)
}

/**
 * Throws, within a decision that spends or holds points, SpendingLimitReachedError for what passes a limit of the coalition. It
 * is not recorded: the same command may come again when there is room.
 */
export function refuseFastSpending(
  coalition: Coalition,
  wanted: Points,
  at: { readonly now: Date; readonly recent?: readonly RecentMove[] },
): void {
  const refusal = spendingRefusal(coalition, wanted, at)
  if (refusal) throw new UnrecordedRefusal(refusal)
}
