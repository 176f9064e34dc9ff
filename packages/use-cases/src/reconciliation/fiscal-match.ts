import type { FiscalSale } from '@artel/store'
import { documentNoOf, MAX_APART_MS } from '../purchase/same-sale.ts'

/** Whether two instants may be those of one sale. */
export const isSameSale = (one: Date, other: Date): boolean =>
  Math.abs(one.getTime() - other.getTime()) <= MAX_APART_MS

/** What a file says of a sale. */
export interface SoldInFile {
  readonly receiptRef: string
  readonly soldAt: Date
  readonly totalMinor: bigint
}

/**
 * The purchase that a row of a list of fiscal documents is, where none has its number of the receipt: of that document number, at that
 * time and of that sum. A confirmed claim of that number and time is it whatever its sum: the customer said the sum. Of several, which
 * several tills may have, the nearest in time.
 */
export function fiscalMatch(row: SoldInFile, sales: readonly FiscalSale[]): FiscalSale | undefined {
  const no = documentNoOf(row.receiptRef)
  if (no === undefined || row.totalMinor < 0n) return undefined
  const near = sales.filter((sale) => sale.documentNo === no && isSameSale(sale.soldAt, row.soldAt))
  const apart = ({ soldAt }: FiscalSale) => Math.abs(soldAt.getTime() - row.soldAt.getTime())
  const [same] = near
    .filter(({ payableMinor }) => payableMinor === row.totalMinor)
    .sort((one, other) => apart(one) - apart(other))
  return same ?? near.find(({ isClaimed }) => isClaimed)
}

/** What to ask the books for before rows are matched by the numbers of their fiscal documents. */
export function fiscalQuestion(rows: readonly SoldInFile[]): {
  readonly documentNos: readonly string[]
  readonly from: Date
  readonly to: Date
} {
  const numbered = rows.filter(({ receiptRef }) => documentNoOf(receiptRef) !== undefined)
  const at = numbered.map(({ soldAt }) => soldAt.getTime())
  return {
    documentNos: [...new Set(numbered.map(({ receiptRef }) => documentNoOf(receiptRef) ?? ''))],
    from: new Date(Math.min(...at, Date.now()) - MAX_APART_MS),
    to: new Date(Math.max(...at, 0) + MAX_APART_MS),
  }
}
