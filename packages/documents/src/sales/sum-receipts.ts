import { hash } from 'node:crypto'
import { type ReadRecord, type ReceiptRow, saleOf } from './read-sale-row.ts'
import {
  SALES_PROBLEMS,
  type SalesCounts,
  type SalesProblemCode,
  type SalesRow,
  type SalesRowError,
} from './sales-file.ts'

/** How rows of one receipt become a receipt. */
export interface ReceiptRule {
  /** The file has a row for each thing that was sold, so that rows of a receipt are parts of it even when alike. */
  readonly hasItems: boolean
  readonly totalOf: 'ROW' | 'RECEIPT'
}

interface OpenReceipt {
  readonly first: ReceiptRow & { readonly soldAt: Date; readonly totalMinor: bigint }
  totalMinor: bigint
  paidByPointsMinor: bigint | undefined
  customerKey: string
  store: string
  /** Why it cannot be handed out: a row of it is bad. */
  problem: SalesProblemCode | undefined
  /** Errors of its rows, handed out after it. */
  readonly errors: SalesRowError[]
}

/** Rows of a receipt with items may have been scanned minutes apart; those of another day are another receipt. */
const SAME_RECEIPT_MS = 12 * 3_600_000

/**
 * Sums the rows of a receipt that follow each other, and counts what became of the rows. A row is part of the receipt
 * before it when it leaves total or date empty, when the file has items, or when it has the time of that receipt and
 * another amount; the same amount again is left for whoever looks for receipts that are there twice.
 */
export function createReceiptSums(rule: ReceiptRule) {
  const counts: SalesCounts = {
    ...{ sales: 0, returns: 0, errors: 0, partsOfReceipts: 0 },
    ...{ cancelled: 0, otherOperations: 0, totalsAndHeads: 0 },
  }
  /** 48 bits of a hash of each receipt that was handed out; only files with items are asked whether one comes again. */
  const closed = new Set<number>()
  let open: OpenReceipt | undefined

  function* close(): Generator<SalesRow | SalesRowError> {
    if (!open) return
    const { first, problem, errors, ...sums } = open
    open = undefined
    const isScattered = rule.hasItems && closed.has(keyOf(first))
    if (rule.hasItems) closed.add(keyOf(first))
    const code = problem ?? (isScattered ? ('SCATTERED_RECEIPT' as const) : undefined)
    if (code === undefined) {
      if (sums.totalMinor < 0n) counts.returns += 1
      else counts.sales += 1
      yield saleOf({ ...first, ...sums })
    } else {
      counts.errors += 1
      const column = code === 'UNLIKE_TOTALS' ? 'total' : 'receipt'
      yield { ok: false, line: first.line, column, code, message: SALES_PROBLEMS[code] }
    }
    yield* errors
  }

  return {
    counts,
    /** The receipt that a row may be part of. */
    openReceipt: (): string | undefined => open?.first.receiptRef,
    *add(read: ReadRecord): Generator<SalesRow | SalesRowError> {
      if ('skipped' in read) {
        counts[read.skipped] += 1
        if (read.skipped !== 'totalsAndHeads') yield* close()
      } else if ('error' in read) {
        counts.errors += 1
        if (open && read.receiptRef === open.first.receiptRef) {
          open.problem ??= 'INCOMPLETE_RECEIPT'
          open.errors.push(read.error)
        } else {
          yield* close()
          yield read.error
        }
      } else if (open && isPart(open, read.row, rule)) {
        counts.partsOfReceipts += 1
        addPart(open, read.row, rule)
      } else {
        yield* close()
        open = begin(read.row)
      }
    },
    end: close,
  }
}

function begin(row: ReceiptRow): OpenReceipt {
  const { soldAt, totalMinor, paidByPointsMinor, customerKey, store } = row
  // Only a part of a receipt may leave them empty.
  if (soldAt === undefined || totalMinor === undefined) throw new Error('a receipt begins without its total')
  const sums = { totalMinor, paidByPointsMinor, customerKey, store }
  return { first: { ...row, soldAt, totalMinor }, ...sums, problem: undefined, errors: [] }
}

function isPart({ first }: OpenReceipt, row: ReceiptRow, { hasItems, totalOf }: ReceiptRule): boolean {
  if (row.receiptRef !== first.receiptRef) return false
  if (row.totalMinor === undefined || row.soldAt === undefined) return true
  const apartMs = Math.abs(row.soldAt.getTime() - first.soldAt.getTime())
  // A discount is a row below zero of the same moment; a return comes later.
  const isSameWay = row.totalMinor < 0n === first.totalMinor < 0n || (hasItems && apartMs === 0)
  if (hasItems) return isSameWay && apartMs < SAME_RECEIPT_MS
  return isSameWay && apartMs === 0 && totalOf === 'ROW' && row.totalMinor !== first.totalMinor
}

function addPart(open: OpenReceipt, row: ReceiptRow, { totalOf }: ReceiptRule): void {
  open.customerKey ||= row.customerKey
  open.store ||= row.store
  const { totalMinor = 0n, paidByPointsMinor } = row
  if (totalOf === 'ROW') {
    open.totalMinor += totalMinor
    if (paidByPointsMinor !== undefined)
      open.paidByPointsMinor = (open.paidByPointsMinor ?? 0n) + paidByPointsMinor
  } else if (row.totalMinor !== undefined && row.totalMinor !== open.totalMinor)
    open.problem ??= 'UNLIKE_TOTALS'
}

const keyOf = ({ receiptRef, soldAt, totalMinor }: OpenReceipt['first']): number => {
  const text = `${receiptRef} ${soldAt.toISOString().slice(0, 10)} ${totalMinor < 0n}`
  return Number.parseInt(hash('sha1', text, 'hex').slice(0, 12), 16)
}
