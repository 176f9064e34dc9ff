import type { CounterName, Minor, Points } from '@artel/ledger'
import type { LocalDate } from '../calendar/local-date.ts'
import { periodOf } from './local-moment.ts'
import type { RuleVersion } from './rule.ts'
import { usesOf } from './trigger.ts'

/** The counters that a rule's version has on a local day. Nobody in particular has no uses. */
export function countersOf(
  rule: RuleVersion,
  day: LocalDate,
  customerId: string | null,
): { readonly budget?: CounterName; readonly uses?: CounterName } {
  const { ruleId } = rule
  const { budget } = rule.limits
  const perCustomer = usesOf(rule)
  return {
    ...(budget ? { budget: { ownerId: ruleId, customerId: null, period: periodOf(budget.per, day) } } : {}),
    ...(perCustomer && customerId !== null
      ? { uses: { ownerId: ruleId, customerId, period: periodOf(perCustomer.per, day) } }
      : {}),
  }
}

/** What a gift takes of a rule's budget, in the budget's unit; points count at face value where it is money. */
export function budgetUse(
  { limits: { budget } }: RuleVersion,
  given: { readonly points: Points; readonly discountMinor: Minor },
  faceValueMinor: Minor,
): bigint {
  if (!budget) return 0n
  return budget.unit === 'POINTS' ? given.points : given.discountMinor + given.points * faceValueMinor
}

/** All that a budget has, in its unit. */
export const budgetLimit = (budget: NonNullable<RuleVersion['limits']['budget']>): bigint =>
  budget.unit === 'POINTS' ? budget.points : budget.amountMinor
