import { BrokenInvariantError } from './broken-invariant-error.ts'
import type { CustomerState } from './customer-state.ts'
import type { Hold } from './hold.ts'
import type { Lot } from './lot.ts'
import type { PurchaseState } from './purchase-state.ts'

/** The lot of that id; its absence means that the state was loaded wrong. */
export const lotOf = (state: Pick<CustomerState, 'lots'>, lotId: string): Lot =>
  found(
    state.lots.find((lot) => lot.id === lotId),
    'lot',
    lotId,
  )

/** Finds lots by id for whoever names many: a look-up of each by {@link lotOf} would cost their number squared. */
export function lotFinder(state: Pick<CustomerState, 'lots'>): (lotId: string) => Lot {
  const byId = new Map(state.lots.map((lot) => [lot.id, lot]))
  return (lotId) => found(byId.get(lotId), 'lot', lotId)
}

/** The hold of that id; whoever names a hold makes sure first that it exists. */
export const holdOf = (state: Pick<CustomerState, 'holds'>, holdId: string): Hold =>
  found(
    state.holds.find((hold) => hold.id === holdId),
    'hold',
    holdId,
  )

/** The purchase of that id; whoever names a purchase makes sure first that it exists. */
export const purchaseOf = (state: Pick<CustomerState, 'purchases'>, purchaseId: string): PurchaseState =>
  found(
    state.purchases.find((purchase) => purchase.id === purchaseId),
    'purchase',
    purchaseId,
  )

function found<T>(value: T | undefined, noun: string, id: string): T {
  if (value === undefined) throw new BrokenInvariantError(`${noun} ${id} is not in the customer's state`)
  return value
}
