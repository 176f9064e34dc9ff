import type { LocalDate } from '../calendar/local-date.ts'
import type {
  RuleConditions,
  RuleDefinition,
  RuleEffect,
  RuleTrigger,
  TwoLanguages,
  WeeklyHours,
} from './rule.ts'

/** The days on which a rule made of a template holds, local and both included. */
export interface TemplateDays {
  readonly fromDay: LocalDate
  /** Null: until it is ended. */
  readonly toDay: LocalDate | null
}

interface Made {
  readonly name: TwoLanguages
  readonly when?: RuleTrigger
  readonly days: TemplateDays
  readonly if?: RuleConditions
  readonly weekly?: readonly WeeklyHours[]
  readonly give: readonly RuleEffect[]
}

/** A rule that gives to everybody, as often as it holds, beside all others. */
export const ruleOf = ({ name, when, days, if: wanted = {}, weekly = [], give }: Made): RuleDefinition => ({
  name,
  ...(when ? { when } : {}),
  if: wanted,
  schedule: { ...days, weekly },
  give,
  limits: { perPurchasePoints: null, perCustomer: null, budget: null },
  combine: { group: 'extra', mode: 'ADD', priority: 0 },
})

export const onceACustomer = (rule: RuleDefinition): RuleDefinition => ({
  ...rule,
  limits: { ...rule.limits, perCustomer: { times: 1, per: 'RULE' } },
})

export const onceADay = (rule: RuleDefinition): RuleDefinition => ({
  ...rule,
  limits: { ...rule.limits, perCustomer: { times: 1, per: 'DAY' } },
})

export const timesAMonth = (times: number, rule: RuleDefinition): RuleDefinition => ({
  ...rule,
  limits: { ...rule.limits, perCustomer: { times, per: 'MONTH' } },
})
