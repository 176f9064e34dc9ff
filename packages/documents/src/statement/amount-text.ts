import { currencyDigits, decimalText } from '../text/decimal.ts'
import type { DocumentLanguage } from './statement-document.ts'

const formats = new Map<string, Intl.NumberFormat>()

function formatOf(key: string, make: () => Intl.NumberFormat): Intl.NumberFormat {
  const known = formats.get(key)
  if (known) return known
  const made = make()
  formats.set(key, made)
  return made
}

const localeOf = (language: DocumentLanguage) => (language === 'ru' ? 'ru-RU' : 'en-GB')

/** How an amount is counted: `digits` decimal digits of a currency's unit. */
export interface AmountUnit {
  readonly currency: string
  readonly digits: number
}

/**
 * An amount as people read it, by `Intl`, exact: at least the currency's own decimals, and as many more as the amount
 * has, so that a column of micros still adds up. `sign: 'currency'` prints the currency's sign or code beside it.
 */
export function amountText(
  amount: bigint,
  unit: AmountUnit,
  language: DocumentLanguage,
  sign: 'bare' | 'currency' = 'bare',
): string {
  const format = formatOf(
    `${language} ${unit.currency} ${unit.digits} ${sign}`,
    () =>
      new Intl.NumberFormat(localeOf(language), {
        ...(sign === 'currency' ? { style: 'currency', currency: unit.currency } : {}),
        minimumFractionDigits: Math.min(currencyDigits(unit.currency), unit.digits),
        maximumFractionDigits: unit.digits,
      }),
  )
  // As a text, because a number could not hold every amount; `Intl` formats decimal texts exactly.
  const exact = decimalText(amount, unit.digits) as `${number}`
  return printable(format.format(exact))
}

/** A whole number with its thousands apart. */
export function wholeText(value: bigint | number, language: DocumentLanguage): string {
  const format = formatOf(language, () => new Intl.NumberFormat(localeOf(language)))
  return printable(format.format(value))
}

/** A rate in basis points as a percentage. */
export function percentText(rateBps: bigint, language: DocumentLanguage): string {
  const format = formatOf(
    `${language} %`,
    () => new Intl.NumberFormat(localeOf(language), { style: 'percent', maximumFractionDigits: 2 }),
  )
  return printable(format.format(decimalText(rateBps, 4) as `${number}`))
}

/** The narrow space that `Intl` may put between thousands is missing from many fonts. */
const printable = (text: string): string => text.replaceAll('\u202f', '\u00a0')
