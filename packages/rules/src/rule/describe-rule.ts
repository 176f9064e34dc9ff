import { percentText } from './amounts-in-words.ts'
import { capital, listed } from './phrases.ts'
import type { RuleDefinition } from './rule.ts'
import type { RuleLanguage } from './rule-language.ts'
import { SPEECHES } from './speeches.ts'

/**
 * The rule as one sentence, shown wherever the rule is. `currency` is ISO 4217 with two decimals. What it does not say is
 * only how it stands beside other rules.
 */
export function describeRule(
  rule: RuleDefinition,
  language: RuleLanguage,
  currency: string,
  nameOf?: NameOf,
): string {
  const said = knownSentence(rule, language, currency)
  return nameOf ? [said, ...partiesOf(rule, language, nameOf)].join(', ') : said
}

/** What a member is called; undefined for the coalition, whose promo fund it is. */
export type NameOf = (id: string) => string | undefined

/** Where a rule of the coalition holds, and who pays. */
function partiesOf({ at, pays, give }: RuleDefinition, language: RuleLanguage, nameOf: NameOf): string[] {
  const say = PARTIES[language]
  const called = (id: string) => nameOf(id) ?? say.fund
  const voucher = give.find((effect) => effect.kind === 'VOUCHER')
  return [
    ...(voucher ? [say.taken(listed(voucher.at.map(called), language))] : []),
    ...(at ? [say.at(listed(at.map(called), language))] : []),
    ...(pays
      ? [
          say.paidBy(
            listed(
              pays.map(({ payerId, shareBps }) =>
                pays.length === 1 ? called(payerId) : `${called(payerId)} ${percentText(shareBps, language)}`,
              ),
              language,
            ),
            pays.length,
          ),
        ]
      : []),
  ]
}

const PARTIES = {
  en: {
    fund: 'the promo fund',
    taken: (members: string) => `the voucher is for ${members}`,
    at: (members: string) => `at ${members}`,
    paidBy: (payers: string) => `paid by ${payers}`,
  },
  ru: {
    fund: 'промофонд',
    taken: (members: string) => `купон принимают: ${members}`,
    at: (members: string) => `у участников: ${members}`,
    paidBy: (payers: string, count: number) => `${count === 1 ? 'платит' : 'платят'} ${payers}`,
  },
} as const

function knownSentence(rule: RuleDefinition, language: RuleLanguage, currency: string): string {
  const key = `${language} ${currency}`
  const known = sentences.get(rule)
  const sentence = known?.get(key) ?? composed(rule, language, currency)
  if (known) known.set(key, sentence)
  else sentences.set(rule, new Map([[key, sentence]]))
  return sentence
}

/** Of definitions in use: versions never change, and formatting one is worth half a millisecond. */
const sentences = new WeakMap<RuleDefinition, Map<string, string>>()

function composed(rule: RuleDefinition, language: RuleLanguage, currency: string): string {
  const say = SPEECHES[language]
  const when = [
    say.trigger(rule, currency),
    say.schedule(rule),
    say.customer(rule, currency),
    say.bill(rule, currency),
  ]
    .filter(Boolean)
    .join(', ')
  const lines = rule.if.anyLine ? say.lines(rule.if.anyLine) : ''
  const gifts = rule.give.map((effect) => say.effect(effect, currency, lines))
  const limits = say.limits(rule, currency)
  const gives = [say.list(gifts), ...limits].join(', ')
  return when === '' ? capital(gives) : `${capital(when)}: ${gives}`
}
