import { EMPTY_LINE_HASH, hashStatementLine, type StatementLine as RegisterLine } from '@artel/documents'
import { type Micros, micros, type Points, points } from '@artel/ledger'
import type { LineHasher, StatementLine } from '@artel/rules'
import type { ClearingEntry, ClearingLeg } from '@artel/store'
import { encodePublicId } from '../ids/public-id.ts'

/** A line of a member's statement: what the rules add up, and what a reader wants to see beside it. */
export interface ClearingLine extends StatementLine {
  /** The member's own receipt, or the reference of a payment; empty if none. */
  readonly reference: string
  /** Signed points of customers that the event moved on this member's account; on the first line of an entry only. */
  readonly points: Points
}

/**
 * Hands over the lines of an entry, each with the member whose CLEARING it is on, in the order of the legs. A line that
 * another member's sale made does not name that member's receipt.
 */
export function eachLine(entry: ClearingEntry, visit: (memberId: string, line: ClearingLine) => void): void {
  for (const leg of entry.legs)
    for (const isDebit of SIDES) {
      const { kind, ownerId: memberId } = isDebit ? leg.debit : leg.credit
      if (kind !== 'CLEARING') continue
      const isFirst = entry.legs.find((one) => movesOn(one, memberId)) === leg
      visit(memberId, lineOf(entry, leg, { memberId, isDebit, isFirst }))
    }
}

const SIDES = [true, false] as const
const movesOn = ({ debit, credit }: ClearingLeg, memberId: string): boolean =>
  (debit.kind === 'CLEARING' && debit.ownerId === memberId) ||
  (credit.kind === 'CLEARING' && credit.ownerId === memberId)

/** A leg of an entry as a line of the member that it debits, or credits. */
function lineOf(
  entry: ClearingEntry,
  leg: ClearingLeg,
  { memberId, isDebit, isFirst }: { memberId: string; isDebit: boolean; isFirst: boolean },
): ClearingLine {
  const { batchNo, entryId, kind, documentId, postedAt, reference } = entry
  return {
    batchNo,
    entryId,
    position: leg.position,
    kind,
    counterparty: isDebit ? leg.credit : leg.debit,
    documentId,
    postedAt,
    amount: isDebit ? leg.amount : negated(leg.amount),
    reference: isForeignReceipt(entry, memberId) ? '' : reference,
    points: isFirst ? movedOn(entry, memberId) : NO_POINTS,
  }
}

/** A payment's reference is of both its parties. */
const isForeignReceipt = ({ kind, memberId }: ClearingEntry, ownerId: string): boolean =>
  memberId !== null && memberId !== ownerId && kind !== 'PAYMENT' && kind !== 'PAYMENT_REVERSAL'

/** The line as a statement of an earlier version has it, with whosever receipt. */
export const withForeignReceipt = (line: ClearingLine, { reference }: ClearingEntry): ClearingLine => ({
  ...line,
  reference,
})

/** What the event meant for the points that the member answers for: its own sale, or another's that took of its lots. */
function movedOn({ memberId, pointsDelta, takenFrom }: ClearingEntry, ownerId: string): Points {
  return memberId === ownerId ? pointsDelta : points(-(takenFrom.get(ownerId) ?? 0n))
}

const NO_POINTS = points(0n)
const negated = (amount: Micros): Micros => micros(-amount)

/**
 * Returns what makes a line, numbered from 1, as it is printed: its ids are public ones, money accounts are no
 * counterparties. One for all lines that are read together, which mostly share the entry before and the few members.
 */
export function registerPrinter(): (no: number, line: ClearingLine) => RegisterLine {
  const members = new Map<string, string>()
  const memberOf = (uuid: string) => {
    const known = members.get(uuid)
    if (known !== undefined) return known
    const id = encodePublicId('member', uuid)
    members.set(uuid, id)
    return id
  }
  let entryUuid = ''
  let entryId = ''
  return (no, line) => {
    if (line.entryId !== entryUuid) {
      entryUuid = line.entryId
      entryId = encodePublicId('entry', entryUuid)
    }
    const { counterparty, postedAt, kind, reference, points, amount } = line
    return {
      no,
      entryId,
      postedAt,
      kind,
      counterpartyId: counterparty.kind === 'CLEARING' ? memberOf(counterparty.ownerId) : null,
      reference,
      points,
      amount,
    }
  }
}

/** Hashes lines as the printed register chains them, so that whoever holds the paper can check the books by it. */
export function registerHasher(print = registerPrinter()): LineHasher<ClearingLine> {
  let hash = EMPTY_LINE_HASH
  let no = 0
  return {
    add(line) {
      no += 1
      hash = hashStatementLine(hash, print(no, line))
    },
    digest: () => hash,
  }
}
