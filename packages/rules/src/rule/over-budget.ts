import { counterKey } from '@artel/ledger'
import type { LocalDate } from '../calendar/local-date.ts'
import { budgeted, type Found, givenBy } from './bill-phases.ts'
import type { BillToEvaluate } from './bill-to-evaluate.ts'
import type { RuleVersion } from './rule.ts'
import { budgetCounter, budgetLimit, budgetUse } from './rule-counters.ts'

/** The first of these rules, which are in order, of which a budget does not cover what it gives. */
export function overBudget(
  rules: readonly RuleVersion[],
  found: Found,
  { used, terms }: BillToEvaluate,
  day: LocalDate,
): RuleVersion | undefined {
  return rules.find((rule) => {
    const { budget } = rule.limits
    const name = budgetCounter(rule, day)
    if (!budget || !name) return false
    const use = budgetUse(rule, budgeted(givenBy(rule, found)), terms.faceValueMinor)
    return use > 0n && (used.get(counterKey(name)) ?? 0n) + use > budgetLimit(budget)
  })
}
