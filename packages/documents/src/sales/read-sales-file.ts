import { type CsvRecord, parseCsv } from '../csv/parse-csv.ts'
import { UnreadableFileError } from '../document-error.ts'
import { currencyDigits, parseDecimal } from '../text/decimal.ts'
import { type ByteSource, decodeText } from '../text/decode-text.ts'
import { limitBytes } from '../text/limit-bytes.ts'
import { findSalesColumns, type SalesColumn, type SalesColumns } from './sales-columns.ts'
import { instantOf } from './zoned-instant.ts'

/** A sale of a member's own file. */
export interface SalesRow {
  readonly ok: true
  /** Line of the file, from 1. */
  readonly line: number
  readonly receiptRef: string
  readonly soldAt: Date
  /** In the currency's minor units; negative for a return. */
  readonly totalMinor: bigint
  /** What the member knows the customer by (a phone, a card), as written; null for a stranger. */
  readonly customerKey: string | null
}

/** A row that cannot be read. The rows around it are read all the same. */
export interface SalesRowError {
  readonly ok: false
  readonly line: number
  readonly column: SalesColumn
  readonly message: string
}

/** How a sales file is to be read. */
export interface SalesFileOptions {
  /** IANA zone of the dates that name none. */
  readonly timeZone: string
  /** ISO 4217. */
  readonly currency: string
  /** Names of columns that are not found by themselves. */
  readonly columns?: Partial<Record<SalesColumn, string>>
  /** Default 256 MB. */
  readonly maxBytes?: number
}

const MAX_SALES_FILE_BYTES = 256 * 1024 * 1024
const MAX_REFERENCE_CHARACTERS = 200

/**
 * Streams the sales of a member's own CSV file: UTF-8 or Windows-1251, separated by semicolons, commas, tabs or bars,
 * columns found by their names in Russian or English. A row that cannot be read yields an error with its line and the
 * rest goes on. Throws UnreadableFileError when the file has no such columns or a quote never closes, FileTooLargeError
 * beyond its limits.
 */
export async function* readSalesFile(
  bytes: ByteSource,
  options: SalesFileOptions,
): AsyncGenerator<SalesRow | SalesRowError> {
  const limited = limitBytes(bytes, options.maxBytes ?? MAX_SALES_FILE_BYTES)
  const { separator, text } = await detectSeparator(decodeText(limited))
  const digits = currencyDigits(options.currency)
  let columns: SalesColumns | undefined
  for await (const record of parseCsv(text, separator)) {
    if (columns) yield readRow(record, columns, { timeZone: options.timeZone, digits })
    else columns = findSalesColumns(record.cells, options.columns)
  }
  if (!columns) throw new UnreadableFileError('the file is empty', { line: 1 })
}

/** The separator is the one that the first line has most of, outside quotes. */
async function detectSeparator(
  pieces: AsyncGenerator<string>,
): Promise<{ separator: string; text: AsyncIterable<string> }> {
  let start = ''
  for (;;) {
    const next = await pieces.next()
    if (next.done) break
    start += next.value
    if (/\S.*[\r\n]/.test(start) || start.length > 65_536) break
  }
  start = start.replace(/^\ufeff/, '')
  const head = (/\S[^\r\n]*/.exec(start)?.[0] ?? '').replace(/"[^"]*"/g, '')
  const counts = [';', ',', '\t', '|'].map((separator) => ({
    separator,
    count: head.split(separator).length,
  }))
  const best = counts.reduce((most, one) => (one.count > most.count ? one : most))
  async function* all() {
    yield start
    yield* pieces
  }
  return { separator: best.separator, text: all() }
}

function readRow(
  record: CsvRecord,
  columns: SalesColumns,
  how: { timeZone: string; digits: number },
): SalesRow | SalesRowError {
  const { line } = record
  const cell = (at: number | undefined): string => (at === undefined ? '' : (record.cells[at] ?? '').trim())
  const bad = (column: SalesColumn, message: string): SalesRowError => ({ ok: false, line, column, message })

  const receiptRef = cell(columns.receipt)
  if (receiptRef === '') return bad('receipt', 'is empty')
  if (receiptRef.length > MAX_REFERENCE_CHARACTERS)
    return bad('receipt', `is longer than ${MAX_REFERENCE_CHARACTERS} characters`)
  const soldAt = saleInstant(cell(columns.date), how.timeZone)
  if (!soldAt) return bad('date', `"${cell(columns.date).slice(0, 40)}" is no date`)
  const total = cell(columns.total).replace(/\s*(?:₽|руб\.?|р\.|[A-Z]{3}|€|\$)$/u, '')
  const totalMinor = parseDecimal(total, how.digits)
  // "1,250" is 1250 to some programs and 1.25 to others; a guess would be wrong by a thousand.
  if (how.digits < 3 && /^\D*\d{1,3}[.,]\d{3}$/.test(total))
    return bad('total', `"${total}" may mean two amounts`)
  if (totalMinor === undefined) return bad('total', `"${cell(columns.total).slice(0, 40)}" is no amount`)
  const customerKey = cell(columns.customer)
  return {
    ok: true,
    line,
    receiptRef,
    soldAt,
    totalMinor,
    customerKey: customerKey === '' ? null : customerKey,
  }
}

/** ISO 8601 with or without a zone, `YYYY-MM-DD HH:MM:SS`, `DD.MM.YYYY` or `DD/MM/YYYY`, each with or without a time. */
function saleInstant(text: string, timeZone: string): Date | undefined {
  const time = String.raw`(?:[T ]\s*(\d{1,2}):(\d\d)(?::(\d\d)(?:[.,]\d+)?)?)?`
  const iso = new RegExp(String.raw`^(\d{4})-(\d\d)-(\d\d)${time}\s*(Z|[+-]\d\d:?\d\d)?$`).exec(text)
  if (iso) {
    const [, year, month, day, hour, minute, second, zone] = iso
    return instantOf({ year, month, day, hour, minute, second }, zone ?? timeZone)
  }
  const dotted = new RegExp(String.raw`^(\d{1,2})[./](\d{1,2})[./](\d{4}|\d\d),?${time}$`).exec(text)
  if (!dotted) return undefined
  const [, day, month, year = '', hour, minute, second] = dotted
  return instantOf(
    { year: year.length === 2 ? `20${year}` : year, month, day, hour, minute, second },
    timeZone,
  )
}
