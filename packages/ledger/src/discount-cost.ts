import { clearing, payerOf } from './account.ts'
import type { Entry } from './entry.ts'
import { MICROS_PER_MINOR, type Minor } from './money.ts'
import { reversed } from './money-legs.ts'
import { moneyTransfers } from './pairs.ts'
import { ZERO_POINTS } from './points.ts'

/** What {@link discountCost} needs to know. */
export interface DiscountCostInput {
  readonly coalitionId: string
  /** The seller, who gave the discount and is owed for it. */
  readonly memberId: string
  /** The purchase; the refund, when it is taken back. */
  readonly documentId: string
  /** Minor units by payer: a member, or the coalition where its promo fund pays. What the seller bears itself moves nothing. */
  readonly costs: readonly { readonly payerId: string; readonly discount: Minor }[]
  /** A refund takes the costs back. */
  readonly isBack?: boolean
}

/**
 * The entry by which others pay for a discount that a member gave on a bill, or get it back: it moves what they owe it and no
 * points. Undefined where nobody else pays.
 */
export function discountCost(input: DiscountCostInput): Entry | undefined {
  const { coalitionId, memberId, documentId, isBack } = input
  const lines = input.costs
    .filter(({ payerId, discount }) => payerId !== memberId && discount > 0n)
    .map(({ payerId, discount }) => {
      const amount = discount * MICROS_PER_MINOR
      const line = {
        debits: [{ account: payerOf(payerId, coalitionId), amount }],
        credits: [{ account: clearing(memberId), amount }],
      }
      return isBack ? reversed(line) : line
    })
  if (lines.length === 0) return undefined
  return {
    kind: 'DISCOUNT_COST',
    memberId,
    documentId,
    pointsDelta: ZERO_POINTS,
    reservedDelta: ZERO_POINTS,
    transfers: moneyTransfers(lines),
    newLots: [],
    lotUses: [],
    lotChanges: [],
  }
}
