import type { LotReservation } from './lot.ts'
import type { Points } from './points.ts'

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
