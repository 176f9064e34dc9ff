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

/** A minor unit of the currency, in the units of the document's amounts. */
export const minorUnit = ({ currency, amountDigits }: Counted): bigint =>
  10n ** BigInt(Math.max(0, amountDigits - currencyDigits(currency)))

/** In what the amounts of a document are printed: minor units of its currency. */
export const printedUnit = ({ currency, amountDigits }: Counted): AmountUnit => ({
  currency,
  digits: Math.min(amountDigits, currencyDigits(currency)),
})

interface Counted {
  readonly currency: string
  readonly amountDigits: number
}

/**
 * Prints amounts of one column, none of them negative, in minor units: each so that the column so far is its exact sum,
 * rounded down. So a column adds up as printed, and amounts of whole minor units are printed as they are.
 */
export function printedColumn(document: Counted): (amount: bigint) => bigint {
  const minor = minorUnit(document)
  let exact = 0n
  return (amount) => {
    const before = exact / minor
    exact += amount
    return exact / minor - before
  }
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
