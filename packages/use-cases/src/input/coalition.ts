import { ValidationError } from '../errors/validation.ts'

const LOCALES = ['ru', 'en'] as const
const CURRENCIES: ReadonlySet<string> = new Set(Intl.supportedValuesOf('currency'))

/** An ISO 4217 currency of two decimals, which is what the money book's micros are counted for. */
export function checkCurrency(value: string): string {
  if (!CURRENCIES.has(value))
    throw new ValidationError(['currency'], 'Must be an ISO 4217 currency, for example RUB.')
  const format = new Intl.NumberFormat('en', { style: 'currency', currency: value })
  if (format.resolvedOptions().maximumFractionDigits !== 2)
    throw new ValidationError(['currency'], 'Must be a currency with two decimals.')
  return value
}

/** An IANA time zone; ValidationError otherwise. */
export function checkTimeZone(value: string): string {
  try {
    // Offsets like +03:00 are legal for Intl, but no zone: they know no daylight saving.
    if (!/^[A-Z]/i.test(value)) throw new RangeError('An offset is no time zone')
    new Intl.DateTimeFormat('en', { timeZone: value })
    return value
  } catch (error) {
    if (!(error instanceof RangeError)) throw error
    throw new ValidationError(['timeZone'], 'Must be an IANA time zone, for example Europe/Moscow.')
  }
}

/** One or both of ru and en, each once; ValidationError otherwise. */
export function checkLocales(locales: readonly string[]): string[] {
  const known = LOCALES.filter((locale) => locales.includes(locale))
  if (known.length === 0 || known.length !== locales.length)
    throw new ValidationError(['locales'], 'Must be "ru", "en" or both, each once.')
  return [...locales]
}
