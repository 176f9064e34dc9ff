import type { CounterName, Minor, Points } from '@artel/ledger'
import type { LocalDate } from '../calendar/local-date.ts'
import { periodOf } from './local-moment.ts'
import type { RuleVersion } from './rule.ts'

/** The counters that a rule's version has on a local day. Nobody in particular has no uses. */
export function countersOf(
  { ruleId, limits }: RuleVersion,
  day: LocalDate,
  customerId: string | null,
): { readonly budget?: CounterName; readonly uses?: CounterName } {
  const { budget, perCustomer } = limits
  return {
    ...(budget ? { budget: { ownerId: ruleId, customerId: null, period: periodOf(budget.per, day) } } : {}),
    ...(perCustomer && customerId !== null
      ? { uses: { ownerId: ruleId, customerId, period: periodOf(perCustomer.per, day) } }
      : {}),
  }
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
