/**
 * A cell of a table: its text, or what a workbook holds instead of one. A number is written with a point and without
 * grouping; what it means, an amount or a date, the column decides and not its format.
 */
export type TableCell =
  | string
  | { readonly number: string }
  /** An error of the spreadsheet, or a formula whose result the file does not hold. */
  | { readonly noValue: 'CELL_ERROR' | 'NO_RESULT' }

/** A record of a table with its line or row, from 1. */
export interface TableRecord {
  readonly line: number
  readonly cells: readonly TableCell[]
}

/** The text of a cell without blanks around it; empty for a cell without a value. */
export function cellText(cell: TableCell | undefined): string {
  if (cell === undefined) return ''
  if (typeof cell === 'string') return cell.trim()
  return 'number' in cell ? cell.number : ''
}

export const isBlank = (cell: TableCell | undefined): boolean =>
  cell === undefined || (typeof cell === 'string' && cell.trim() === '')
