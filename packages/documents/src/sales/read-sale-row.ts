import { cellText, isBlank, type TableCell, type TableRecord } from '../table/table-record.ts'
import { namedTimeZone } from './named-time-zone.ts'
import { isCurrency, readSaleAmount } from './sale-amount.ts'
import { kindOfStatus, kindOfType, type SaleKind } from './sale-kind.ts'
import { readSaleTime } from './sale-time.ts'
import type { SalesColumn, SalesHead } from './sales-columns.ts'
import { SALES_PROBLEMS, type SalesProblemCode, type SalesRow, type SalesRowError } from './sales-file.ts'
import type { Conventions } from './settle-conventions.ts'

const MAX_REFERENCE_CHARACTERS = 200

/** What rows are read by. */
export interface RowReading extends Conventions {
  readonly head: SalesHead
  readonly timeZone: string
  readonly currency: string
  /** Decimal digits of the currency. */
  readonly digits: number
  /** Days before the first that the table's numbers count from, beyond those of a usual spreadsheet. */
  readonly epochDays: number
  /** Cells beyond the head are cells that a separator inside a value has pushed there. */
  readonly isSeparated: boolean
}

/** A row of a receipt; what it leaves empty is that of the receipt's first row. */
export interface ReceiptRow {
  readonly line: number
  readonly receiptRef: string
  readonly soldAt: Date | undefined
  readonly totalMinor: bigint | undefined
  readonly paidByPointsMinor: bigint | undefined
  readonly customerKey: string
  readonly store: string
}

/** What became of a record: a row of a receipt, an error, or nothing that is a sale. */
export type ReadRecord =
  | { readonly row: ReceiptRow }
  | { readonly error: SalesRowError; readonly receiptRef: string }
  | { readonly skipped: 'cancelled' | 'otherOperations' | 'totalsAndHeads'; readonly receiptRef: string }

/** Receipts above a record; a record of the same one may leave its date, total and status empty. */
export interface ReceiptsAbove {
  /** The one that is still open. */
  readonly before: string | undefined
  /** The last that was cancelled. */
  readonly cancelled: string | undefined
}

/** Reads a record of a sales table. */
export function readSaleRow(record: TableRecord, reading: RowReading, above: ReceiptsAbove): ReadRecord {
  const { head, digits, currency } = reading
  const { columns } = head
  const cell = (column: SalesColumn): TableCell | undefined => {
    const found = columns[column]
    return found ? (record.cells[found.index] ?? '') : undefined
  }
  const receiptRef = cellText(cell('receipt'))
  const bad = (column: SalesColumn | 'row', code: SalesProblemCode): ReadRecord => ({
    error: { ok: false, line: record.line, column, code, message: SALES_PROBLEMS[code] },
    receiptRef,
  })
  if (isTotalOrHead(record, receiptRef, head)) return { skipped: 'totalsAndHeads', receiptRef }
  if (reading.isSeparated && record.cells.slice(head.headers.length).some((one) => !isBlank(one)))
    return bad('row', 'TOO_MANY_CELLS')
  const kind = kindOf(cellText(cell('type')), cellText(cell('status')), reading)
  const isOfCancelled = receiptRef !== '' && receiptRef === above.cancelled && isBlank(cell('total'))
  if (kind === 'CANCELLED' || isOfCancelled) return { skipped: 'cancelled', receiptRef }
  if (kind === 'OTHER_OPERATION') return { skipped: 'otherOperations', receiptRef }
  const noReceipt = valueProblem(cell('receipt'))
  if (noReceipt) return bad('receipt', noReceipt)
  if (receiptRef.length > MAX_REFERENCE_CHARACTERS) return bad('receipt', 'TOO_LONG')
  if (kind === 'UNKNOWN_TYPE') return bad('type', kind)
  if (kind === 'UNKNOWN_STATUS') return bad('status', kind)

  const isPart = receiptRef === above.before
  const soldAt = saleTime(cell, reading, isPart)
  if ('code' in soldAt) return bad(soldAt.column, soldAt.code)
  const named = cellText(cell('currency'))
  if (named !== '' && !isCurrency(named, currency)) return bad('currency', 'OTHER_CURRENCY')
  const convention = { currency, digits, decimalMark: reading.decimalMark }
  const amounts: Record<'total' | 'paidByPoints', bigint | undefined> = {
    total: undefined,
    paidByPoints: undefined,
  }
  for (const column of ['total', 'paidByPoints'] as const) {
    if (isBlank(cell(column)) && (isPart || column === 'paidByPoints')) continue
    const amount = readSaleAmount(cell(column), convention)
    if (!('minor' in amount)) return bad(column, 'problem' in amount ? amount.problem : 'INVALID_AMOUNT')
    amounts[column] = kind === 'RETURN' && amount.minor > 0n ? -amount.minor : amount.minor
  }
  return {
    row: {
      ...{ line: record.line, receiptRef, soldAt: soldAt.instant },
      ...{ totalMinor: amounts.total, paidByPointsMinor: amounts.paidByPoints },
      ...{ customerKey: customerOf(cellText(cell('customer'))), store: cellText(cell('store')) },
    },
  }
}

