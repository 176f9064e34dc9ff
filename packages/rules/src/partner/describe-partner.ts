import type { EarnRule } from '../purchase/earn-rule.ts'
import { WHOLE_BPS } from '../purchase/points-part.ts'
import { moneyText, percentText, points } from '../rule/amounts-in-words.ts'
import type { RuleLanguage } from '../rule/rule-language.ts'

/** What bills at a member earn by its earn rule, as one sentence. `currency` is ISO 4217 with two decimals. */
export function describeEarning(rule: EarnRule, language: RuleLanguage, currency: string): string {
  const say = WORDS[language]
  const gives = rule.kind === 'FIXED' ? rule.fixedPoints : rule.percentBps
  if (gives === 0n) return say.earnsNothing
  const earns =
    rule.kind === 'FIXED'
      ? say.earnsFixed(points(rule.fixedPoints, language))
      : say.earnsPercent(percentText(rule.percentBps, language))
  return rule.minTotalMinor === 0n
    ? earns
    : `${earns}, ${say.from(moneyText(rule.minTotalMinor, currency, language))}`
}

/** How much of a bill at a member points pay, as one sentence; `shareBps` is of the terms that bind it. */
export function describeTaking(shareBps: bigint, language: RuleLanguage): string {
  const say = WORDS[language]
  if (shareBps === 0n) return say.takesNothing
  return shareBps === WHOLE_BPS ? say.takesAll : say.takes(percentText(shareBps, language))
}

const WORDS = {
  en: {
    earnsNothing: 'Gives no points',
    earnsFixed: (given: string) => `${given} a purchase`,
    earnsPercent: (share: string) => `${share} of what you pay comes back in points`,
    from: (sum: string) => `on bills of ${sum} or more`,
    takesNothing: 'Takes no points',
    takesAll: 'Points pay a whole bill',
    takes: (share: string) => `Points pay up to ${share} of a bill`,
  },
  ru: {
    earnsNothing: 'Баллов не начисляет',
    earnsFixed: (given: string) => `${given} за покупку`,
    earnsPercent: (share: string) => `${share} от оплаты возвращается баллами`,
    from: (sum: string) => `с чека от ${sum}`,
    takesNothing: 'Баллов не принимает',
    takesAll: 'Баллами можно оплатить весь чек',
    takes: (share: string) => `Баллами можно оплатить до ${share} чека`,
  },
} as const
