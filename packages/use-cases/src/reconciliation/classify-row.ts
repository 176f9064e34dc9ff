import type { SalesRow, SalesRowError } from '@artel/documents'
import type { EarlierRow, NewReconciliationLine, RecordedSale } from '@artel/store'
import { problemOfLine } from '../input/text.ts'
import { isSameSale } from './fiscal-match.ts'

/** What is known of a row's receipt: rows before it in the file, and the ledger. */
export interface KnownOfReceipt {
  /** In the order of the file. */
  readonly earlier: readonly EarlierRow[]
  readonly recorded: RecordedSale | undefined
}

type Finding = Pick<NewReconciliationLine, 'kind' | 'purchaseId' | 'recordedMinor' | 'firstLine'>

/** Where larger amounts stand, a column was mistaken for the total. Minor units. */
const MAX_TOTAL_MINOR = 10n ** 17n
const MAX_CUSTOMER_KEY = 200

/** Why a row that was read cannot be kept; undefined when it can. */
export function problemOf(row: SalesRow | SalesRowError): string | undefined {
  if (!row.ok) return `${row.column}: ${row.message}`
  if (problemOfLine(row.receiptRef) !== undefined) return 'receipt: has control characters'
  if (row.totalMinor > MAX_TOTAL_MINOR || row.totalMinor < -MAX_TOTAL_MINOR) return 'total: is too large'
  return undefined
}

/** The row of a file as it is kept, with what it turned out to be. A row with a problem is UNREADABLE. */
export function classifyRow(
  row: SalesRow | SalesRowError,
  position: number,
  knownOf: (receiptRef: string) => KnownOfReceipt,
): NewReconciliationLine {
  const problem = problemOf(row)
  const { line: fileLine } = row
  if (!row.ok || problem !== undefined) {
    return {
      ...NOTHING,
      position,
      kind: 'UNREADABLE',
      fileLine,
      problem: (problem ?? '').replaceAll('\0', ' '),
    }
  }
  const { receiptRef, soldAt, totalMinor, customerKey } = row
  const known = knownOf(receiptRef)
  const finding = totalMinor < 0n ? judgeReturn(row, known) : judgeSale(row, known)
  const kept = finding.kind === 'MISSING_HERE' && customerKey !== null && isKeepable(customerKey)
  return {
    ...{ position, fileLine, receiptRef, soldAt, totalMinor, ...finding },
    customerKey: kept ? customerKey : null,
    problem: null,
  }
}

const NOTHING = {
  ...{ receiptRef: null, soldAt: null, totalMinor: null, customerKey: null, purchaseId: null },
  ...{ recordedMinor: null, firstLine: null },
}

const isKeepable = (key: string): boolean =>
  key.length <= MAX_CUSTOMER_KEY && problemOfLine(key) === undefined

function judgeSale({ totalMinor, soldAt }: SalesRow, { earlier, recorded }: KnownOfReceipt): Finding {
  const first = earlier.find((row) => row.totalMinor >= 0n)
  const finding = judge(totalMinor, recorded, recorded?.payableMinor ?? 0n, first?.fileLine)
  const isApart = recorded !== undefined && !isSameSale(recorded.soldAt, soldAt)
  return finding.kind === 'MATCHED' && isApart ? { ...finding, kind: 'DATE_DIFFERS' } : finding
}

/**
 * A return is matched by one refund of its size, each refund once, or by all refunds together. A refund is dated when it is
 * recorded, so one that was handed in days later is shown as DATE_DIFFERS, as a sale is.
 */
function judgeReturn({ totalMinor, soldAt }: SalesRow, { earlier, recorded }: KnownOfReceipt): Finding {
  const returnedMinor = -totalMinor
  const same = earlier.filter((row) => row.totalMinor === -returnedMinor)
  const refunds = recorded?.refundedMinor ?? []
  const alike = refunds.filter((refund) => refund === returnedMinor).length
  const first = same.length >= Math.max(alike, 1) ? same[0]?.fileLine : undefined
  const all = refunds.reduce((sum, refund) => sum + refund, 0n)
  const finding = judge(-returnedMinor, recorded, alike > 0 ? -returnedMinor : -all, first)
  const isNear = recorded?.refundedAt.some(
    (refundedAt, at) => (alike === 0 || refunds[at] === returnedMinor) && isSameSale(refundedAt, soldAt),
  )
  return finding.kind === 'MATCHED' && !isNear ? { ...finding, kind: 'DATE_DIFFERS' } : finding
}

function judge(
  totalMinor: bigint,
  recorded: RecordedSale | undefined,
  recordedMinor: bigint,
  firstLine: number | undefined,
): Finding {
  const purchaseId = recorded?.purchaseId ?? null
  const found = { purchaseId, recordedMinor: recorded ? recordedMinor : null, firstLine: null }
  if (firstLine !== undefined) return { ...found, kind: 'DUPLICATE', firstLine }
  if (!recorded) return { ...found, kind: 'MISSING_HERE' }
  return { ...found, kind: recordedMinor === totalMinor ? 'MATCHED' : 'AMOUNT_DIFFERS' }
}
