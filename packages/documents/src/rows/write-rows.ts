import {
  BYTE_ORDER_MARK,
  type CsvDialect,
  csvRecord,
  neutralCell,
  neutralExcelCell,
} from '../csv/csv-cell.ts'
import { zonedDate, zonedTime } from '../statement/zoned-date.ts'
import { currencyDigits, decimalText } from '../text/decimal.ts'

/** How a list is written: RFC 4180, what a Russian Excel opens without asking, or a JSON object a line. */
export const ROW_FORMATS = ['CSV', 'CSV_RU', 'JSONL'] as const
export type RowFormat = (typeof ROW_FORMATS)[number]

/**
 * What the cells of a column are. `text`: a string, whoever typed it. `whole`: a whole number. `minor` and `micros`: money in minor
 * units and in millionths of the currency. `instant`: a moment.
 */
export type RowColumnType = 'text' | 'whole' | 'minor' | 'micros' | 'instant'

export interface RowColumn {
  /** Head of the column, and the name in JSON Lines. */
  readonly name: string
  /** Head in the Russian dialect. */
  readonly ru: string
  readonly type: RowColumnType
}

/** A string for `text`, a bigint for numbers and money, a Date for instants; null where there is nothing. */
export type RowCell = string | bigint | Date | null
export type Row = readonly RowCell[]

/** What a file of rows is written by. */
export interface RowsDocument {
  readonly format: RowFormat
  readonly columns: readonly RowColumn[]
  /** ISO 4217. */
  readonly currency: string
  /** Of the instants in the Russian dialect; the others are UTC. IANA. */
  readonly timeZone: string
}

/** What comes before the rows: the heads of the columns, and for Excel its mark; nothing in JSON Lines. */
export function rowsHead({ format, columns }: RowsDocument): string {
  if (format === 'JSONL') return ''
  if (format === 'CSV')
    return csvRecord(
      columns.map(({ name }) => name),
      'rfc4180',
    )
  return (
    BYTE_ORDER_MARK +
    csvRecord(
      columns.map(({ ru }) => ru),
      'excel-ru',
    )
  )
}

/**
 * Rows as text, each with its line break. Amounts are plain decimals, exact to the last unit, and stay numbers to a spreadsheet also below
 * zero; a text that a spreadsheet would run is neutralised, and for Excel one that it would change. Throws TypeError for a cell that is not of its column's type, which is a
 * bug.
 */
export function rowsText(document: RowsDocument, rows: readonly Row[]): string {
  const written = document.format === 'JSONL' ? jsonLine : csvLine
  return rows.map((row) => written(document, row)).join('')
}

function csvLine(document: RowsDocument, row: Row): string {
  const dialect: CsvDialect = document.format === 'CSV_RU' ? 'excel-ru' : 'rfc4180'
  const neutral = dialect === 'excel-ru' ? neutralExcelCell : neutralCell
  const cells = document.columns.map(({ type }, at) => {
    const text = cellText(document, type, row[at] ?? null)
    return type === 'text' ? neutral(text ?? '') : (text ?? '')
  })
  return csvRecord(cells, dialect)
}

function jsonLine(document: RowsDocument, row: Row): string {
  const fields = document.columns.map(({ name, type }, at) => [
    name,
    cellText(document, type, row[at] ?? null),
  ])
  return `${JSON.stringify(Object.fromEntries(fields))}\n`
}

/** A number is a decimal text in JSON too: a reader that takes it for a binary fraction would lose its last digits. */
function cellText(document: RowsDocument, type: RowColumnType, cell: RowCell): string | null {
  if (cell === null) return null
  const isRussian = document.format === 'CSV_RU'
  if (type === 'text' && typeof cell === 'string') return cell
  if (type === 'instant' && cell instanceof Date)
    return isRussian
      ? `${zonedDate(cell, document.timeZone, 'ru')} ${zonedTime(cell, document.timeZone)}`
      : cell.toISOString()
  if (typeof cell === 'bigint' && type !== 'text' && type !== 'instant')
    return decimalText(cell, digitsOf(type, document.currency), isRussian ? ',' : '.')
  throw new TypeError(`A cell of a column of ${type} is of another type`)
}

/** Micros are a millionth of the unit, whatever the currency. */
const MICRO_DIGITS = 6

function digitsOf(type: 'whole' | 'minor' | 'micros', currency: string): number {
  if (type === 'whole') return 0
  return type === 'minor' ? currencyDigits(currency) : MICRO_DIGITS
}
