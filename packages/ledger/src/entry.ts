import type { MoneyAccount, PointsAccount } from './account.ts'
import type { Claim } from './claim.ts'
import type { Hold, HoldStatus } from './hold.ts'
import type { Lot, LotUse } from './lot.ts'
import type { Micros } from './money.ts'
import type { Points } from './points.ts'

/** One debit-credit pair, amount > 0 and debit <> credit: an unbalanced entry cannot be expressed. */
export type Transfer = PointsTransfer | MoneyTransfer
export interface PointsTransfer {
  readonly unit: 'POINTS'
  readonly debit: PointsAccount
  readonly credit: PointsAccount
  readonly amount: Points
}
export interface MoneyTransfer {
  readonly unit: 'MONEY'
  readonly debit: MoneyAccount
  readonly credit: MoneyAccount
  readonly amount: Micros
}

/** The event that an entry of a customer books. */
export type CustomerEntryKind =
  | 'EARN'
  | 'REDEEM'
  | 'HOLD'
  | 'HOLD_VOID'
  | 'HOLD_EXPIRE'
  | 'EARN_REVERSAL'
  | 'REDEEM_REVERSAL'
  | 'EXPIRE'
  | 'DEBT_RECOVERY'
  | 'DISCOUNT_COST'
  | 'PROMO'
  | 'ADJUSTMENT'
  | 'TRANSFER_OUT'
  | 'TRANSFER_IN'
  | 'MERGE_OUT'
  | 'MERGE_IN'

/**
 * The event that an entry of money alone books, of no customer: a receivable given up, a changed worth of points, money
 * that came or went outside and was taken back, commissions approved and taken back, a benefit one member pays and another gives, the outcome of a
 * dispute, what a settlement rounds.
 */
export type MoneyEntryKind =
  | 'WRITE_OFF'
  | 'REVALUATION'
  | 'PAYMENT'
  | 'PAYMENT_REVERSAL'
  | 'COMMISSION'
  | 'COMMISSION_REVERSAL'
  | 'OFFER_BENEFIT'
  | 'DISPUTE_RESOLUTION'
  | 'SETTLEMENT'

/** The event that an entry books. */
export type EntryKind = CustomerEntryKind | MoneyEntryKind

/** A change of one lot's mutable part. `remaining` itself moves by the entry's lot uses. */
export interface LotChange {
  readonly lotId: string
  /** Signed change of the reserved part. */
  readonly reservedDelta: Points
  /** A new expiry, when an exact undo must leave the customer days to spend what came back. */
  readonly expiresAt?: Date
}

/** Points a customer owes after a refund of points already spent (refund policy CUSTOMER_DEBT). */
export interface Debt {
  readonly id: string
  /** The member credited when the debt is recovered. */
  readonly issuerId: string
  readonly purchaseId: string
  /** The lot that the purchase earned: its points that come back pay the debt. Null for debts of earlier versions. */
  readonly lotId: string | null
  readonly amount: Points
  readonly remaining: Points
  /** fi that the issuer paid for the points, returned on recovery. Micros a point. */
  readonly issueFee: Micros
  readonly incurredAt: Date
}

/** One immutable event of a customer's ledger. */
export interface Entry {
  readonly kind: EntryKind
  /** Where it happened: issuer of an earn, redeemer of a redemption. Null for expiry and what the coalition does. */
  readonly memberId: string | null
  /** The purchase, refund, hold or other document this entry belongs to. Null for expiry. */
  readonly documentId: string | null
  /** Signed change of the customer's posted balance; equals its CUSTOMER legs of `transfers` and `mirrored`. */
  readonly pointsDelta: Points
  /** Signed change of the customer's reserved points. */
  readonly reservedDelta: Points
  readonly transfers: readonly Transfer[]
  /**
   * Transfers of this customer's that the other customer's entry of the same command books. Each transfer is stored
   * once, by the giver; these say what it means for the receiver.
   */
  readonly mirrored?: readonly Transfer[]
  readonly newLots: readonly Lot[]
  readonly lotUses: readonly LotUse[]
  readonly lotChanges: readonly LotChange[]
  readonly newHold?: Hold
  readonly holdChange?: { readonly holdId: string; readonly status: HoldStatus }
  readonly newDebt?: Debt
  readonly debtRecoveries?: readonly { readonly debtId: string; readonly points: Points }[]
  readonly newClaim?: Claim
  /** A claim is named by its refund and the lot that it is on: a refund may leave one on the lot of each payer. */
  readonly claimRecoveries?: readonly {
    readonly claimId: string
    readonly lotId: string
    readonly points: Points
  }[]
}
