import type { CustomerState } from './customer-state.ts'
import type { Entry } from './entry.ts'
import { holdOf } from './find-in-state.ts'
import { lesser } from './lesser.ts'
import type { LotReservation } from './lot.ts'
import { type Points, points } from './points.ts'
import { redeemTransfers, type SelfRedemptionFeeWaivedFor } from './redeem.ts'
import { CaptureExceedsHoldError, HoldNotOpenError } from './refusals/hold.ts'
import { InvalidInputError } from './refusals/input.ts'
import { releaseOf } from './void-hold.ts'

/** What {@link captureHold} needs to know. */
export interface CaptureHoldInput {
  readonly holdId: string
  readonly coalitionId: string
  /** The purchase that the held points pay for. */
  readonly documentId: string
  /** 0 to all that is held. */
  readonly points: Points
  readonly now: Date
  readonly selfRedemptionFeeWaivedFor: SelfRedemptionFeeWaivedFor
}

/**
 * Spends held points at the member that holds them and releases the rest. Points promised stay good even if
 * their lot ran out meanwhile. 0 points are legal (a bill that turned out to allow none): the entry is still a
 * REDEEM and the hold still CAPTURED, it only books no transfer.
 * Throws HoldNotOpenError (a hold past its time is EXPIRED) and CaptureExceedsHoldError.
 */
export function captureHold(state: CustomerState, input: CaptureHoldInput): Entry {
  const hold = holdOf(state, input.holdId)
  if (hold.status !== 'OPEN') throw new HoldNotOpenError({ holdStatus: hold.status })
  if (input.now >= hold.expiresAt) throw new HoldNotOpenError({ holdStatus: 'EXPIRED' })
  if (input.points < 0n) throw new InvalidInputError({ path: ['points'], problem: 'Must not be negative.' })
  if (input.points > hold.points)
    throw new CaptureExceedsHoldError({ held: hold.points, requested: input.points })

  const taken = fromTheFront(hold.reservations, input.points)
  return {
    kind: 'REDEEM',
    memberId: hold.memberId,
    documentId: input.documentId,
    pointsDelta: points(-input.points),
    ...releaseOf(hold, 'CAPTURED'),
    transfers: redeemTransfers(state, taken, { ...input, redeemerId: hold.memberId }),
    newLots: [],
    lotUses: taken.map(({ lotId, points: n }) => ({ lotId, kind: 'REDEEM', points: n })),
  }
}

function fromTheFront(reservations: readonly LotReservation[], wanted: Points): LotReservation[] {
  const taken: LotReservation[] = []
  let missing = wanted
  for (const reservation of reservations) {
    if (missing === 0n) break
    const part = lesser(reservation.points, missing)
    taken.push({ lotId: reservation.lotId, points: part })
    missing = points(missing - part)
  }
  return taken
}
