import { assertInvariant } from './broken-invariant-error.ts'
import { type Claim, claimKey } from './claim.ts'
import type { CustomerState } from './customer-state.ts'
import type { Debt, Entry } from './entry.ts'
import {
  evolvePurchase,
  type PurchaseFacts,
  purchaseStateOf,
  type RefundFacts,
  withExpired,
} from './evolve-purchase.ts'
import type { Hold } from './hold.ts'
import type { Lot } from './lot.ts'
import { MAX_AMOUNT, MAX_CUSTOMER_POINTS, points } from './points.ts'
import { InvalidInputError } from './refusals/input.ts'

/**
 * The customer's state after an entry. The database checks the same bounds again when the entry is recorded.
 * Throws BrokenInvariantError when a balance, lot, reservation, debt or claim would leave its bounds, or when the
 * entry's own figures disagree, and InvalidInputError when it gives points beyond MAX_CUSTOMER_POINTS. Sequence is left
 * alone: it counts groups.
 */
export function evolve(state: CustomerState, entry: Entry): CustomerState {
  assertFiguresAgree(state, entry)
  const posted = points(state.posted + entry.pointsDelta)
  const reserved = points(state.reserved + entry.reservedDelta)
  // Only what adds points is held to it: what was spent must always find its way back.
  if (entry.newLots.length > 0 && posted > MAX_CUSTOMER_POINTS)
    throw new InvalidInputError({ path: ['points'], problem: 'Is too large to be booked.' })
  assertInvariant(posted >= 0n && posted <= MAX_AMOUNT, () => `posted would be ${posted}`)
  assertInvariant(reserved >= 0n && reserved <= posted, () => `reserved would be ${reserved} of ${posted}`)
  return {
    ...state,
    posted,
    reserved,
    lots: evolveLots(state.lots, entry),
    holds: evolveHolds(state.holds, entry),
    debts: evolveDebts(state.debts, entry),
    claims: evolveClaims(state.claims, entry),
  }
}

/** What one command posts, as far as the next decision on the same customer must know it. */
export interface EvolvingGroup {
  readonly entries: readonly Entry[]
  /** The purchase that the group records, if any. */
  readonly recordedPurchase?: PurchaseFacts
  /** The refund that the group records, if any; its purchase must be in the state. */
  readonly recordedRefund?: RefundFacts
}

/** The customer's state after a whole group: every entry, the purchase it made or refunded, one sequence on. */
export function evolveGroup(state: CustomerState, group: EvolvingGroup): CustomerState {
  const { recordedPurchase, recordedRefund } = group
  const evolved = group.entries.reduce(evolve, state)
  const before = group.entries.some((entry) => entry.kind === 'EXPIRE')
    ? state.purchases.map((purchase) => withExpired(purchase, evolved, group.entries))
    : state.purchases
  const known = recordedPurchase ? [...before, purchaseStateOf(recordedPurchase, group.entries)] : before
  const purchases = recordedRefund
    ? known.map((purchase) =>
        purchase.id === recordedRefund.purchaseId
          ? evolvePurchase(purchase, recordedRefund, group.entries)
          : purchase,
      )
    : known
  return { ...evolved, purchases, sequence: state.sequence + 1n }
}

/** The three ways in which an entry says how the balance moves must say the same. */
function assertFiguresAgree(state: CustomerState, entry: Entry): void {
  let byTransfers = 0n
  const booked = entry.mirrored ? [...entry.transfers, ...entry.mirrored] : entry.transfers
  for (const { debit, credit, amount } of booked) {
    assertInvariant(amount > 0n, () => 'a transfer is not positive')
    assertInvariant(debit.kind !== credit.kind || debit.ownerId !== credit.ownerId, () => 'debit = credit')
    if (debit.kind === 'CUSTOMER' && debit.ownerId === state.customerId) byTransfers -= amount
    if (credit.kind === 'CUSTOMER' && credit.ownerId === state.customerId) byTransfers += amount
  }
  const byLots =
    entry.newLots.reduce((sum, lot) => sum + lot.remaining, 0n) -
    entry.lotUses.reduce((sum, use) => sum + use.points, 0n)
  assertInvariant(byTransfers === entry.pointsDelta, () => `${entry.kind} legs move ${byTransfers}`)
  assertInvariant(byLots === entry.pointsDelta, () => `${entry.kind} lots move ${byLots}`)
  const reservedByLots = entry.lotChanges.reduce((sum, change) => sum + change.reservedDelta, 0n)
  assertInvariant(reservedByLots === entry.reservedDelta, () => `${entry.kind} reserves ${reservedByLots}`)
}

