import type { SalesColumn } from './sales-columns.ts'
import type { DateOrder, DecimalMark } from './sales-file.ts'

/** How the export of a product is read. Headers and words are compared in lower case, by letters and digits. */
export interface SalesMapping {
  readonly name: string
  /** Headers of each column, the best first. A column that is left out is not read, but for receipt, date and total. */
  readonly columns: Readonly<Partial<Record<SalesColumn, readonly string[]>>>
  /** Sets of headers by which its file is known: any set, whole. None: only a caller names the mapping. */
  readonly signature?: readonly (readonly string[])[]
  /**
   * Of what the total is when a receipt has several rows: of the row, so that they are summed (default), or of the
   * receipt, which the rows repeat or leave empty.
   */
  readonly totalOf?: 'ROW' | 'RECEIPT'
  readonly dateOrder?: DateOrder
  readonly decimalMark?: DecimalMark
  /** Words of types and statuses beyond the usual ones. */
  readonly words?: SaleWords
}

/** What types and statuses of a file mean. */
export interface SaleWords {
  readonly sales?: readonly string[]
  readonly returns?: readonly string[]
  /** Neither: cancelled, unpaid, or an operation that sells nothing. */
  readonly skipped?: readonly string[]
}
