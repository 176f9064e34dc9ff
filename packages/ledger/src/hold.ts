import type { CustomerState } from './customer-state.ts'
import type { Entry } from './entry.ts'
import type { LotReservation } from './lot.ts'
import { type Points, ZERO_POINTS } from './points.ts'
import { InvalidInputError } from './refusals/input.ts'
import { takeFromLots } from './take-from-lots.ts'

export type HoldStatus = 'OPEN' | 'CAPTURED' | 'VOIDED' | 'EXPIRED'

/** Points promised to one member until `expiresAt`. While OPEN they cannot be spent elsewhere. */
export interface Hold {
  readonly id: string
  readonly memberId: string
  readonly points: Points
  readonly status: HoldStatus
  readonly expiresAt: Date
  /** In consumption order: a partial capture takes from the front. */
  readonly reservations: readonly LotReservation[]
}

/** What {@link hold} needs to know. */
export interface HoldInput {
  readonly holdId: string
  readonly memberId: string
  readonly points: Points
  readonly now: Date
  readonly expiresAt: Date
}

/**
 * Promises points to one member until `expiresAt`, choosing lots as a redemption would. Books no transfer.
 * Throws InsufficientPointsError.
 */
export function hold(state: CustomerState, input: HoldInput): Entry {
  if (input.points <= 0n) throw new InvalidInputError({ path: ['points'], problem: 'Must be at least 1.' })
  if (input.expiresAt <= input.now)
    throw new InvalidInputError({ path: ['expiresAt'], problem: 'Must be in the future.' })
  const reservations = takeFromLots(state, input.points, input.now)
  return {
    kind: 'HOLD',
    memberId: input.memberId,
    documentId: input.holdId,
    pointsDelta: ZERO_POINTS,
    reservedDelta: input.points,
    transfers: [],
    newLots: [],
    lotUses: [],
    lotChanges: reservations.map(({ lotId, points: n }) => ({ lotId, reservedDelta: n })),
    newHold: {
      id: input.holdId,
      memberId: input.memberId,
      points: input.points,
      status: 'OPEN',
      expiresAt: input.expiresAt,
      reservations,
    },
  }
}
