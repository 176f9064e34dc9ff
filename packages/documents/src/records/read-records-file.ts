import { openTable } from '../sales/open-table.ts'
import { readSaleAmount } from '../sales/sale-amount.ts'
import { readSaleTime } from '../sales/sale-time.ts'
import {
  type DateOrder,
  type DecimalMark,
  SALES_PROBLEMS,
  type SalesProblemCode,
  type UnderstoodColumn,
} from '../sales/sales-file.ts'
import { type Conventions, settleConventions } from '../sales/settle-conventions.ts'
import { cellText, isBlank, type TableCell, type TableRecord } from '../table/table-record.ts'
import type { ByteSource } from '../text/decode-text.ts'
import type { RecordCellKind, RecordColumns } from './record-columns.ts'
import { findRecordHead, noRecordHead, type RecordHead } from './record-head.ts'

/** What can be wrong with a record, beyond what can be with a row of sales. */
export const RECORD_PROBLEMS = {
  ...SALES_PROBLEMS,
  NOT_WHOLE: 'is no whole number of points, 1 or more',
} as const

export type RecordProblemCode = keyof typeof RECORD_PROBLEMS

/** A row of a file. */
export interface FileRecord<Column extends string> {
  /** Line of the file, or row of the sheet, from 1. */
  readonly line: number
  /** As they are written. */
  readonly cells: readonly string[]
  /** Texts without outer blanks, days as ISO dates, points as digits; what is left empty is missing. */
  readonly values: Readonly<Partial<Record<Column, string>>>
  /** The first cell that cannot be read; undefined when all can. */
  readonly problem?: { readonly column: Column | 'row'; readonly code: RecordProblemCode }
}

/** How a file of records was understood. */
export interface RecordsReading<Column extends string> {
  readonly format: 'CSV' | 'XLSX'
  readonly separator: string | null
  readonly sheet: string | null
  readonly headLine: number
  readonly headers: readonly string[]
  readonly columns: Readonly<Partial<Record<Column, UnderstoodColumn>>>
  readonly dateOrder: DateOrder | null
  readonly decimalMark: DecimalMark | null
}

/** How a file of records is to be read. */
export interface RecordsFileOptions<Column extends string> {
  /** Which columns there may be. */
  readonly known: RecordColumns<Column>
  /** Names of columns that are not found by themselves, or that are found wrongly. */
  readonly columns?: Readonly<Partial<Record<Column, string>>> | undefined
  readonly dateOrder?: DateOrder | undefined
  readonly decimalMark?: DecimalMark | undefined
  readonly sheet?: string | undefined
  readonly maxBytes?: number | undefined
  /** Told how the file was read, once it has been read to its end. */
  readonly onRead?: (reading: RecordsReading<Column>) => void
}

/** The first day of a spreadsheet, in 1927, that is taken for one: people are older than tills. */
const FIRST_SERIAL = 10_000

/**
 * Streams the records of a table, in the formats and dialects of `readSalesFile` and by the same rules: nothing is guessed, and a row that
 * cannot be read says why. Rows of nothing and heads that are repeated are left out.
 *
 * Throws UnreadableFileError when it is no such file or has no such columns, FileTooLargeError beyond its limits, and
 * AmbiguousSalesFileError with questions when it can be read in several ways.
 * @example
 * for await (const { values } of readRecordsFile(createReadStream(path), { known: CUSTOMER_COLUMNS })) console.log(values.name)
 */
