import type { Micros } from './money.ts'
import type { Points } from './points.ts'

/** What one point of a lot is worth in the money book, fixed by the terms the lot was issued under. Micros a point. */
export interface LotPrices {
  /** R: worth of a point to the redeemer. */
  readonly reservePrice: Micros
  /** D, 0 <= D <= R: what the issuer paid into RESERVE when the point was given. */
  readonly deposit: Micros
  /** fi, paid by the issuer when the point is given. */
  readonly issueFee: Micros
  /** fr, kept from the redeemer when the point is spent. */
  readonly redeemFee: Micros
}

/** Points issued by one event. Its `remaining` falls by use and rises again only by the exact undo of a use. */
export interface Lot {
  readonly id: string
  /** The member that gave them; the coalition's own id where its promo fund paid. */
  readonly issuerId: string
  readonly termsId: string
  /** Where its points were first issued, when they came by a merge of customers; null for a lot of its own. */
  readonly originLotId: string | null
  readonly amount: Points
  readonly remaining: Points
  /** Part of `remaining` promised to open holds. */
  readonly reserved: Points
  readonly issuedAt: Date
  readonly activatesAt: Date
  /** First instant at which the lot is no longer spendable; null = never expires. */
  readonly expiresAt: Date | null
  readonly prices: LotPrices
}

/** The lot in which the points were first issued. What a refund claims, it claims of all lots of one origin. */
export const originOf = (lot: Pick<Lot, 'id' | 'originLotId'>): string => lot.originLotId ?? lot.id

/** Why a lot's remaining changed. Positive `points` took from the lot, negative gave back. */
export type LotUseKind =
  | 'REDEEM'
  | 'REDEEM_REVERSAL'
  | 'EARN_REVERSAL'
  | 'EXPIRE'
  | 'DEBT_RECOVERY'
  | 'ADJUSTMENT'
  | 'TRANSFER_OUT'
  | 'MERGE_OUT'

/** One append-only line of what an entry took from, or gave back to, a lot. */
export interface LotUse {
  readonly lotId: string
  readonly kind: LotUseKind
  readonly points: Points
}

/** Points of one lot promised to one hold. */
export interface LotReservation {
  readonly lotId: string
  readonly points: Points
}
