import type { BasisPoints, Minor } from './money.ts'
import type { Points } from './points.ts'

/** One line of a bill as the member sent it. `ref` is the member's own name of the line, unique in the bill. */
export interface PurchaseLine {
  readonly ref: string
  readonly title: string
  /** The whole line in minor units, quantity included, less what discounts took off it. */
  readonly total: Minor
  /** What discounts took off it, minor units; nothing when absent. */
  readonly discount?: Minor
  /** The member's article number. */
  readonly sku?: string
  /** What the line is, as a slash path of the coalition's: `service/oil`. */
  readonly category?: string
  /** Thousandths of a unit; one unit when absent. */
  readonly quantityMilli?: bigint
  /** False for what never earns points: gift cards, deposits. Earns when absent. */
  readonly earns?: false
}

/** What points one purchase took from one lot, net of what refunds gave back; in consumption order. */
export interface RedeemedFromLot {
  readonly lotId: string
  readonly points: Points
}

/** What one payer gave on a purchase, and what refunds have taken back of it so far. */
export interface PaidPart {
  /** A member; the coalition's own id where its promo fund pays. */
  readonly payerId: string
  /** The lot that its points became; null for none. */
  readonly lotId: string | null
  readonly points: Points
  /** Of its points, those that have run out unspent. */
  readonly pointsExpired: Points
  /** Of its points, those that refunds claimed back, found or not. */
  readonly pointsDue: Points
  /** Its share of what was taken off the bill, minor units. */
  readonly discount: Minor
  readonly discountBack: Minor
}

/** A recorded purchase with all that its refunds have done so far. */
export interface PurchaseState {
  readonly id: string
  readonly memberId: string
  readonly termsId: string
  readonly total: Minor
  readonly lines: readonly PurchaseLine[]
  readonly pointsRedeemed: Points
  /** What the redeemed points paid of the bill, at the face value they were taken at. Minor units. */
  readonly pointsPart: Minor
  readonly pointsEarned: Points
  /** The lot that the money part earned, the first of them where several paid; null when it earned nothing. */
  readonly earnedLotId: string | null
  /** Who gave what, where others than the seller paid too: their parts sum to what was earned and to the discount of rules. */
  readonly paidBy?: readonly PaidPart[]
  /** Of the points earned, those that have run out unspent. */
  readonly pointsExpired: Points
  readonly redeemedFrom: readonly RedeemedFromLot[]
  /** Cumulative over refunds. */
  readonly refundedTotal: Minor
  readonly pointsReturned: Points
  /** Earned points taken back, recovered from the lot or turned into debt. */
  readonly pointsReversed: Points
  /** Earned points that refunds claimed back, found or not. */
  readonly pointsDue: Points
  /** Refunded so far by line ref. */
  readonly refundedByLine: ReadonlyMap<string, Minor>
  /** Any refund was made, be it of a bill that came to nothing. */
  readonly isRefunded?: boolean
  /** What refunds gave back to the counters that the purchase moved, by `counterKey`; nothing when absent. */
  readonly countersBack?: ReadonlyMap<string, bigint>
}

/** Shares of a forfeited reserve; they sum to 10 000. */
export interface BreakageSplit {
  readonly issuer: BasisPoints
  readonly promoFund: BasisPoints
  readonly operator: BasisPoints
}

/** Who pays for earned points that were already spent when the sale is refunded. */
export type RefundPolicy = 'ISSUER_BEARS' | 'CUSTOMER_DEBT'
