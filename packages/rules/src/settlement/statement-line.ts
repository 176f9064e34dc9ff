import type { Micros, MoneyAccount, Points } from '@artel/ledger'

/** One money leg on CLEARING of a member or PAYABLE of an affiliate, seen from that party. */
export interface StatementLine {
  /** The batch that posted it. Lines come in the order of (batchNo, entryId, position). */
  readonly batchNo: bigint
  readonly entryId: string
  /** Place of the leg among the transfers of its entry. */
  readonly position: number
  /** Kind of the entry. */
  readonly kind: string
  /** The other account of the leg: CLEARING of another member, or one of the coalition's. */
  readonly counterparty: MoneyAccount
  /** The purchase, refund or other document of the entry. */
  readonly documentId: string | null
  readonly postedAt: Date
  /** Micros: positive is a debit (the member owes more), negative a credit. Never zero. */
  readonly amount: Micros
  /** Signed points of customers that the event moved on the member's account, counted once an event. Default: none. */
  readonly points?: Points
}

/**
 * Canonical text of a line: a JSON array ended by LF. Its UTF-8 bytes, line after line, are what a statement's line
 * hash is over; the instant is ISO 8601 in UTC with milliseconds, whole numbers are decimal strings but the position.
 */
export function statementLineText(line: StatementLine): string {
  const { batchNo, entryId, position, kind, counterparty, documentId, postedAt, amount } = line
  return `${JSON.stringify([
    batchNo.toString(),
    entryId,
    position,
    kind,
    counterparty.kind,
    counterparty.ownerId,
    documentId,
    postedAt.toISOString(),
    amount.toString(),
  ])}\n`
}

/** Negative when `a` comes before `b` in a statement, zero for one and the same leg. */
export function compareStatementLines(a: StatementLine, b: StatementLine): number {
  if (a.batchNo !== b.batchNo) return a.batchNo < b.batchNo ? -1 : 1
  if (a.entryId !== b.entryId) return a.entryId < b.entryId ? -1 : 1
  return a.position - b.position
}
