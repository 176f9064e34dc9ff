import { EMPTY_LINE_HASH, hashStatementLine, type StatementLine as RegisterLine } from '@artel/documents'
import { type Points, points } from '@artel/ledger'
import type { LineHasher, StatementLine } from '@artel/rules'
import type { ClearingLeg } from '@artel/store'
import { encodePublicId } from '../public-id.ts'

/** A line of a member's statement: what the rules add up, and what a reader wants to see beside it. */
export interface ClearingLine extends StatementLine {
  /** The receipt, or the reference of a payment; empty if none. */
  readonly reference: string
  /** Signed points of customers that the event moved on this member's account; on the first line of an entry only. */
  readonly points: Points
}

/** Cuts legs into the lines of one member: those on its CLEARING, seen from it. Keeps which entry came last. */
export function lineCutter(memberId: string): (leg: ClearingLeg) => ClearingLine | undefined {
  let lastEntryId = ''
  return (leg) => {
    const isDebit = leg.debit.kind === 'CLEARING' && leg.debit.ownerId === memberId
    if (!isDebit && !(leg.credit.kind === 'CLEARING' && leg.credit.ownerId === memberId)) return undefined
    const isFirst = leg.entryId !== lastEntryId
    lastEntryId = leg.entryId
    return lineOf(leg, { memberId, isDebit, isFirst })
  }
}

function lineOf(
  leg: ClearingLeg,
  { memberId, isDebit, isFirst }: { memberId: string; isDebit: boolean; isFirst: boolean },
): ClearingLine {
  const { batchNo, entryId, position, kind, documentId, postedAt, reference } = leg
  const taken = isDebit ? leg.takenOfDebit : leg.takenOfCredit
  const moved = leg.memberId === memberId ? leg.pointsDelta : points(-taken)
  return {
    batchNo,
    entryId,
    position,
    kind,
    counterparty: isDebit ? leg.credit : leg.debit,
    documentId,
    postedAt,
    amount: isDebit ? leg.amount : (-leg.amount as typeof leg.amount),
    reference,
    points: isFirst ? moved : points(0n),
  }
}

/** A line as it is printed, numbered from 1: its ids are public ones, money accounts are no counterparties. */
export function registerLine(no: number, line: ClearingLine): RegisterLine {
  const { counterparty } = line
  return {
    no,
    entryId: encodePublicId('entry', line.entryId),
    postedAt: line.postedAt,
    kind: line.kind,
    counterpartyId: counterparty.kind === 'CLEARING' ? encodePublicId('member', counterparty.ownerId) : null,
    reference: line.reference,
    points: line.points,
    amount: line.amount,
  }
}

/** Hashes lines as the printed register chains them, so that whoever holds the paper can check the books by it. */
export function registerHasher(): LineHasher<ClearingLine> {
  let hash = EMPTY_LINE_HASH
  let no = 0
  return {
    add(line) {
      no += 1
      hash = hashStatementLine(hash, registerLine(no, line))
    },
    digest: () => hash,
  }
}
