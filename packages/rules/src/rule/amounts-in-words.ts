import type { RuleDefinition } from './rule.ts'
import type { RuleLanguage } from './rule-language.ts'

/** An amount of minor units with its currency, exact whatever its size. `currency` is ISO 4217 with two decimals. */
export function moneyText(amount: bigint, currency: string, language: RuleLanguage): string {
  const text = `${amount / 100n}.${String(amount % 100n).padStart(2, '0')}` as Intl.StringNumericLiteral
  return new Intl.NumberFormat(language, { style: 'currency', currency }).format(text)
}

/** Basis points as a percentage. */
export const percentText = (bps: bigint, language: RuleLanguage): string =>
  `${decimal(bps, 2, language)}\u00a0%`

export const quantity = (milli: bigint, language: RuleLanguage): string => decimal(milli, 3, language)

export const points = (value: bigint, language: RuleLanguage): string =>
  counted(value, language, language === 'en' ? ['point', 'points'] : ['балл', 'балла', 'баллов'])

/** After "no more than" Russian takes the genitive. */
export const pointsOfMany = (value: bigint): string => counted(value, 'ru', ['балла', 'баллов', 'баллов'])

export function times(bps: bigint, language: RuleLanguage): string {
  if (language === 'en') return bps === 20_000n ? 'twice' : `${decimal(bps, 4, 'en')} times`
  const isWhole = bps % 10_000n === 0n
  return isWhole ? counted(bps / 10_000n, 'ru', ['раз', 'раза', 'раз']) : `${decimal(bps, 4, 'ru')} раза`
}

/** A number with its noun: [one, many] in English, [one, few, many] in Russian. */
export function counted(value: bigint | number, language: RuleLanguage, forms: readonly string[]): string {
  const category = new Intl.PluralRules(language).select(Number(BigInt(value) % 1_000_000n))
  const form = category === 'one' ? forms[0] : category === 'few' ? forms[1] : forms.at(-1)
  return `${new Intl.NumberFormat(language).format(value)}\u00a0${form}`
}

export function budgetWords(
  budget: NonNullable<RuleDefinition['limits']['budget']>,
  currency: string,
  language: RuleLanguage,
): string {
  switch (budget.unit) {
    case 'MONEY':
      return moneyText(budget.amountMinor, currency, language)
    case 'POINTS':
      return language === 'ru' ? pointsOfMany(budget.points) : points(budget.points, 'en')
    case 'VOUCHERS':
      return counted(
        budget.vouchers,
        language,
        language === 'ru' ? ['купона', 'купонов', 'купонов'] : ['voucher', 'vouchers'],
      )
  }
}

/** Hundredths, thousandths and the like as a number of the language, without what it does not need. */
function decimal(value: bigint, digits: number, language: RuleLanguage, least = 0): string {
  const scale = 10n ** BigInt(digits)
  const text = `${value / scale}.${String(value % scale).padStart(digits, '0')}`
  return new Intl.NumberFormat(language, {
    minimumFractionDigits: least,
    maximumFractionDigits: digits,
  }).format(text as Intl.StringNumericLiteral)
}
