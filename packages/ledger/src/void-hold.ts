import type { CustomerState } from './customer-state.ts'
import type { Entry } from './entry.ts'
import { holdOf } from './find-in-state.ts'
import type { Hold, HoldStatus } from './hold.ts'
import { points, ZERO_POINTS } from './points.ts'
import { HoldNotOpenError } from './refusals/hold.ts'

/**
 * Gives held points back to the customer at the member's wish. Books no transfer.
 * Throws HoldNotOpenError; a hold past its time is EXPIRED, whether or not that is recorded yet.
 */
export function voidHold(
  state: CustomerState,
  input: { readonly holdId: string; readonly now: Date },
): Entry {
  const hold = holdOf(state, input.holdId)
  if (hold.status !== 'OPEN') throw new HoldNotOpenError({ holdStatus: hold.status })
  if (input.now >= hold.expiresAt) throw new HoldNotOpenError({ holdStatus: 'EXPIRED' })
  return {
    kind: 'HOLD_VOID',
    memberId: hold.memberId,
    documentId: hold.id,
    pointsDelta: ZERO_POINTS,
    ...releaseOf(hold, 'VOIDED'),
    transfers: [],
    newLots: [],
    lotUses: [],
  }
}

/** The part of an entry that ends a hold: every reservation is let go. */
export function releaseOf(
  hold: Hold,
  status: HoldStatus,
): Required<Pick<Entry, 'reservedDelta' | 'lotChanges' | 'holdChange'>> {
  return {
    reservedDelta: points(-hold.points),
    lotChanges: hold.reservations.map(({ lotId, points: n }) => ({ lotId, reservedDelta: points(-n) })),
    holdChange: { holdId: hold.id, status },
  }
}
