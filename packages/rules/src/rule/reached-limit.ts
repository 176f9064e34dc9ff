import { type CounterName, counterKey } from '@artel/ledger'
import type { LocalDate } from '../calendar/local-date.ts'
import type { BillToEvaluate } from './bill-to-evaluate.ts'
import type { RuleVersion } from './rule.ts'
import { budgetCounter, budgetLimit, usesCounter } from './rule-counters.ts'

/** Why a rule's counters leave nothing to give, whatever the bill; undefined when they leave something. */
export function reachedLimit(
  rule: RuleVersion,
  { used, customer }: BillToEvaluate,
  day: LocalDate,
): 'LIMIT_REACHED' | 'BUDGET_ENDED' | undefined {
  const { perCustomer, budget } = rule.limits
  if (!perCustomer && !budget) return undefined
  const standsAt = (name: CounterName) => used.get(counterKey(name)) ?? 0n
  const uses = usesCounter(rule, day, customer?.id ?? null)
  if (perCustomer && uses && standsAt(uses) >= BigInt(perCustomer.times)) return 'LIMIT_REACHED'
  const spent = budgetCounter(rule, day)
  return budget && spent && standsAt(spent) >= budgetLimit(budget) ? 'BUDGET_ENDED' : undefined
}
