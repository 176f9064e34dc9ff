/**
 * Writes an integer of `digits` decimal digits as a plain decimal: `(-12345n, 2)` is `-123.45`.
 * @param separator the decimal point; `,` in a Russian spreadsheet
 */
export function decimalText(amount: bigint, digits: number, separator = '.'): string {
  const sign = amount < 0n ? '-' : ''
  const plain = (amount < 0n ? -amount : amount).toString().padStart(digits + 1, '0')
  if (digits === 0) return sign + plain
  return `${sign}${plain.slice(0, -digits)}${separator}${plain.slice(-digits)}`
}

/**
 * Reads a decimal into an integer of `digits` decimal digits. Takes a point or a comma, spaces between thousands (or
 * the other of the two, as in `1,250.50`) and a leading sign; undefined for anything else, or when digits that are not
 * zero would be lost.
 */
export function parseDecimal(text: string, digits: number): bigint | undefined {
  const grouped = /^([-+]?\d{1,3})(?:(?:,\d{3})+(?=\.\d)|(?:\.\d{3})+(?=,\d))/
  const plain = text
    .replace(/[\s\u00a0\u202f]/g, '')
    .replace('−', '-')
    .replace(grouped, (thousands) => thousands.replace(/[.,]/g, ''))
  const parts = /^([-+]?)(\d{1,18})(?:[.,](\d{0,12}))?$/.exec(plain)
  if (!parts) return undefined
  const [, sign = '', whole = '', fraction = ''] = parts
  if (/[1-9]/.test(fraction.slice(digits))) return undefined
  const value = BigInt(whole + fraction.slice(0, digits).padEnd(digits, '0'))
  return sign === '-' ? -value : value
}

/**
 * Currencies whose minor unit has not two digits, by ISO 4217. Not asked of `Intl`: its digits are those in which people
 * write prices, and they change with the version of ICU (HUF, IDR, PKR and COP have 2 in Node 22.12 and 0 in 20.20).
 */
const DIGITS_BESIDES_TWO: ReadonlyMap<string, number> = new Map(
  (
    [
      [0, 'BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX UYI VND VUV XAF XOF XPF'],
      [3, 'BHD IQD JOD KWD LYD OMR TND'],
      [4, 'CLF UYW'],
    ] as const
  ).flatMap(([digits, codes]) => codes.split(' ').map((code) => [code, digits] as const)),
)

/** Decimal digits of a currency's minor unit by ISO 4217: 2 for RUB, 0 for JPY. Throws RangeError for no currency. */
export function currencyDigits(currency: string): number {
  if (!/^[A-Z]{3}$/i.test(currency)) throw new RangeError(`No code of a currency: ${currency}`)
  return DIGITS_BESIDES_TWO.get(currency.toUpperCase()) ?? 2
}
