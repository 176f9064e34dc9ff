import type { BasisPoints, BreakageSplit, LotPrices, Minor, RefundPolicy } from '@artel/ledger'
import type { SettlementTerms } from '../settlement/settlement-terms.ts'

/**
 * When points run out. END_OF_YEAR and calendar months are counted in the coalition's time zone. INACTIVITY: so many
 * months after the customer last bought, moved points or was given some back, all of its points at once.
 */
export type ExpiryRule =
  | { readonly kind: 'NONE' }
  | { readonly kind: 'ROLLING_MONTHS'; readonly months: number }
  | { readonly kind: 'END_OF_YEAR' }
  | { readonly kind: 'INACTIVITY'; readonly months: number }

/** One version of what the members of a coalition agree. Never changed: a new version is made instead. */
export interface Terms {
  readonly id: string
  readonly version: number
  readonly startsAt: Date
  /** Micros a point; deposit = reservePrice is issue-funded, deposit = 0 is burn-funded, between is hybrid. */
  readonly prices: LotPrices
  /** What a point pays at the till, minor units. */
  readonly faceValueMinor: Minor
  readonly breakage: BreakageSplit
  readonly refundPolicy: RefundPolicy
  readonly expiry: ExpiryRule
  /** Days left to spend points that a refund gave back after their lot had run out. */
  readonly refundGraceDays: number
  readonly activationDelayDays: number
  /** Largest share of a bill payable in points. */
  readonly maxPointsShareBps: BasisPoints
  /** A member that redeems its own points pays no redeem fee. */
  readonly selfRedemptionFeeWaived: boolean
  readonly holdTtlSeconds: number
  /** How members settle; absent: `DEFAULT_SETTLEMENT_TERMS`. */
  readonly settlement?: SettlementTerms
}
