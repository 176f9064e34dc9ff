import type { CounterName, Minor, Points } from '@artel/ledger'
import type { LocalDate } from '../calendar/local-date.ts'
import { periodOf } from './local-moment.ts'
import type { RuleVersion } from './rule.ts'
import { usesOf } from './trigger.ts'

/** The counter of a rule's budget on a local day; undefined without one. */
export const budgetCounter = (
  { ruleId, limits: { budget } }: RuleVersion,
  day: LocalDate,
): CounterName | undefined =>
  budget ? { ownerId: ruleId, customerId: null, period: periodOf(budget.per, day) } : undefined

/** The counter of a customer's uses of a rule on a local day; undefined where none is kept. Nobody in particular has no uses. */
export function usesCounter(
  rule: RuleVersion,
  day: LocalDate,
  customerId: string | null,
): CounterName | undefined {
  const perCustomer = usesOf(rule)
  return perCustomer && customerId !== null
    ? { ownerId: rule.ruleId, customerId, period: periodOf(perCustomer.per, day) }
    : undefined
}

/** What of a gift counts for a budget. */
export interface BudgetedGift {
  readonly points: Points
  readonly discountMinor: Minor
  /** Whether a voucher is among it. */
  readonly hasVoucher?: boolean
}

/** What a gift takes of a rule's budget, in the budget's unit; points count at face value where it is money. */
export function budgetUse(
  { limits: { budget } }: RuleVersion,
  given: BudgetedGift,
  faceValueMinor: Minor,
): bigint {
  if (!budget) return 0n
  switch (budget.unit) {
    case 'POINTS':
      return given.points
    case 'MONEY':
      return given.discountMinor + given.points * faceValueMinor
    case 'VOUCHERS':
      return given.hasVoucher ? 1n : 0n
  }
}

/** All that a budget has, in its unit. */
export function budgetLimit(budget: NonNullable<RuleVersion['limits']['budget']>): bigint {
  switch (budget.unit) {
    case 'POINTS':
      return budget.points
    case 'MONEY':
      return budget.amountMinor
    case 'VOUCHERS':
      return BigInt(budget.vouchers)
  }
}
