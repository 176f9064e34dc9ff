import type { CounterMove, Minor, Points } from '@artel/ledger'
import type { PayerGift } from './paid-parts.ts'
import type { RuleVersion, VoucherEffect } from './rule.ts'
import type { SkipReason } from './skip-reason.ts'

/** What one rule gave. */
export interface Given {
  readonly rule: RuleVersion
  readonly points: Points
  readonly discountMinor: Minor
  /** The discount by line of the bill, in its order; empty without one. A bill without lines is one line. */
  readonly discountByLine: readonly Minor[]
  /** The voucher that it gives the customer, if it gives one. */
  readonly voucher?: VoucherEffect
  readonly counters: readonly CounterMove[]
}

/** A rule that gave nothing, and why. */
export interface Skipped {
  readonly rule: RuleVersion
  readonly reason: SkipReason
  /** With LOST_TO: the rule that gave instead; null: the member's earn rule. */
  readonly to?: string | null
}

/** How a bill falls into discounts, points and money, what it earns, and why. */
export interface EvaluatedBill {
  readonly discountMinor: Minor
  /** By line of the bill, in its order; empty for a bill without lines or without discounts. */
  readonly discountByLine: readonly Minor[]
  /** Most points that the bill may take by the share cap. */
  readonly maxPoints: Points
  readonly pointsPartMinor: Minor
  readonly moneyPartMinor: Minor
  /** Of the points to earn, those by the member's earn rule. */
  readonly basePoints: Points
  readonly pointsToEarn: Points
  readonly given: readonly Given[]
  readonly skipped: readonly Skipped[]
  /** Who pays for what the bill gives, the seller first; empty where that is the seller alone. */
  readonly paidBy: readonly PayerGift[]
}
