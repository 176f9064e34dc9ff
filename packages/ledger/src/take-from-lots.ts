import type { CustomerState } from './customer-state.ts'
import { lesser } from './lesser.ts'
import type { LotReservation } from './lot.ts'
import { type Points, points } from './points.ts'
import { InsufficientPointsError } from './refusals/points.ts'
import { freePoints, spendableLots, spendablePoints } from './spendable-points.ts'

/**
 * Chooses the lots that `requested` points come from, in consumption order.
 * Throws InsufficientPointsError, with what there is, when the spendable lots do not reach.
 */
export function takeFromLots(
  state: Pick<CustomerState, 'lots'>,
  requested: Points,
  now: Date,
): LotReservation[] {
  if (requested === 0n) return []
  const taken: LotReservation[] = []
  let missing = requested
  for (const lot of spendableLots(state, now)) {
    if (missing === 0n) break
    const free = freePoints(lot)
    const part = lesser(free, missing)
    taken.push({ lotId: lot.id, points: part })
    missing = points(missing - part)
  }
  if (missing > 0n) throw new InsufficientPointsError({ available: spendablePoints(state, now), requested })
  return taken
}
