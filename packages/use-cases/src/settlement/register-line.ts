import { EMPTY_LINE_HASH, hashStatementLine, type StatementLine as RegisterLine } from '@artel/documents'
import { type Account, type Micros, type MoneyAccountKind, micros, type Points, points } from '@artel/ledger'
import { type LineHasher, PAYMENT_KINDS, type StatementLine } from '@artel/rules'
import type { ClearingEntry, ClearingLeg } from '@artel/store'
import type { Statement } from '@artel/store/prisma'
import { encodePublicId } from '../ids/public-id.ts'

/** A line of a member's statement: what the rules add up, and what a reader wants to see beside it. */
export interface ClearingLine extends StatementLine {
  /** The receipt of the member's own sale, or the reference of a payment; empty if none. */
  readonly reference: string
  /** Signed points of customers that the event moved on this member's account; on the first line of an entry only. */
  readonly points: Points
}

/** Whether a statement was made when lines still told a member the receipts of others: those print as they did. */
export type LineDisclosure = Pick<Statement, 'namesForeignReceipts'>

/** Hands over the lines of an entry, each with the member or affiliate whose account it is on, in the order of the legs. */
export function eachLine(
  entry: ClearingEntry,
  { namesForeignReceipts }: LineDisclosure,
  visit: (memberId: string, line: ClearingLine) => void,
): void {
  for (const leg of entry.legs)
    for (const isDebit of SIDES) {
      const { kind, ownerId: memberId } = isDebit ? leg.debit : leg.credit
      if (!isPartys(kind)) continue
      const isFirst = entry.legs.find((one) => movesOn(one, memberId)) === leg
      const isNamed = namesForeignReceipts || isOwnReference(entry, memberId)
      visit(memberId, lineOf(entry, leg, { memberId, isDebit, isFirst, isNamed }))
    }
}

const SIDES = [true, false] as const
/** The receipt of the member's own sale, or the reference of a payment that it makes or gets. */
const isOwnReference = ({ kind, sellerId }: ClearingEntry, ownerId: string): boolean =>
  sellerId === ownerId || PAYMENT_KINDS.includes(kind)
const movesOn = ({ debit, credit }: ClearingLeg, memberId: string): boolean =>
  (isPartys(debit.kind) && debit.ownerId === memberId) ||
  (isPartys(credit.kind) && credit.ownerId === memberId)
/** Accounts of members and affiliates, on which they owe or are owed. */
const isPartys = (kind: MoneyAccountKind): boolean => kind === 'CLEARING' || kind === 'PAYABLE'

/** A leg of an entry as a line of the member that it debits, or credits. */
function lineOf(
  entry: ClearingEntry,
  leg: ClearingLeg,
  of: { memberId: string; isDebit: boolean; isFirst: boolean; isNamed: boolean },
): ClearingLine {
  const { memberId, isDebit, isFirst, isNamed } = of
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
    reference: isNamed ? reference : '',
    points: isFirst ? movedOn(entry, memberId) : NO_POINTS,
  }
}

/** What the event meant for the points that the member answers for: its own sale, or another's that took of its lots. */
function movedOn({ memberId, pointsDelta, takenFrom }: ClearingEntry, ownerId: string): Points {
  return memberId === ownerId ? pointsDelta : points(-(takenFrom.get(ownerId) ?? 0n))
}

const NO_POINTS = points(0n)
const negated = (amount: Micros): Micros => micros(-amount)

/** The public id of whose account it is; null for the coalition's own accounts. */
export const publicIdOfParty = (kind: string, ownerId: string): string | null => {
  if (kind === 'CLEARING') return encodePublicId('member', ownerId)
  return kind === 'PAYABLE' ? encodePublicId('affiliate', ownerId) : null
}

/**
 * Returns what makes a line, numbered from 1, as it is printed: its ids are public ones, money accounts are no
 * counterparties. One for all lines that are read together, which mostly share the entry before and the few members.
 */
export function registerPrinter(): (no: number, line: ClearingLine) => RegisterLine {
  const parties = new Map<string, string | null>()
  const partyOf = (account: Account<MoneyAccountKind>) => {
    if (!isPartys(account.kind)) return null
    const known = parties.get(account.ownerId)
    if (known !== undefined) return known
    const id = publicIdOfParty(account.kind, account.ownerId)
    parties.set(account.ownerId, id)
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
      counterpartyId: partyOf(counterparty),
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
