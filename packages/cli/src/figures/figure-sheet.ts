import {
  BYTE_ORDER_MARK,
  csvRecord,
  decimalText,
  neutralCell,
  type WrittenCell,
  wholeText,
  writeWorkbook,
} from '@artel/documents'
import { moneyText } from '../simulate/describe-simulation.ts'
import { textTable } from '../text-table.ts'
import type { Language } from '../words/language.ts'

/** A column: texts, counts, or money in micros. */
export interface FigureColumn {
  readonly title: string
  readonly holds: 'text' | 'count' | 'money'
}

/** A table of figures before it has a form. Null: there is nothing to say. */
export interface FigureSheet {
  readonly name: string
  readonly columns: readonly FigureColumn[]
  readonly rows: readonly (readonly (string | bigint | null)[])[]
  /** The column that is drawn as a bar beside the table. */
  readonly bar?: number
}

interface Written {
  readonly currency: string
  readonly language: Language
}

const BAR_CELLS = 20
const MICROS_DIGITS = 6

/** As a table for a terminal, with a bar for the column that has one. */
export function sheetTable(sheet: FigureSheet, { currency, language }: Written): string {
  const cell = (value: string | bigint | null, at: number): string => {
    if (value === null) return '-'
    if (typeof value === 'string') return value
    return sheet.columns[at]?.holds === 'money'
      ? moneyText(value, currency, language)
      : wholeText(value, language)
  }
  let largest = 0n
  for (const row of sheet.rows) if (barOf(sheet, row) > largest) largest = barOf(sheet, row)
  const columns = [
    ...sheet.columns.map(
      ({ title, holds }) => ({ title, align: holds === 'text' ? 'left' : 'right' }) as const,
    ),
    ...(sheet.bar === undefined ? [] : [{ title: '', align: 'left' } as const]),
  ]
  return textTable(
    columns,
    sheet.rows.map((row) => [
      ...row.map(cell),
      ...(sheet.bar === undefined ? [] : [bar(barOf(sheet, row), largest)]),
    ]),
  )
}

function barOf({ bar: at }: FigureSheet, row: FigureSheet['rows'][number]): bigint {
  const value = at === undefined ? null : row[at]
  return typeof value === 'bigint' && value > 0n ? value : 0n
}

const bar = (value: bigint, largest: bigint): string =>
  largest === 0n ? '' : '█'.repeat(Number((value * BigInt(BAR_CELLS) + largest - 1n) / largest))

/** As CSV: for programs in English, for a Russian Excel in Russian. */
export function sheetCsv({ columns, rows }: FigureSheet, { language }: Written): string {
  const dialect = language === 'ru' ? 'excel-ru' : 'rfc4180'
  const cell = (value: string | bigint | null, at: number): string => {
    if (value === null) return ''
    if (typeof value === 'string') return neutralCell(value)
    return columns[at]?.holds === 'money'
      ? decimalText(value, MICROS_DIGITS, language === 'ru' ? ',' : '.')
      : String(value)
  }
  const records = [columns.map(({ title }) => title), ...rows.map((row) => row.map(cell))]
  const mark = dialect === 'excel-ru' ? BYTE_ORDER_MARK : ''
  return mark + records.map((cells) => csvRecord(cells, dialect)).join('')
}

/** As a workbook. */
export function sheetWorkbook({ name, columns, rows }: FigureSheet): Buffer {
  const cell = (value: string | bigint | null, at: number): WrittenCell => {
    if (value === null) return ''
    if (typeof value === 'string') return value
    return { number: columns[at]?.holds === 'money' ? decimalText(value, MICROS_DIGITS) : String(value) }
  }
  return writeWorkbook({
    name,
    head: columns.map(({ title }) => title),
    rows: rows.map((row) => row.map(cell)),
  })
}
