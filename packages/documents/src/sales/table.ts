import type { UnreadableFileError } from '../document-error.ts'
import type { TableRecord } from '../table/table-record.ts'
import { foldText } from '../text/fold-text.ts'

/** Records among which the head is looked for: reports begin with their title, period and filters. */
export const HEAD_RECORDS = 50

/** The record of a table that names its columns. */
export interface TableHead {
  /** Line or row, from 1. */
  readonly line: number
}

/** What makes a table the one that is looked for. */
export interface WantedTable<Head extends TableHead> {
  /** The head as it is understood; undefined for a record that is none. */
  readonly headOf: (record: TableRecord) => Head | undefined
  /** What the first records lack. */
  readonly noHead: (records: readonly TableRecord[]) => UnreadableFileError
  /** Name of the sheet; answers the question SHEET. */
  readonly sheet?: string | undefined
  /** Default 256 MB for text, 64 MB for a workbook. */
  readonly maxBytes?: number | undefined
}

/** A table whose head is understood. */
export interface Table<Head extends TableHead> {
  readonly format: 'CSV' | 'XLSX'
  /** Between the cells of a CSV file; null for a workbook. */
  readonly separator: string | null
  /** Of a workbook; null for a CSV file. */
  readonly sheet: string | null
  readonly head: Head
  /** Added to the days that the table's numbers count: 1462 in a workbook that counts from 1904. */
  readonly epochDays: number
  /** The records below the head. */
  readonly records: AsyncIterable<TableRecord>
}

/** The first of the records that is a head. */
export function headAmong<Head extends TableHead>(
  records: readonly TableRecord[],
  { headOf }: Pick<WantedTable<Head>, 'headOf'>,
): Head | undefined {
  for (const record of records) {
    const head = headOf(record)
    if (head) return head
  }
  return undefined
}

/**
 * The records with every text in its one spelling, so that a program which writes letters in parts, or pads with no-break
 * spaces, makes no other header, status or receipt of them.
 */
export async function* foldRecords(
  records: AsyncIterable<TableRecord> | Iterable<TableRecord>,
): AsyncGenerator<TableRecord> {
  for await (const { line, cells } of records)
    yield { line, cells: cells.map((cell) => (typeof cell === 'string' ? foldText(cell) : cell)) }
}