export async function* readRecordsFile<Column extends string>(
  bytes: ByteSource,
  options: RecordsFileOptions<Column>,
): AsyncGenerator<FileRecord<Column>> {
  const table = await openTable<RecordHead<Column>>(bytes, {
    headOf: (record) => findRecordHead(record, options),
    noHead: (records) => noRecordHead(records, options),
    ...{ sheet: options.sheet, maxBytes: options.maxBytes },
  })
  const { head, epochDays, format } = table
  const conventions: Conventions = { dateOrder: options.dateOrder, decimalMark: options.decimalMark }
  const columns = Object.entries(head.columns) as [Column, UnderstoodColumn][]
  const ofKind = (kind: RecordCellKind) =>
    columns.flatMap(([name]) => (options.known[name].kind === kind ? [name] : []))
  const telling = { columns: head.columns, dates: ofKind('DAY'), amounts: ofKind('POINTS') }
  const how = { known: options.known, columns, epochDays, conventions }
  for await (const record of settleConventions(table.records, telling, conventions)) {
    if (record.cells.every(isBlank) || isHead(record, head)) continue
    const isTooWide = format === 'CSV' && record.cells.slice(head.headers.length).some((one) => !isBlank(one))
    yield readRecord(record, how, isTooWide)
  }
  options.onRead?.({
    ...{ format, separator: table.separator, sheet: table.sheet, headLine: head.line },
    ...{ headers: head.headers, columns: head.columns },
    dateOrder: conventions.dateOrder ?? null,
    decimalMark: conventions.decimalMark ?? null,
  })
}

const isHead = ({ cells }: TableRecord, { headers }: RecordHead<string>): boolean =>
  headers.every((header, at) => cellText(cells[at]) === header)

function readRecord<Column extends string>(
  record: TableRecord,
  how: {
    readonly known: RecordColumns<Column>
    readonly columns: readonly [Column, UnderstoodColumn][]
    readonly epochDays: number
    readonly conventions: Conventions
  },
  isTooWide: boolean,
): FileRecord<Column> {
  const row = { line: record.line, cells: record.cells.map(cellText) }
  const values: Partial<Record<Column, string>> = {}
  if (isTooWide) return { ...row, values, problem: { column: 'row', code: 'TOO_MANY_CELLS' } }
  for (const [column, { index }] of how.columns) {
    const cell = record.cells[index]
    const read = readCell(cell, how.known[column].kind, how)
    if ('code' in read) return { ...row, values, problem: { column, code: read.code } }
    if (read.value !== undefined) values[column] = read.value
  }
  return { ...row, values }
}

type ReadCell = { readonly value: string | undefined } | { readonly code: RecordProblemCode }

function readCell(
  cell: TableCell | undefined,
  kind: RecordCellKind,
  { epochDays, conventions }: { readonly epochDays: number; readonly conventions: Conventions },
): ReadCell {
  if (isBlank(cell)) return { value: undefined }
  if (typeof cell === 'object' && 'noValue' in cell) return { code: cell.noValue }
  if (kind === 'TEXT') return textOf(cell)
  if (kind === 'POINTS') return pointsOf(cell, conventions.decimalMark)
  const { dateOrder } = conventions
  const time = readSaleTime(cell, undefined, {
    ...{ timeZone: 'UTC', dateOrder, epochDays, firstSerial: FIRST_SERIAL },
  })
  if ('instant' in time) return { value: time.instant.toISOString().slice(0, 10) }
  if ('isAmbiguous' in time) return { code: 'INVALID_DATE' }
  return time.problem === 'EMPTY' ? { value: undefined } : { code: time.problem }
}

const MAX_TEXT_CHARACTERS = 200

function textOf(cell: TableCell | undefined): ReadCell {
  const value = cellText(cell)
  return value.length > MAX_TEXT_CHARACTERS ? { code: 'TOO_LONG' } : { value }
}

/** Hundredths are read so that `150,00` is 150; a part of a point is no points. */
function pointsOf(cell: TableCell | undefined, decimalMark: DecimalMark | undefined): ReadCell {
  const amount = readSaleAmount(cell, { currency: '', digits: 2, decimalMark })
  if ('isAmbiguous' in amount) return { code: 'INVALID_AMOUNT' }
  if ('problem' in amount) return { code: amount.problem satisfies SalesProblemCode }
  return amount.minor > 0n && amount.minor % 100n === 0n
    ? { value: String(amount.minor / 100n) }
    : { code: 'NOT_WHOLE' }
}
