import { currencyDigits } from '@artel/documents'
import { InvalidInputError } from '@artel/ledger'

const LOCALES = ['ru', 'en'] as const
const CURRENCIES: ReadonlySet<string> = new Set(Intl.supportedValuesOf('currency'))

/** An ISO 4217 currency of two decimals, which is what the money book's micros are counted for. */
export function checkCurrency(value: string): string {
  if (!CURRENCIES.has(value))
    throw new InvalidInputError({
      path: ['currency'],
      problem: 'Must be an ISO 4217 currency, for example RUB.',
    })
  if (currencyDigits(value) !== 2)
    throw new InvalidInputError({ path: ['currency'], problem: 'Must be a currency with two decimals.' })
  return value
}

/** An IANA time zone; InvalidInputError otherwise. */
export function checkTimeZone(value: string): string {
  try {
    // Offsets like +03:00 are legal for Intl, but no zone: they know no daylight saving.
    if (!/^[A-Z]/i.test(value)) throw new RangeError('An offset is no time zone')
    new Intl.DateTimeFormat('en', { timeZone: value })
    return value
  } catch (error) {
    if (!(error instanceof RangeError)) throw error
    throw new InvalidInputError({
      path: ['timeZone'],
      problem: 'Must be an IANA time zone, for example Europe/Moscow.',
    })
  }
}

/** One or both of ru and en, each once; InvalidInputError otherwise. */
export function checkLocales(locales: readonly string[]): string[] {
  const known = LOCALES.filter((locale) => locales.includes(locale))
  if (known.length === 0 || known.length !== locales.length)
    throw new InvalidInputError({ path: ['locales'], problem: 'Must be "ru", "en" or both, each once.' })
  return [...locales]
}
