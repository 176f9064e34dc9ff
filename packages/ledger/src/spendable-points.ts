import { byConsumption } from './consumption-order.ts'
import type { CustomerState } from './customer-state.ts'
import type { Lot } from './lot.ts'
import { type Points, points } from './points.ts'

/** Points of a lot that no hold has claimed. */
export const freePoints = (lot: Lot): Points => points(lot.remaining - lot.reserved)

const runOut = (lot: Lot, now: Date) => lot.expiresAt !== null && lot.expiresAt <= now

/** Points that the customer can spend at `now`: activated, not run out, not held. */
export function spendablePoints(state: Pick<CustomerState, 'lots'>, now: Date): Points {
  return points(spendableLots(state, now).reduce((sum, lot) => sum + freePoints(lot), 0n))
}

/** Points given but not yet activated at `now`. */
export function pendingPoints(state: Pick<CustomerState, 'lots'>, now: Date): Points {
  const pending = state.lots.filter((lot) => lot.activatesAt > now && !runOut(lot, now))
  return points(pending.reduce((sum, lot) => sum + freePoints(lot), 0n))
}

/** Lots with something to spend at `now`, in consumption order: earliest expiry, then oldest, then id. */
export function spendableLots(state: Pick<CustomerState, 'lots'>, now: Date): Lot[] {
  return state.lots
    .filter((lot) => lot.activatesAt <= now && !runOut(lot, now) && freePoints(lot) > 0n)
    .sort(byConsumption)
}
