import type { TableRecord } from '../table/table-record.ts'
import { readSaleAmount, shownDecimalMark } from './sale-amount.ts'
import { readSaleTime, shownDateOrder } from './sale-time.ts'
import type { DateOrder, DecimalMark, UnderstoodColumn } from './sales-file.ts'
import { AmbiguousSalesFileError, type SalesQuestion } from './sales-question.ts'

/** Rows that may wait for one that shows how they are to be read. */
const MAX_WAITING_ROWS = 50_000

/** How dates and amounts of a file are read, as far as it is known. */
export interface Conventions {
  dateOrder: DateOrder | undefined
  decimalMark: DecimalMark | undefined
}

/** Where cells with two readings may stand. */
export interface TellingColumns<Column extends string> {
  readonly columns: Readonly<Partial<Record<Column, UnderstoodColumn>>>
  readonly dates: readonly Column[]
  readonly amounts: readonly Column[]
}

/** What the rows of a file have told of one convention. */
interface Told {
  /** The first row that has two readings. */
  question: SalesQuestion | undefined
  shown: string | undefined
  isContradicted: boolean
}

/**
 * Hands records on once their dates and amounts have one reading: those that have two wait for another row of the file
 * that shows its order of day and month, or its decimal mark. Fills `conventions` as it learns. Throws
 * AmbiguousSalesFileError when no row shows it, and when rows show both.
 */
export async function* settleConventions<Column extends string>(
  records: AsyncIterable<TableRecord>,
  head: TellingColumns<Column>,
  conventions: Conventions,
): AsyncGenerator<TableRecord> {
  const told: Record<'DATE_ORDER' | 'DECIMAL_MARK', Told> = {
    DATE_ORDER: { question: undefined, shown: conventions.dateOrder, isContradicted: false },
    DECIMAL_MARK: { question: undefined, shown: conventions.decimalMark, isContradicted: false },
  }
  // What the caller says is not learnt, nor put in doubt.
  const columns = columnsToLearn(head, conventions)
  const open = () =>
    [told.DATE_ORDER, told.DECIMAL_MARK].flatMap(({ question, shown, isContradicted }) =>
      question && (shown === undefined || isContradicted) ? [question] : [],
    )
  let waiting: TableRecord[] = []
  for await (const record of records) {
    for (const column of columns) look(record, head, column, told[column.kind])
    if (told.DATE_ORDER.shown) conventions.dateOrder = told.DATE_ORDER.shown as DateOrder
    if (told.DECIMAL_MARK.shown) conventions.decimalMark = told.DECIMAL_MARK.shown as DecimalMark
    waiting.push(record)
    if (open().length > 0) {
      if (waiting.length > MAX_WAITING_ROWS || open().some(({ kind }) => isHopeless(told, kind))) break
      continue
    }
    yield* waiting
    waiting = []
  }
  const [first, ...others] = open()
  if (first) throw new AmbiguousSalesFileError([first, ...others])
}

const isHopeless = (told: Readonly<Record<string, Told>>, kind: string): boolean =>
  told[kind]?.isContradicted ?? false

interface ColumnToLearn<Column extends string> {
  readonly column: Column
  readonly kind: 'DATE_ORDER' | 'DECIMAL_MARK'
}

function columnsToLearn<Column extends string>(
  { columns, ...head }: TellingColumns<Column>,
  conventions: Conventions,
): ColumnToLearn<Column>[] {
  const dates =
    conventions.dateOrder === undefined
      ? head.dates.map((column) => ({ column, kind: 'DATE_ORDER' as const }))
      : []
  if (conventions.decimalMark !== undefined) return dates
  const amounts = head.amounts.filter((column) => columns[column])
  return [...dates, ...amounts.map((column) => ({ column, kind: 'DECIMAL_MARK' as const }))]
}

/** Notes what a cell shows, or that it has two readings. */
function look<Column extends string>(
  record: TableRecord,
  { columns }: TellingColumns<Column>,
  { column, kind }: ColumnToLearn<Column>,
  told: Told,
): void {
  const found = columns[column]
  if (!found) return
  const cell = record.cells[found.index]
  // Nearly all cells of nearly all files show nothing and have one reading; this tells them fast.
  if (typeof cell !== 'string' || !(kind === 'DATE_ORDER' ? /^\s*\d\d?[-/]/ : /[.,]/).test(cell)) return
  const shown = kind === 'DATE_ORDER' ? shownDateOrder(cell) : shownDecimalMark(cell)
  if (shown !== undefined) {
    if (told.shown !== undefined && told.shown !== shown) told.isContradicted = true
    told.shown ??= shown
    return
  }
  if (told.question) return
  const reading =
    kind === 'DATE_ORDER'
      ? readSaleTime(cell, undefined, { timeZone: 'UTC', dateOrder: undefined })
      : readSaleAmount(cell, { currency: '', digits: 2, decimalMark: undefined })
  if (!('isAmbiguous' in reading)) return
  const readings = kind === 'DATE_ORDER' ? ['DMY', 'MDY'] : ['.', ',']
  told.question = { kind, column, header: found.header, line: record.line, readings }
}
