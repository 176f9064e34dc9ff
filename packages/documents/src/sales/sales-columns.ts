import { UnreadableFileError } from '../document-error.ts'
import { cellText, type TableRecord } from '../table/table-record.ts'
import { plainName } from './plain-name.ts'
import { SALES_MAPPINGS } from './product-mappings.ts'
import type { UnderstoodColumn } from './sales-file.ts'
import type { SalesMapping } from './sales-mapping.ts'
import { USUAL_NAMES } from './usual-names.ts'

/** What a sales file tells of a sale. */
export type SalesColumn =
  | 'receipt'
  | 'date'
  /** The time of day, where the date has none. */
  | 'time'
  | 'timeZone'
  | 'total'
  | 'paidByPoints'
  /** A sale, a return, or another operation of the till. */
  | 'type'
  /** Paid, cancelled and so on. */
  | 'status'
  | 'customer'
  | 'store'
  | 'currency'
  /** What was sold: a file that has it has a row for each. */
  | 'item'

/** Where the columns are. Without receipt, date and total there is no sales file. */
export type SalesColumns = Readonly<Partial<Record<SalesColumn, UnderstoodColumn>>> &
  Readonly<Record<'receipt' | 'date' | 'total', UnderstoodColumn>>

/** The head of a table, and how it was understood. */
export interface SalesHead {
  readonly line: number
  readonly headers: readonly string[]
  readonly columns: SalesColumns
  readonly mapping: SalesMapping | null
}

/** How the caller wants columns to be found. */
export interface ColumnWishes {
  readonly mapping?: SalesMapping | undefined
  readonly columns?: Partial<Record<SalesColumn, string>> | undefined
}

const REQUIRED = ['receipt', 'date', 'total'] as const
const COLUMNS = Object.keys(USUAL_NAMES) as readonly SalesColumn[]

/**
 * Understands a record as the head of a sales table; undefined when it lacks the receipt, the date or the total, as the
 * title of a report does. The caller's names come first, then those of a mapping, then the usual ones.
 */
export function findSalesHead(record: TableRecord, wishes: ColumnWishes): SalesHead | undefined {
  const headers = record.cells.map(cellText)
  const { columns, mapping } = understand(headers, wishes)
  const { receipt, date, total } = columns
  if (!receipt || !date || !total || isCallerMissing(columns, wishes)) return undefined
  return { line: record.line, headers, columns: { ...columns, receipt, date, total }, mapping }
}

/** What the best of the first records lacks to be a head, as an error that names the column. */
export function noSalesHead(records: readonly TableRecord[], wishes: ColumnWishes): UnreadableFileError {
  const counted = records.map((record) => {
    const { columns } = understand(record.cells.map(cellText), wishes)
    return { record, columns, count: Object.keys(columns).length }
  })
  const [first] = counted
  if (!first) return new UnreadableFileError('the file is empty', { line: 1, kind: 'EMPTY' })
  const best = counted.reduce((most, one) => (one.count > most.count ? one : most), first)
  const column =
    COLUMNS.find((name) => wishes.columns?.[name] !== undefined && !best.columns[name]) ??
    REQUIRED.find((name) => !best.columns[name]) ??
    'receipt'
  const own = wishes.columns?.[column]
  return new UnreadableFileError(
    own === undefined
      ? `no column for the ${column}: name it, e.g. "${USUAL_NAMES[column][0]}"`
      : `no column "${own}" for the ${column}`,
    { line: best.record.line, field: column, kind: 'COLUMN_MISSING' },
  )
}

type Found = Partial<Record<SalesColumn, UnderstoodColumn>>

const isCallerMissing = (columns: Found, wishes: ColumnWishes): boolean =>
  COLUMNS.some((name) => wishes.columns?.[name] !== undefined && !columns[name])

function understand(
  headers: readonly string[],
  wishes: ColumnWishes,
): { columns: Found; mapping: SalesMapping | null } {
  const names = headers.map(plainName)
  const mapping = wishes.mapping ?? recognise(names)
  const found: Found = {}
  for (const column of COLUMNS) {
    const one = findColumn(column, names, { ...wishes, mapping })
    if (!one) continue
    // A column called "time" alone is the date; only beside another it is the time of day.
    if (column === 'time' && one.index === found.date?.index) continue
    found[column] = { header: headers[one.index] ?? '', ...one }
  }
  return { columns: found, mapping: mapping ?? null }
}

function findColumn(
  column: SalesColumn,
  names: readonly string[],
  wishes: ColumnWishes,
): Pick<UnderstoodColumn, 'index' | 'foundBy'> | undefined {
  const own = wishes.columns?.[column]
  if (own !== undefined) return firstOf([own], names, 'CALLER')
  const mapped = firstOf(wishes.mapping?.columns[column] ?? [], names, 'MAPPING')
  const isRequired = REQUIRED.some((name) => name === column)
  if (mapped || (wishes.mapping && !isRequired)) return mapped
  return firstOf(USUAL_NAMES[column], names, 'NAME')
}

/** In the order of the wanted names, so that "receipt number" is not passed over for a plain "number". */
function firstOf(
  wanted: readonly string[],
  names: readonly string[],
  foundBy: UnderstoodColumn['foundBy'],
): Pick<UnderstoodColumn, 'index' | 'foundBy'> | undefined {
  for (const name of wanted) {
    const index = names.indexOf(plainName(name))
    if (index >= 0) return { index, foundBy }
  }
  return undefined
}

/** The product whose export has this head, told by headers that no other has together. */
function recognise(names: readonly string[]): SalesMapping | undefined {
  return Object.values(SALES_MAPPINGS).find((mapping) =>
    (mapping.signature ?? []).some((words) => words.every((word) => names.includes(plainName(word)))),
  )
}
