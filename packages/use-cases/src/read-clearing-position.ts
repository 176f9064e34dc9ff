import type { Micros, Points } from '@artel/ledger'
import type { Context } from './principal.ts'

/** A member's live position in the money book. */
export interface ClearingPosition {
  readonly memberId: string
  /** Sum of debits of CLEARING: what the member has come to owe. */
  readonly owes: Micros
  /** Sum of credits of CLEARING: what it has come to be owed. */
  readonly isOwed: Micros
  /** owes - isOwed: positive when the member owes. */
  readonly net: Micros
  readonly pointsIssued: Points
  readonly pointsRedeemed: Points
  readonly asOf: Date
}

/** Reads clearing positions by member id, one query for all; ids that the caller may not see are absent from the map. */
export async function readClearingPosition(
  context: Context,
  input: { readonly coalitionId: string; readonly memberIds: readonly string[] },
): Promise<ReadonlyMap<string, ClearingPosition>> {
  throw new Error('readClearingPosition is not built yet', { cause: [context, input] })
}
