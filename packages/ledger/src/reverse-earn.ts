import { customer, debtOf, issued } from './account.ts'
import { assertInvariant } from './broken-invariant-error.ts'
import type { Claim } from './claim.ts'
import { byConsumption } from './consumption-order.ts'
import type { CustomerState } from './customer-state.ts'
import type { Debt, Entry } from './entry.ts'
import { lotOf, purchaseOf } from './find-in-state.ts'
import { lesser } from './lesser.ts'
import { type LotReservation, originOf } from './lot.ts'
import { earnLine, reversed } from './money-legs.ts'
import { moneyTransfers, pointsTransfers } from './pairs.ts'
import { type Points, points, ZERO_POINTS } from './points.ts'
import type { PaidPart, PurchaseState, RefundPolicy } from './purchase-state.ts'
import { freePoints } from './spendable-points.ts'

/** What {@link reverseEarn} needs to know. */
export interface ReverseEarnInput {
  readonly purchaseId: string
  /** Who has the points now, when the purchase's customer was merged away; the customer itself when absent. */
  readonly holder?: CustomerState
  readonly coalitionId: string
  /** The refund. */
  readonly documentId: string
  /** Earned points due back by this refund alone; what earlier ones did not find, their claims follow. */
  readonly points: Points
  /** Whose of them, where others than the seller paid too; the seller's when absent. */
  readonly part?: PaidPart
  /** Of the terms that the purchase was made under. */
  readonly refundPolicy: RefundPolicy
  /** Id of the debt to be made; unused when there is none. */
  readonly debtId: string
  readonly now: Date
}

/** Where the points due back were found; the four figures sum to what was due. */
export interface FoundPoints {
  /** Taken back from lots of the purchase; the issuer is credited for these alone. */
  readonly recovered: Points
  /** Run out unspent: nobody owes them and nobody is credited. */
  readonly expired: Points
  /** Spent, held or given away, and owed by the customer from now on. */
  readonly toDebt: Points
  /** Spent, held or given away, and left for the issuer to pay until they come back. */
  readonly borne: Points
}

/** The entry and where the points due back were found. */
export interface ReversedEarn extends FoundPoints {
  readonly entry: Entry
}

/**
 * Takes back points that a refunded sale earned: first what its customer has free in the lots that came from it, then
 * those that ran out, the rest by policy. What is not found becomes a claim, and what is owed a debt. The entry is the
 * holder's. Nothing due makes one that books nothing.
 */
export function reverseEarn(state: CustomerState, input: ReverseEarnInput): ReversedEarn {
  const { holder = state, points: due, coalitionId } = input
  const purchase = purchaseOf(state, input.purchaseId)
  const { payerId: issuerId, lotId, points: earned, pointsExpired } = input.part ?? wholeOf(purchase)
  assertInvariant(
    due >= 0n && due <= earned,
    () => `purchase ${purchase.id} earned ${earned}, cannot take back ${due}`,
  )
  const at = { issuerId, coalitionId, documentId: input.documentId }
  if (due === 0n || lotId === null) {
    const nothing = { recovered: ZERO_POINTS, expired: ZERO_POINTS, toDebt: ZERO_POINTS, borne: ZERO_POINTS }
    return { entry: entryOf(holder, at, { ...nothing, parts: [] }), ...nothing }
  }
  const earnedLot = lotOf(state, lotId)
  const parts = freeOf(holder, earnedLot.id, due)
  const recovered = points(parts.reduce((sum, part) => sum + part.points, 0n))
  const missing = points(due - recovered)
  const expired = lesser(expiredUncounted(holder, { lotId, pointsExpired }), missing)
  const rest = points(missing - expired)
  const toDebt = input.refundPolicy === 'CUSTOMER_DEBT' ? rest : ZERO_POINTS
  const found = { recovered, expired, toDebt, borne: points(rest - toDebt) }
  const booked = entryOf(holder, at, { ...found, parts })
  const { prices } = earnedLot
  const money = earnLine({
    ...{ issuerId, coalitionId, points: recovered, prices },
  })
  const newDebt: Debt = {
    id: input.debtId,
    issuerId,
    purchaseId: purchase.id,
    lotId: earnedLot.id,
    amount: toDebt,
    remaining: toDebt,
    issueFee: prices.issueFee,
    incurredAt: input.now,
  }
  const claimed = points(missing - toDebt)
  const newClaim: Claim = {
    id: input.documentId,
    lotId: earnedLot.id,
    purchaseId: purchase.id,
    amount: claimed,
    remaining: claimed,
  }
  const entry: Entry = {
    ...booked,
    transfers: [...booked.transfers, ...moneyTransfers([reversed(money)])],
    ...(toDebt > 0n ? { newDebt } : {}),
    ...(claimed > 0n ? { newClaim } : {}),
  }
  return { entry, ...found }
}

/** Up to `wanted` free points of the lots of one origin, in consumption order. */
function freeOf(holder: CustomerState, originLotId: string, wanted: Points): LotReservation[] {
  const parts: LotReservation[] = []
  let missing = wanted
  for (const lot of holder.lots.filter((each) => originOf(each) === originLotId).sort(byConsumption)) {
    const part = lesser(freePoints(lot), missing)
    if (part > 0n) parts.push({ lotId: lot.id, points: part })
    missing = points(missing - part)
  }
  return parts
}

/**
 * Run-out points of the purchase that no claim counts yet. Points that came back have satisfied claims for run-out
 * points too, after all others, so that what a customer is left with does not depend on the order of refunds.
 */
function expiredUncounted(
  holder: CustomerState,
  { lotId, pointsExpired }: { readonly lotId: string; readonly pointsExpired: Points },
): Points {
  const claimed = holder.claims
    .filter((claim) => claim.lotId === lotId)
    .reduce((sum, { remaining }) => sum + remaining, 0n)
  return points(pointsExpired - lesser(pointsExpired, points(claimed)))
}

/** All of a purchase that its seller alone paid for. */
const wholeOf = ({ memberId, earnedLotId, pointsEarned, pointsExpired }: PurchaseState) => ({
  ...{ payerId: memberId, lotId: earnedLotId },
  ...{ points: pointsEarned, pointsExpired },
})

/** The points book: what was recovered leaves the customer, what is owed becomes a debt; neither is issued any more. */
function entryOf(
  holder: CustomerState,
  {
    issuerId,
    coalitionId,
    documentId,
  }: { readonly issuerId: string; readonly coalitionId: string; readonly documentId: string },
  found: FoundPoints & { readonly parts: readonly LotReservation[] },
): Entry {
  const { customerId } = holder
  return {
    kind: 'EARN_REVERSAL',
    memberId: issuerId === coalitionId ? null : issuerId,
    documentId,
    pointsDelta: points(-found.recovered),
    reservedDelta: ZERO_POINTS,
    transfers: pointsTransfers([
      {
        debits: [
          { account: customer(customerId), amount: found.recovered },
          { account: debtOf(customerId), amount: found.toDebt },
        ],
        credits: [{ account: issued(issuerId), amount: found.recovered + found.toDebt }],
      },
    ]),
    newLots: [],
    lotUses: found.parts.map(({ lotId, points: n }) => ({ lotId, kind: 'EARN_REVERSAL', points: n })),
    lotChanges: [],
  }
}
