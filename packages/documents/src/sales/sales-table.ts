import type { TableRecord } from '../table/table-record.ts'
import { foldText } from '../text/fold-text.ts'
import { findSalesHead, type SalesHead } from './sales-columns.ts'
import type { SalesFileOptions, SalesReading } from './sales-file.ts'

/** Records among which the head is looked for: reports begin with their title, period and filters. */
export const HEAD_RECORDS = 50

/** A sales table whose head is understood. */
export interface SalesTable extends Pick<SalesReading, 'format' | 'separator' | 'sheet'> {
  readonly head: SalesHead
  /** Added to the days that the table's numbers count: 1462 in a workbook that counts from 1904. */
  readonly epochDays: number
  /** The records below the head. */
  readonly records: AsyncIterable<TableRecord>
}

/** The first of the records that is a head. */
export function headAmong(records: readonly TableRecord[], options: SalesFileOptions): SalesHead | undefined {
  for (const record of records) {
    const head = findSalesHead(record, options)
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
