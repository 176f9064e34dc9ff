import { describeRule } from './describe-rule.ts'
import type { RuleDefinition } from './rule.ts'
import type { RuleLanguage } from './rule-language.ts'

/** The sentence of a rule for those whose it is not: how much it gives in all, and who pays, is its member's affair. */
export function describeOffer(rule: RuleDefinition, language: RuleLanguage, currency: string): string {
  if (rule.limits.budget === null) return describeRule(rule, language, currency)
  const offer = offers.get(rule) ?? { ...rule, limits: { ...rule.limits, budget: null } }
  offers.set(rule, offer)
  return describeRule(offer, language, currency)
}

const offers = new WeakMap<RuleDefinition, RuleDefinition>()
