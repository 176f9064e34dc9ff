import { clearing, loss } from './account.ts'
import type { Entry } from './entry.ts'
import type { Micros } from './money.ts'
import { moneyTransfers } from './pairs.ts'
import { ZERO_POINTS } from './points.ts'
import { InvalidInputError } from './refusals/input.ts'
import { WriteOffExceedsReceivableError } from './refusals/payment.ts'

/** What {@link writeOff} needs to know. */
export interface WriteOffInput {
  readonly memberId: string
  readonly coalitionId: string
  readonly documentId: string
  /** Above 0. */
  readonly amount: Micros
  /** What the member owes now: the debit balance of its CLEARING account; 0 or less when it owes nothing. */
  readonly owed: Micros
}

/**
 * Gives up what a member owes: the coalition bears the loss. Money only, of no customer: it touches no point, no lot
 * and no reserve. Throws WriteOffExceedsReceivableError, so that a write-off never turns into a payable.
 */
export function writeOff(input: WriteOffInput): Entry {
  const { memberId, coalitionId, amount, owed } = input
  if (amount <= 0n) throw new InvalidInputError({ path: ['amount'], problem: 'Must be above 0.' })
  if (amount > owed) throw new WriteOffExceedsReceivableError({ owed, requested: amount })
  return {
    kind: 'WRITE_OFF',
    memberId,
    documentId: input.documentId,
    pointsDelta: ZERO_POINTS,
    reservedDelta: ZERO_POINTS,
    transfers: moneyTransfers([
      {
        debits: [{ account: loss(coalitionId), amount }],
        credits: [{ account: clearing(memberId), amount }],
      },
    ]),
    newLots: [],
    lotUses: [],
    lotChanges: [],
  }
}
