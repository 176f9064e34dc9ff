import { readFiscalId } from '@artel/rules'
import type { SaleSought } from '@artel/store'

/**
 * A file may have days alone, and a till may close its day after midnight: a sale within two days of the recorded one is
 * the same. Farther off it is another, since tills begin their numbers again.
 */
export const MAX_APART_MS = 2 * 86_400_000

/** Lists pad the numbers of documents as they like, with no more digits than this. */
const MAX_PADDED = 20

/** The number of a fiscal document that a number of a receipt may be; undefined for what is no such number. */
export const documentNoOf = (receiptRef: string): string | undefined =>
  receiptRef.length <= MAX_PADDED ? /^0*([1-9]\d{0,9})$/.exec(receiptRef)?.[1] : undefined

/**
 * By what the sale of a fiscal receipt is known where it was recorded without it: from a list of the operator of fiscal data, or by a till that
 * sends the number of the document alone.
 */
export function saleOfReceipt(
  memberId: string,
  { receipt, totalMinor, occurredAt }: { receipt: string; totalMinor: bigint; occurredAt: Date },
): SaleSought {
  const { fn, i } = readFiscalId(receipt)
  const padded = Array.from({ length: MAX_PADDED - i.length + 1 }, (_none, zeros) => '0'.repeat(zeros) + i)
  const receiptRefs = [...padded, ...padded.map((no) => `${fn}-${no}`), receipt]
  return { memberId, receiptRefs, documentNo: null, paidMinor: totalMinor, ...about(occurredAt) }
}

/** By what a sale of such a list is known where it was recorded with its fiscal receipt; undefined for what is no fiscal document. */
export function saleOfDocument(
  memberId: string,
  { receiptRef, totalMinor, soldAt }: { receiptRef: string; totalMinor: bigint; soldAt: Date },
): SaleSought | undefined {
  const documentNo = documentNoOf(receiptRef)
  if (documentNo === undefined) return undefined
  return { memberId, receiptRefs: [], documentNo, paidMinor: totalMinor, ...about(soldAt) }
}

const about = (soldAt: Date) => ({
  from: new Date(soldAt.getTime() - MAX_APART_MS),
  to: new Date(soldAt.getTime() + MAX_APART_MS),
})
