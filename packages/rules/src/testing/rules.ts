import { basisPoints } from '@artel/ledger'
import { localDate } from '../calendar/local-date.ts'
import type { RuleVersion } from '../rule/rule.ts'

/** A running rule of 10 % in points on every bill, with what a test says otherwise. */
export const someRule = (ruleId: string, over: Partial<RuleVersion> = {}): RuleVersion => ({
  id: `${ruleId}-1`,
  ruleId,
  version: 1,
  name: { en: ruleId, ru: ruleId },
  if: {},
  schedule: { fromDay: localDate('2026-01-01'), toDay: null, weekly: [] },
  give: [{ kind: 'POINTS_PERCENT', percentBps: basisPoints(1_000n) }],
  limits: { perPurchasePoints: null, perCustomer: null, budget: null },
  combine: { group: ruleId, mode: 'ADD', priority: 0 },
  ...over,
})
