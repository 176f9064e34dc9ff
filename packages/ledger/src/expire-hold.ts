import { assertInvariant } from './broken-invariant-error.ts'
import type { CustomerState } from './customer-state.ts'
import type { Entry } from './entry.ts'
import { holdOf } from './find-in-state.ts'
import { ZERO_POINTS } from './points.ts'
import { HoldNotOpenError } from './refusals/hold.ts'
import { releaseOf } from './void-hold.ts'

/** Gives held points back because time is up. Throws HoldNotOpenError; asking before the time is a bug. */
export function expireHold(
  state: CustomerState,
  input: { readonly holdId: string; readonly now: Date },
): Entry {
  const hold = holdOf(state, input.holdId)
  if (hold.status !== 'OPEN') throw new HoldNotOpenError({ holdStatus: hold.status })
  assertInvariant(input.now >= hold.expiresAt, () => `hold ${hold.id} is not due yet`)
  return {
    kind: 'HOLD_EXPIRE',
    memberId: hold.memberId,
    documentId: hold.id,
    pointsDelta: ZERO_POINTS,
    ...releaseOf(hold, 'EXPIRED'),
    transfers: [],
    newLots: [],
    lotUses: [],
  }
}
