import type { FiscalSale } from '@artel/store'

/**
 * A file may have days alone, and a till may close its day after midnight: a sale within two days of the recorded one is
 * the same. Farther off it is another, since tills begin their numbers again.
 */
const MAX_APART_MS = 2 * 86_400_000

/** Whether two instants may be those of one sale. */
export const isSameSale = (one: Date, other: Date): boolean =>
  Math.abs(one.getTime() - other.getTime()) <= MAX_APART_MS

/** The number of a fiscal document that a file's number of the receipt may be; undefined for what is no such number. */
export const documentNoOf = (receiptRef: string): string | undefined =>
  /^0*([1-9]\d{0,9})$/.exec(receiptRef)?.[1]

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
