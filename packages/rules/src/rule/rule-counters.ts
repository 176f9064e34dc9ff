import type { Minor, Points } from '@artel/ledger'
import type { LocalDate } from '../calendar/local-date.ts'
import { periodOf } from './local-moment.ts'
import type { RuleVersion } from './rule.ts'

/** One thing that a rule counts: what it gave all customers, or how often one had it, in a period. */
export interface CounterName {
  readonly ruleId: string
  /** Whose uses; null: the budget, of all customers. */
  readonly customerId: string | null
  /** `periodOf` the limit. */
  readonly period: string
}

/** A move of a counter, with the limit that it must not pass. */
export interface CounterMove extends CounterName {
  /** Points, minor units or uses; below 0 when they are given back. */
  readonly delta: bigint
  readonly limit: bigint
}

/** What counters stand at. One that was never moved stands at 0. */
export type UsedCounters = ReadonlyMap<string, bigint>

/** The key of a counter in {@link UsedCounters}. */
export const counterKey = ({ ruleId, customerId, period }: CounterName): string =>
  `${ruleId} ${customerId ?? '*'} ${period}`

/** The counters that a rule's version has on a local day. Nobody in particular has no uses. */
export function countersOf(
  { ruleId, limits }: RuleVersion,
  day: LocalDate,
  customerId: string | null,
): { readonly budget?: CounterName; readonly uses?: CounterName } {
  const { budget, perCustomer } = limits
  return {
    ...(budget ? { budget: { ruleId, customerId: null, period: periodOf(budget.per, day) } } : {}),
    ...(perCustomer && customerId !== null
      ? { uses: { ruleId, customerId, period: periodOf(perCustomer.per, day) } }
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
