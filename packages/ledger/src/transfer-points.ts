import type { CustomerState } from './customer-state.ts'
import { type MovedPoints, movePoints } from './move-points.ts'
import type { Points } from './points.ts'
import { InvalidInputError } from './refusals/input.ts'
import { takeFromLots } from './take-from-lots.ts'

/** What {@link transferPoints} needs to know. */
export interface TransferPointsInput {
  readonly documentId: string
  /** The member that carries it out; null for the coalition. */
  readonly memberId: string | null
  /** At least 1. */
  readonly points: Points
  readonly now: Date
  /** The id of the receiver's lot for a part of the giver's lot of that id; the same one when asked again. */
  readonly newLotId: (lotId: string) => string
}

/**
 * Gives points to another customer: those that the giver could spend now, next to expire first. They keep their issuer,
 * prices, activation and expiry, so a transfer makes no point younger. Held points stay where they are promised.
 * Throws InsufficientPointsError. Whether the two may is the caller's business.
 */
export function transferPoints(
  giver: CustomerState,
  receiver: CustomerState,
  input: TransferPointsInput,
): MovedPoints {
  if (input.points <= 0n) throw new InvalidInputError({ path: ['points'], problem: 'Must be at least 1.' })
  if (giver.customerId === receiver.customerId)
    throw new InvalidInputError({ path: ['to'], problem: 'Must be another customer than the giver.' })
  return movePoints(giver, receiver, {
    kind: 'TRANSFER',
    ...input,
    parts: takeFromLots(giver, input.points, input.now),
  })
}
