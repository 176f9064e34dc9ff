import type { Minor } from '@artel/ledger'
import { type ImportedLine, isOneOfParties } from './match-payments.ts'

/** Money that moved on the account whose statement is imported, as it stands on record. */
export interface RecordedMovement {
  readonly direction: 'IN' | 'OUT'
  /** Minor units, positive. */
  readonly amount: Minor
  /** ISO date. */
  readonly paidOn: string
  /** Of the legs that it pays. */
  readonly references: readonly string[]
  readonly partyAccounts: readonly string[]
  readonly partyInns: readonly string[]
  /** References that the bank's line of it bore: the payer's and the bank's own. */
  readonly bankReferences: readonly string[]
}

/** A line of a bank's statement, as it is held against what is on record. */
export interface ProvingLine
  extends Pick<
    ImportedLine,
    'direction' | 'amount' | 'bookedOn' | 'counterpartyAccount' | 'counterpartyInn'
  > {
  /** References of legs that its text quotes, of any leg there is. */
  readonly quoted: readonly string[]
  readonly bankReferences: readonly string[]
}

/** How a movement is known in a line, the surest first: by a reference of the bank's, of a leg, or by the party alone. */
export type KnownBy = 'BANK' | 'REFERENCE' | 'PARTY'

/**
 * How a line proves a movement that a person recorded: the same way, day and amount, and the line quotes its leg or, quoting
 * none, has its party. Null when it does not: what differs in the day may be another payment, which no rule decides.
 */
export function provesRecorded(line: ProvingLine, recorded: RecordedMovement): KnownBy | null {
  if (line.direction !== recorded.direction || line.amount !== recorded.amount) return null
  return line.bookedOn === recorded.paidOn ? knownBy(line, recorded) : null
}

/**
 * How a line that takes money back undoes a movement: the other way, the whole amount, not before it was paid, and the
 * line bears a reference of it or, quoting no leg, has its party. Null when it does not.
 */
export function takesBack(line: ProvingLine, recorded: RecordedMovement): KnownBy | null {
  if (line.direction === recorded.direction || line.amount !== recorded.amount) return null
  if (line.bookedOn < recorded.paidOn) return null
  const isSame = line.bankReferences.some(
    (reference) => reference !== '' && recorded.bankReferences.includes(reference),
  )
  return isSame ? 'BANK' : knownBy(line, recorded)
}

function knownBy(line: ProvingLine, recorded: RecordedMovement): KnownBy | null {
  if (line.quoted.length > 0)
    return line.quoted.some((reference) => recorded.references.includes(reference)) ? 'REFERENCE' : null
  return isOneOfParties(line, recorded) ? 'PARTY' : null
}
