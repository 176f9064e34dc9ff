import type { TableRecord } from '../table/table-record.ts'
import type { SalesColumn } from './sales-columns.ts'
import type { SalesMapping } from './sales-mapping.ts'

/** A sale of a member's own file, or a return. */
export interface SalesRow {
  readonly ok: true
  /** Line of the file, or row of the sheet, from 1; of several rows of one receipt the first. */
  readonly line: number
  readonly receiptRef: string
  readonly soldAt: Date
  /** In the currency's minor units; negative for a return. */
  readonly totalMinor: bigint
  /** What the member knows the customer by (a phone, a card), as written; null for a stranger. */
  readonly customerKey: string | null
  /** What of it was paid by points, in the currency's minor units; null if the file does not say. */
  readonly paidByPointsMinor: bigint | null
  /** Where it was sold, as written; null if the file does not say. */
  readonly store: string | null
}

/** A row that cannot be read. The rows around it are read all the same. */
export interface SalesRowError {
  readonly ok: false
  readonly line: number
  /** `row` when no column is to blame. */
  readonly column: SalesColumn | 'row'
  readonly code: SalesProblemCode
  /** In English, without a word of the file's own. */
  readonly message: string
}

/** What can be wrong with a row. */
export const SALES_PROBLEMS = {
  CELL_ERROR: 'is an error of the spreadsheet',
  EMPTY: 'is empty',
  INCOMPLETE_RECEIPT: 'another row of the receipt cannot be read',
  INVALID_AMOUNT: 'is no amount',
  INVALID_DATE: 'is no date',
  INVALID_TIME: 'is no time',
  NO_RESULT: 'is a formula without a result: open the file in its program and save it',
  OTHER_CURRENCY: 'is in another currency',
  SCATTERED_RECEIPT: 'has rows elsewhere in the file: sort it by receipt',
  TOO_LONG: 'is longer than 200 characters',
  TOO_MANY_CELLS: 'has more cells than the head: a separator stands inside a value',
  UNKNOWN_STATUS: 'is a status that is not known',
  UNKNOWN_TIME_ZONE: 'is a time zone that is not known',
  UNKNOWN_TYPE: 'is a type of operation that is not known',
  UNLIKE_TOTALS: 'differs among the rows of a receipt',
} as const

export type SalesProblemCode = keyof typeof SALES_PROBLEMS

/** Order of day and month in a date such as 08/10/2026. */
export type DateOrder = 'DMY' | 'MDY'
export type DecimalMark = '.' | ','

/** How a sales file is to be read. */
export interface SalesFileOptions {
  /** IANA zone of the dates that name none. */
  readonly timeZone: string
  /** ISO 4217. */
  readonly currency: string
  /** Whose export it is: one of SALES_MAPPINGS, or your own. Default: told by the head of the table. */
  readonly mapping?: SalesMapping
  /** Names of columns that are not found by themselves, or that are found wrongly. */
  readonly columns?: Partial<Record<SalesColumn, string>>
  /** Answers the question DATE_ORDER. */
  readonly dateOrder?: DateOrder
  /** Answers the question DECIMAL_MARK. */
  readonly decimalMark?: DecimalMark
  /** Name of the sheet; answers the question SHEET. */
  readonly sheet?: string
  /** Default 256 MB for text, 64 MB for a workbook. */
  readonly maxBytes?: number
  /** Told each record below the head, with the headers, before what became of it: for who keeps rows as they are written. */
  readonly onRecord?: (record: TableRecord, headers: readonly string[]) => void
  /** Told how the file was read, once it has been read to its end. */
  readonly onRead?: (reading: SalesReading) => void
}

/** How a column was understood. */
export interface UnderstoodColumn {
  /** As the file writes it. */
  readonly header: string
  /** From 0. */
  readonly index: number
  /** By the caller's name for it, by the mapping of a product, or by its usual name. */
  readonly foundBy: 'CALLER' | 'MAPPING' | 'NAME'
}

/** How a sales file was understood, and what of it was read. */
export interface SalesReading {
  readonly format: 'CSV' | 'XLSX'
  /** Between the cells of a CSV file; null for a workbook. */
  readonly separator: string | null
  /** Of a workbook; null for a CSV file. */
  readonly sheet: string | null
  /** Line or row of the head, from 1. */
  readonly headLine: number
  /** Name of the mapping that was used; null when columns were found by their usual names. */
  readonly mapping: string | null
  readonly columns: Readonly<Partial<Record<SalesColumn, UnderstoodColumn>>>
  /** Headers of columns that nothing was read from. */
  readonly ignoredHeaders: readonly string[]
  /** What the dates and amounts of the file, or the caller, have settled; null where nothing needed it. */
  readonly dateOrder: DateOrder | null
  readonly decimalMark: DecimalMark | null
  readonly counts: Readonly<SalesCounts>
}

/** Rows of a sales file by what became of them. */
export interface SalesCounts {
  sales: number
  returns: number
  errors: number
  /** Rows that were summed into a receipt before them. */
  partsOfReceipts: number
  /** Cancelled, unpaid or wholly refunded receipts. */
  cancelled: number
  /** Operations of the till that sell nothing, as a shift that is closed. */
  otherOperations: number
  /** Lines of totals, and heads that are repeated. */
  totalsAndHeads: number
}
