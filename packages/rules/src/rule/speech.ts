import type { LineFilter, RuleDefinition, RuleEffect } from './rule.ts'
import type { RuleLanguage } from './rule-language.ts'

/** How one language says the parts of a rule. */
export interface Speech {
  readonly language: RuleLanguage
  readonly trigger: (rule: RuleDefinition, currency: string) => string
  readonly schedule: (rule: RuleDefinition) => string
  readonly customer: (rule: RuleDefinition, currency: string) => string
  readonly bill: (rule: RuleDefinition, currency: string) => string
  readonly lines: (filter: LineFilter) => string
  readonly effect: (effect: RuleEffect, currency: string, lines: string) => string
  readonly limits: (rule: RuleDefinition, currency: string) => string[]
  readonly list: (parts: readonly string[]) => string
}