function evolveLots(lots: readonly Lot[], entry: Entry): readonly Lot[] {
  if (entry.lotUses.length === 0 && entry.lotChanges.length === 0)
    return entry.newLots.length === 0 ? lots : [...lots, ...entry.newLots]
  const byId = new Map([...lots, ...entry.newLots].map((lot) => [lot.id, lot]))
  const change = (lotId: string, next: (lot: Lot) => Lot) => {
    const lot = byId.get(lotId)
    assertInvariant(lot !== undefined, () => `lot ${lotId} is not in the customer's state`)
    byId.set(lotId, next(lot))
  }
  for (const use of entry.lotUses)
    change(use.lotId, (lot) => ({ ...lot, remaining: points(lot.remaining - use.points) }))
  for (const { lotId, reservedDelta, expiresAt } of entry.lotChanges)
    change(lotId, (lot) => ({
      ...lot,
      reserved: points(lot.reserved + reservedDelta),
      expiresAt: expiresAt ?? lot.expiresAt,
    }))
  for (const lot of byId.values()) assertLotInBounds(lot)
  return [...byId.values()]
}

function assertLotInBounds({ id, amount, remaining, reserved }: Lot): void {
  assertInvariant(
    remaining >= 0n && remaining <= amount,
    () => `lot ${id} would keep ${remaining} of ${amount}`,
  )
  assertInvariant(
    reserved >= 0n && reserved <= remaining,
    () => `lot ${id} would hold ${reserved} of ${remaining}`,
  )
}

function evolveHolds(holds: readonly Hold[], entry: Entry): readonly Hold[] {
  const { newHold, holdChange } = entry
  const known = newHold ? [...holds, newHold] : holds
  if (!holdChange) return known
  const target = known.find((hold) => hold.id === holdChange.holdId)
  assertInvariant(target?.status === 'OPEN', () => `hold ${holdChange.holdId} is not open`)
  return known.map((hold) => (hold === target ? { ...hold, status: holdChange.status } : hold))
}

function evolveDebts(debts: readonly Debt[], entry: Entry): readonly Debt[] {
  const known = entry.newDebt ? [...debts, entry.newDebt] : debts
  if (!entry.debtRecoveries) return known
  const recovered = new Map(entry.debtRecoveries.map(({ debtId, points: n }) => [debtId, n]))
  return known.map((debt) => {
    const remaining = points(debt.remaining - (recovered.get(debt.id) ?? 0n))
    assertInvariant(remaining >= 0n, () => `debt ${debt.id} would be ${remaining}`)
    return { ...debt, remaining }
  })
}

function evolveClaims(claims: readonly Claim[], entry: Entry): readonly Claim[] {
  const known = entry.newClaim ? [...claims, entry.newClaim] : claims
  if (!entry.claimRecoveries) return known
  const recovered = new Map(
    entry.claimRecoveries.map(({ claimId, lotId, points: n }) => [claimKey({ id: claimId, lotId }), n]),
  )
  for (const key of recovered.keys())
    assertInvariant(
      known.some((claim) => claimKey(claim) === key),
      () => `claim ${key} is not in the customer's state`,
    )
  return known.map((claim) => {
    const remaining = points(claim.remaining - (recovered.get(claimKey(claim)) ?? 0n))
    assertInvariant(remaining >= 0n, () => `claim ${claim.id} would be ${remaining}`)
    return { ...claim, remaining }
  })
}
