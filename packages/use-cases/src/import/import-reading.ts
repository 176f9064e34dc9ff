import {
  BALANCE_COLUMNS,
  CUSTOMER_COLUMNS,
  type FileRecord,
  RECORD_PROBLEMS,
  type RecordColumns,
  readRecordsFile,
  readSalesFile,
  type SalesRow,
  type SalesRowError,
} from '@artel/documents'
import { InvalidInputError } from '@artel/ledger'
import { type ReadingWords, salesReadingOf } from '../reconciliation/sales-reading.ts'
import { rowFault } from './import-fault.ts'
import type { ImportKind } from './import-kinds.ts'
import {
  type CheckedRow,
  checkBalanceRow,
  checkCustomerRow,
  checkSaleRow,
  type RowCheck,
} from './import-row.ts'

/** How a file was understood, as it is kept and shown. */
export interface ImportReading {
  readonly format: 'CSV' | 'XLSX'
  readonly headers: readonly string[]
  readonly sheet: string | null
  readonly headLine: number
  /** The product whose export it is; null when it is none that is known, and for what is no file of sales. */
  readonly mapping: string | null
  /** Headers by the names of columns. */
  readonly columns: Readonly<Record<string, string>>
  readonly dateOrder: string | null
  readonly decimalMark: string | null
}

/** A row of the file as it is kept. */
export type ReadRow = CheckedRow & { readonly line: number; readonly cells: readonly string[] }

/** How a file of a kind is read. */
export interface ImportFileOptions extends RowCheck {
  readonly words: ReadingWords
  readonly timeZone: string
  readonly currency: string
  readonly onRead: (reading: ImportReading) => void
}

/** Largest file of text. Bytes. */
export const MAX_TEXT_BYTES = 256 * 1_048_576

/**
 * Streams the rows of a file, each checked by itself. Throws the reader's DocumentError for what is no such file, and InvalidInputError for words
 * that are none.
 */
export function readImportRows(
  kind: ImportKind,
  bytes: AsyncIterable<Uint8Array>,
  options: ImportFileOptions,
): AsyncGenerator<ReadRow> {
  if (kind === 'PURCHASES') return saleRows(bytes, options)
  if (kind === 'CUSTOMERS')
    return recordRows(bytes, CUSTOMER_COLUMNS, options, (values) => checkCustomerRow(values, options))
  return recordRows(bytes, BALANCE_COLUMNS, options, (values) => checkBalanceRow(values, options))
}

async function* recordRows<Column extends string>(
  bytes: AsyncIterable<Uint8Array>,
  known: RecordColumns<Column>,
  { words, onRead }: ImportFileOptions,
  check: (values: FileRecord<Column>['values']) => CheckedRow,
): AsyncGenerator<ReadRow> {
  const { dateOrder, decimalMark, sheet } = salesReadingOf({ ...words, columns: {}, mapping: null }, [
    'reading',
  ])
  const columns = namedColumns(words, known)
  const records = readRecordsFile(bytes, {
    ...{ known, columns, dateOrder, decimalMark, sheet },
    onRead: (reading) => onRead({ ...reading, mapping: null, columns: headersOf(reading.columns) }),
  })
  for await (const { line, cells, values, problem } of records) {
    const row = problem
      ? { fault: rowFault(columnOf(problem.column), problem.code, RECORD_PROBLEMS[problem.code]) }
      : check(values)
    yield { line, cells, ...row }
  }
}

function namedColumns<Column extends string>(words: ReadingWords, known: RecordColumns<Column>) {
  const named = Object.entries(words.columns ?? {})
  const unknown = named.find(([name]) => !(name in known))
  if (unknown)
    throw new InvalidInputError({
      path: ['reading', 'column'],
      problem: `Must be one of ${Object.keys(known).join(', ')}.`,
    })
  return Object.fromEntries(named) as Partial<Record<Column, string>>
}

const columnOf = (column: string): string | null => (column === 'row' ? null : column)

const headersOf = (columns: Readonly<Record<string, { readonly header: string } | undefined>>) =>
  Object.fromEntries(Object.entries(columns).map(([name, found]) => [name, found?.header ?? '']))

/** Rows of one receipt are one row here, with the cells of its first. */
async function* saleRows(
  bytes: AsyncIterable<Uint8Array>,
  { words, timeZone, currency, onRead }: ImportFileOptions,
): AsyncGenerator<ReadRow> {
  const cellsOf = new Map<number, readonly string[]>()
  let headers: readonly string[] = []
  const sales = readSalesFile(bytes, {
    ...salesReadingOf(words, ['reading']),
    ...{ timeZone, currency },
    onRecord: ({ line, cells }, names) => {
      headers = names
      cellsOf.set(
        line,
        cells.map((cell) => (typeof cell === 'string' ? cell : 'number' in cell ? cell.number : '')),
      )
    },
    onRead: ({ format, sheet, headLine, mapping, columns, dateOrder, decimalMark }) =>
      onRead({
        ...{ format, sheet, headLine, mapping, dateOrder, decimalMark, headers },
        columns: headersOf(columns),
      }),
  })
  for await (const sale of sales) {
    const { line } = sale
    yield { line, cells: cellsOf.get(line) ?? [], ...checkedSale(sale) }
    // What stands above is in a receipt that was handed out.
    for (const above of cellsOf.keys()) if (above <= line) cellsOf.delete(above)
  }
}

const checkedSale = (sale: SalesRow | SalesRowError): CheckedRow =>
  sale.ok ? checkSaleRow(sale) : { fault: rowFault(columnOf(sale.column), sale.code, sale.message) }
