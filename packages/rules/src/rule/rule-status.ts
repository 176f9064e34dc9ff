import type { LocalDate } from '../calendar/local-date.ts'

/** Where a rule is. */
export const RULE_STATUSES = ['DRAFT', 'SCHEDULED', 'RUNNING', 'PAUSED', 'ENDED'] as const
export type RuleStatus = (typeof RULE_STATUSES)[number]

/** Steps that change where a rule is. */
export type RuleStep = 'SCHEDULE' | 'PAUSE' | 'RESUME' | 'END'

/** What was decided about a rule, and the days of its newest version. */
export interface DecidedRule {
  readonly status: RuleStatus
  readonly firstDay: LocalDate
  /** Included; null: until it is ended. */
  readonly lastDay: LocalDate | null
}

/**
 * Where a rule is on a local day: what is scheduled runs from its first day on, and what is past its last day has ended,
 * without anybody doing anything. A draft stays one.
 */
export function ruleStatusOn({ status, firstDay, lastDay }: DecidedRule, today: LocalDate): RuleStatus {
  if (status === 'DRAFT' || status === 'ENDED') return status
  if (lastDay !== null && lastDay < today) return 'ENDED'
  if (status === 'PAUSED') return status
  return firstDay <= today ? 'RUNNING' : 'SCHEDULED'
}

/** From where each step goes. */
const FROM: Readonly<Record<RuleStep, readonly RuleStatus[]>> = {
  SCHEDULE: ['DRAFT'],
  PAUSE: ['SCHEDULED', 'RUNNING'],
  RESUME: ['PAUSED'],
  END: ['DRAFT', 'SCHEDULED', 'RUNNING', 'PAUSED'],
}

/** Where a rule is after each step already. */
const DONE: Readonly<Record<RuleStep, readonly RuleStatus[]>> = {
  SCHEDULE: ['SCHEDULED', 'RUNNING'],
  PAUSE: ['PAUSED'],
  RESUME: ['SCHEDULED', 'RUNNING'],
  END: ['ENDED'],
}

/**
 * What a step makes of a rule: what is decided from then on, the same as before where it was taken already, and undefined
 * where it does not begin.
 */
export function afterStep(rule: DecidedRule, step: RuleStep, today: LocalDate): RuleStatus | undefined {
  const now = ruleStatusOn(rule, today)
  if (DONE[step].includes(now)) return rule.status
  if (!FROM[step].includes(now)) return undefined
  if (step === 'PAUSE') return 'PAUSED'
  if (step === 'END') return 'ENDED'
  return rule.firstDay <= today ? 'RUNNING' : 'SCHEDULED'
}
