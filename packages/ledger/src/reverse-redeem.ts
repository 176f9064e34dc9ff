import { customer, redeemed } from './account.ts'
import { assertInvariant } from './broken-invariant-error.ts'
import type { CustomerState } from './customer-state.ts'
import type { Entry, LotChange } from './entry.ts'
import { lotFinder, purchaseOf } from './find-in-state.ts'
import { lesser } from './lesser.ts'
import type { LotReservation } from './lot.ts'
import { reversed } from './money-legs.ts'
import { moneyTransfers, pointsTransfers } from './pairs.ts'
import { type Points, points, ZERO_POINTS } from './points.ts'
import type { PurchaseState } from './purchase-state.ts'
import { redeemLines, type SelfRedemptionFeeWaivedFor } from './redeem.ts'

/** What {@link reverseRedeem} needs to know. */
export interface ReverseRedeemInput {
  readonly purchaseId: string
  readonly coalitionId: string
  /** The refund. */
  readonly documentId: string
  /** Points to give back, at most what the purchase still keeps. */
  readonly points: Points
  /** Until when what came back can be spent at least, where its lot has run out or would sooner. */
  readonly graceEndsAt: Date
  readonly selfRedemptionFeeWaivedFor: SelfRedemptionFeeWaivedFor
}

/**
 * Gives points back to the very lots that the purchase took them from, last taken first, and undoes the money
 * of each at its lot's prices. 0 points make an entry that books nothing.
 */
export function reverseRedeem(state: CustomerState, input: ReverseRedeemInput): Entry {
  const purchase = purchaseOf(state, input.purchaseId)
  const returned = fromTheBack(purchase, input.points)
  const findLot = lotFinder(state)
  const { graceEndsAt } = input
  return {
    kind: 'REDEEM_REVERSAL',
    memberId: purchase.memberId,
    documentId: input.documentId,
    pointsDelta: input.points,
    reservedDelta: ZERO_POINTS,
    transfers: [
      ...pointsTransfers([
        {
          debits: [{ account: redeemed(purchase.memberId), amount: input.points }],
          credits: [{ account: customer(state.customerId), amount: input.points }],
        },
      ]),
      ...moneyTransfers(
        redeemLines(state, returned, { ...input, redeemerId: purchase.memberId }).map(reversed),
      ),
    ],
    newLots: [],
    lotUses: returned.map(({ lotId, points: n }) => ({
      lotId,
      kind: 'REDEEM_REVERSAL',
      points: points(-n),
    })),
    lotChanges: returned.flatMap(({ lotId }): LotChange[] => {
      const { expiresAt } = findLot(lotId)
      if (expiresAt === null || expiresAt >= graceEndsAt) return []
      return [{ lotId, reservedDelta: ZERO_POINTS, expiresAt: graceEndsAt }]
    }),
  }
}

function fromTheBack(purchase: PurchaseState, wanted: Points): LotReservation[] {
  const kept = purchase.redeemedFrom.reduce((sum, part) => sum + part.points, 0n)
  assertInvariant(
    wanted >= 0n && wanted <= kept,
    () => `purchase ${purchase.id} keeps ${kept} points, cannot return ${wanted}`,
  )
  const returned: LotReservation[] = []
  let missing = wanted
  for (const taken of purchase.redeemedFrom.toReversed()) {
    if (missing === 0n) break
    const part = lesser(taken.points, missing)
    returned.push({ lotId: taken.lotId, points: part })
    missing = points(missing - part)
  }
  return returned
}