/** Who programs name when they know nobody. */
const STRANGERS =
  /^(?:розничный покупатель|частное лицо|физ(?:ическое)? ?лицо|гость|guest|walk-in customer|-+)$/iu

const customerOf = (text: string): string => (STRANGERS.test(text) ? '' : text)

/** The receipt as it is handed out. */
export const saleOf = (row: ReceiptRow & { soldAt: Date; totalMinor: bigint }): SalesRow => ({
  ok: true,
  line: row.line,
  receiptRef: row.receiptRef,
  soldAt: row.soldAt,
  totalMinor: row.totalMinor,
  customerKey: row.customerKey === '' ? null : row.customerKey,
  paidByPointsMinor: row.paidByPointsMinor ?? null,
  store: row.store === '' ? null : row.store,
})

const TOTAL = /^(?:итого|итог|всего|общий итог|промежуточный итог|(?:grand |sub)?totals?)(?![\p{L}\p{N}-])/iu

/** A line of totals names no receipt but itself; a report of several pages repeats its head. */
function isTotalOrHead(record: TableRecord, receiptRef: string, head: SalesHead): boolean {
  if (receiptRef !== '') return TOTAL.test(receiptRef) || receiptRef === head.columns.receipt.header
  return record.cells.every(isBlank) || record.cells.some((cell) => TOTAL.test(cellText(cell)))
}

function kindOf(
  type: string,
  status: string,
  { head }: RowReading,
): Exclude<SaleKind, 'UNKNOWN'> | 'UNKNOWN_TYPE' | 'UNKNOWN_STATUS' {
  const byStatus = kindOfStatus(status, head.mapping?.words)
  const byType = kindOfType(type, head.mapping?.words)
  if (byType === 'OTHER_OPERATION' || byType === 'CANCELLED') return byType
  if (byStatus === 'CANCELLED') return byStatus
  if (byType === 'UNKNOWN') return 'UNKNOWN_TYPE'
  return byStatus === 'UNKNOWN' ? 'UNKNOWN_STATUS' : byType
}

function valueProblem(cell: TableCell | undefined): SalesProblemCode | undefined {
  if (typeof cell === 'object' && 'noValue' in cell) return cell.noValue
  return isBlank(cell) ? 'EMPTY' : undefined
}

function saleTime(
  cell: (column: SalesColumn) => TableCell | undefined,
  reading: RowReading,
  isPart: boolean,
): { instant: Date | undefined } | { column: SalesColumn; code: SalesProblemCode } {
  if (isPart && isBlank(cell('date'))) return { instant: undefined }
  const named = cellText(cell('timeZone'))
  const timeZone = named === '' ? reading.timeZone : namedTimeZone(named)
  if (timeZone === undefined) return { column: 'timeZone', code: 'UNKNOWN_TIME_ZONE' }
  const { dateOrder, epochDays } = reading
  const time = readSaleTime(cell('date'), cell('time'), { timeZone, dateOrder, epochDays })
  if ('instant' in time) return time
  if ('isAmbiguous' in time) return { column: 'date', code: 'INVALID_DATE' }
  return { column: time.isTime ? 'time' : 'date', code: time.problem }
}
