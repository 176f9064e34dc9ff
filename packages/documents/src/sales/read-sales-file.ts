import { currencyDigits } from '../text/decimal.ts'
import type { ByteSource } from '../text/decode-text.ts'
import { openTable } from './open-table.ts'
import { plainName } from './plain-name.ts'
import { readSaleRow } from './read-sale-row.ts'
import { findSalesHead, noSalesHead, type SalesHead } from './sales-columns.ts'
import type { SalesFileOptions, SalesReading, SalesRow, SalesRowError } from './sales-file.ts'
import { type Conventions, settleConventions } from './settle-conventions.ts'
import { createReceiptSums, type ReceiptRule } from './sum-receipts.ts'
import type { Table } from './table.ts'
import { TOTALS_OF_RECEIPTS } from './usual-names.ts'

/**
 * Streams the sales of a member's own file: text in UTF-8, UTF-16, Windows-1251 or code page 866, separated by semicolons,
 * commas, tabs or bars, or a workbook (.xlsx). Its columns are those of a product whose export is known, of the caller, or
 * are found by their usual names in Russian or English, below any title. Returns are negative, cancelled receipts and
 * lines of totals are none, and rows of one receipt are summed. A row that cannot be read yields an error and the rest
 * goes on. How the file was understood is told by `onRead` at its end.
 *
 * Throws UnreadableFileError when it is no such file or has no such columns, FileTooLargeError beyond its limits, and
 * AmbiguousSalesFileError with questions when it can be read in several ways: nothing is guessed.
 * @example
 * for await (const row of readSalesFile(createReadStream(path), { timeZone: 'Europe/Moscow', currency: 'RUB' }))
 *   if (row.ok) sell(row.receiptRef, row.totalMinor)
 */
export async function* readSalesFile(
  bytes: ByteSource,
  options: SalesFileOptions,
): AsyncGenerator<SalesRow | SalesRowError> {
  const table = await openTable(bytes, {
    headOf: (record) => findSalesHead(record, options),
    noHead: (records) => noSalesHead(records, options),
    ...{ sheet: options.sheet, maxBytes: options.maxBytes },
  })
  const { head } = table
  const conventions: Conventions = {
    dateOrder: options.dateOrder ?? head.mapping?.dateOrder,
    decimalMark: options.decimalMark ?? head.mapping?.decimalMark,
  }
  const receipts = createReceiptSums(receiptRule(head))
  const { timeZone, currency } = options
  const how = { head, timeZone, currency, digits: currencyDigits(currency), epochDays: table.epochDays }
  const isSeparated = table.format === 'CSV'
  let cancelled: string | undefined
  const told = { columns: head.columns, dates: DATES, amounts: AMOUNTS }
  for await (const record of settleConventions(table.records, told, conventions)) {
    options.onRecord?.(record, head.headers)
    const before = receipts.openReceipt()
    const read = readSaleRow(record, { ...how, ...conventions, isSeparated }, { before, cancelled })
    if ('skipped' in read && read.skipped === 'cancelled') cancelled = read.receiptRef
    yield* receipts.add(read)
  }
  yield* receipts.end()
  options.onRead?.(readingOf(table, conventions, receipts.counts))
}

/** Columns whose cells may have two readings. */
const DATES = ['date'] as const
const AMOUNTS = ['total', 'paidByPoints'] as const

function receiptRule({ columns, mapping }: SalesHead): ReceiptRule {
  const isOfReceipt = TOTALS_OF_RECEIPTS.includes(plainName(columns.total.header))
  return {
    hasItems: columns.item !== undefined,
    totalOf: mapping?.totalOf ?? (isOfReceipt ? 'RECEIPT' : 'ROW'),
  }
}

function readingOf(
  { format, separator, sheet, head }: Table<SalesHead>,
  { dateOrder, decimalMark }: Conventions,
  counts: SalesReading['counts'],
): SalesReading {
  const used = new Set(Object.values(head.columns).map(({ index }) => index))
  return {
    ...{ format, separator, sheet, headLine: head.line, mapping: head.mapping?.name ?? null },
    columns: head.columns,
    ignoredHeaders: head.headers.filter((header, index) => header !== '' && !used.has(index)),
    dateOrder: dateOrder ?? null,
    decimalMark: decimalMark ?? null,
    counts: { ...counts },
  }
}
