const UNITS = 100n

/** Minor units as a decimal text, such as "-1234.05": exact, never through a float. */
export function decimalOf(minor: bigint): string {
  const sign = minor < 0n ? '-' : ''
  const size = minor < 0n ? -minor : minor
  return `${sign}${size / UNITS}.${String(size % UNITS).padStart(2, '0')}`
}

/** What the API calls money. */
export interface MoneyValue {
  /** Minor units, a decimal text. */
  readonly amountMinor: string
  readonly currency: string
}

/** Money as people read it, with kopecks: what is owed and paid. */
export const formatMoney = ({ amountMinor, currency }: MoneyValue, language: string): string =>
  moneyFormat(language, currency, 2).format(decimalOf(BigInt(amountMinor)) as `${number}`)

/** Money without kopecks, rounded half away from zero: trends and sums to compare. */
export const formatTrend = ({ amountMinor, currency }: MoneyValue, language: string): string =>
  moneyFormat(language, currency, 0).format(decimalOf(BigInt(amountMinor)) as `${number}`)

const formats = new Map<string, Intl.NumberFormat>()

function moneyFormat(language: string, currency: string, digits: 0 | 2): Intl.NumberFormat {
  const name = `${language} ${currency} ${digits}`
  const known = formats.get(name)
  if (known) return known
  const made = new Intl.NumberFormat(language, {
    ...{ style: 'currency', currency, currencyDisplay: 'narrowSymbol' },
    ...{ minimumFractionDigits: digits, maximumFractionDigits: digits },
  })
  formats.set(name, made)
  return made
}
