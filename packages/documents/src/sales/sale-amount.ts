import type { TableCell } from '../table/table-record.ts'
import { parseDecimal } from '../text/decimal.ts'
import type { DecimalMark, SalesProblemCode } from './sales-file.ts'

/** What an amount is to be read by. */
export interface AmountConvention {
  readonly currency: string
  /** Decimal digits of the currency. */
  readonly digits: number
  readonly decimalMark: DecimalMark | undefined
}

export type SaleAmount =
  | { readonly minor: bigint }
  | { readonly problem: SalesProblemCode }
  /** `1,250`, which is 1250 to some programs and 1.25 to others. */
  | { readonly isAmbiguous: true }

/** Currencies that a sign may stand for; a letter code stands for itself. */
const SIGNS: Readonly<Record<string, readonly string[]>> = {
  ...{ '₽': ['RUB'], руб: ['RUB'], р: ['RUB'], RUR: ['RUB'], '€': ['EUR'], '£': ['GBP'], '₸': ['KZT'] },
  ...{
    '₴': ['UAH'],
    '₺': ['TRY'],
    '₹': ['INR'],
    '¥': ['JPY', 'CNY'],
    Br: ['BYN'],
    '֏': ['AMD'],
    '₾': ['GEL'],
  },
  $: ['USD', 'CAD', 'AUD', 'NZD', 'SGD', 'HKD', 'MXN', 'TWD'],
}
const SIGN = String.raw`₽|руб\.?|р\.?|[A-Z]{3}|€|£|₸|₴|₺|₹|¥|Br|֏|₾|\$`
/** A longer cell is no amount, and looking for one in a megabyte would take for ever. */
const MAX_AMOUNT_CHARACTERS = 100
/** Most amounts of most files are plain. */
const PLAIN = /^\d+(?:[.,]\d+)?$/
const PARTS = new RegExp(
  String.raw`^(\()?([-+−])?\s*(${SIGN})?\s*([-+−])?\s*(\d[\d\s.,'’\u00a0\u202f]*?)\s*([-−])?\s*(${SIGN})?\s*([-−])?(\))?$`,
  'iu',
)

/**
 * Reads an amount as people and programs write it: `1 250,50`, `$1,030.00`, `-$5`, `45,00-`, `(45,00)`, `500 руб.`. A
 * sign or code of another currency than the file's is a problem, not an amount.
 */
export function readSaleAmount(cell: TableCell | undefined, convention: AmountConvention): SaleAmount {
  if (cell === undefined || (typeof cell === 'string' && cell.trim() === '')) return { problem: 'EMPTY' }
  if (typeof cell !== 'string')
    return 'noValue' in cell ? { problem: cell.noValue } : minorOf(cell.number, convention.digits, '')
  const parts = PLAIN.test(cell) ? { sign: '' as const, digits: cell, currencies: [] } : amountParts(cell)
  if (!parts) return { problem: 'INVALID_AMOUNT' }
  const { sign, digits, currencies } = parts
  if (currencies.some((one) => !one.includes(convention.currency))) return { problem: 'OTHER_CURRENCY' }
  // The same mark twice can only group thousands.
  if (/^\d{1,3}(?:(?:,\d{3}){2,}|(?:\.\d{3}){2,})$/.test(digits))
    return minorOf(digits.replace(/[.,]/g, ''), convention.digits, sign)
  if (convention.digits > 2 || !isAmbiguous(digits)) return minorOf(digits, convention.digits, sign)
  if (convention.decimalMark === undefined) return { isAmbiguous: true }
  const plain = digits.includes(convention.decimalMark) ? digits : digits.replace(/[.,]/, '')
  return minorOf(plain, convention.digits, sign)
}

/** Whether `1,250` may be two amounts; `0,250` may not, nor what has more digits before the mark. */
const isAmbiguous = (digits: string): boolean => /^[1-9]\d{0,2}[.,]\d{3}$/.test(digits)

/** The decimal mark that an amount shows by itself; undefined when it shows none. */
export function shownDecimalMark(cell: TableCell | undefined): DecimalMark | undefined {
  if (typeof cell !== 'string') return undefined
  const digits = PLAIN.test(cell) ? cell : (amountParts(cell)?.digits ?? '')
  const marks = digits.match(/[.,]/g) ?? []
  const last = marks.at(-1) as DecimalMark | undefined
  if (last === undefined || isAmbiguous(digits)) return undefined
  // The same mark twice groups thousands, so the other one is for decimals.
  return marks.filter((mark) => mark === last).length > 1 ? (last === ',' ? '.' : ',') : last
}

function amountParts(
  text: string,
): { sign: '' | '-'; digits: string; currencies: readonly (readonly string[])[] } | undefined {
  if (text.length > MAX_AMOUNT_CHARACTERS) return undefined
  const found = PARTS.exec(text.trim())
  if (!found) return undefined
  const [, opened, ...rest] = found
  const closed = rest.pop()
  const [before, signBefore, behind, digits = '', after, signAfter, last] = rest
  if ((opened === undefined) !== (closed === undefined)) return undefined
  const signs = [before, behind, after, last].filter((one) => one !== undefined)
  if (signs.length + (opened ? 1 : 0) > 1) return undefined
  const isNegative = opened !== undefined || (signs[0] !== undefined && signs[0] !== '+')
  const currencies = [signBefore, signAfter].flatMap((sign) =>
    sign === undefined ? [] : [currenciesOf(sign)],
  )
  return { sign: isNegative ? '-' : '', digits: digits.replace(/[\s'’\u00a0\u202f]/g, ''), currencies }
}

function currenciesOf(sign: string): readonly string[] {
  const plain = sign.replace(/\.$/, '')
  return SIGNS[plain] ?? SIGNS[plain.toLowerCase()] ?? [plain.toUpperCase()]
}

/** Whether a column of currencies names this one: by code, by sign, or in a word. */
export function isCurrency(text: string, currency: string): boolean {
  const plain = text.trim()
  return /^(?:российский\s+)?рубл/iu.test(plain) ? currency === 'RUB' : currenciesOf(plain).includes(currency)
}

function minorOf(digits: string, digitCount: number, sign: string): SaleAmount {
  const minor = parseDecimal(`${sign}${digits}`, digitCount) ?? nearestMinor(digits, digitCount, sign)
  return minor === undefined ? { problem: 'INVALID_AMOUNT' } : { minor }
}

/**
 * What a program meant that wrote its binary number out to the end (gnumeric 1.12.55 turns 6111780.03 into
 * 6111780.0300000000002): nine decimals and more, and nearer than a millionth to what the currency can say.
 */
function nearestMinor(digits: string, digitCount: number, sign: string): bigint | undefined {
  const parts = /^(\d{1,18})[.,](\d{9,})$/.exec(digits)
  if (parts === null) return undefined
  const [, whole = '', decimals = ''] = parts
  const rest = decimals.slice(digitCount)
  if (!/^(?:0{6}|9{6})/.test(rest)) return undefined
  const below = BigInt(whole + decimals.slice(0, digitCount))
  const minor = rest.startsWith('9') ? below + 1n : below
  return sign === '-' ? -minor : minor
}
