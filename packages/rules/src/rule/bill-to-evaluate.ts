import type { Minor, Points, PurchaseLine, UsedCounters } from '@artel/ledger'
import type { EarnRule } from '../purchase/earn-rule.ts'
import type { Terms } from '../terms/terms.ts'
import type { Purse } from './paid-parts.ts'
import type { RuleVersion } from './rule.ts'
import type { CustomerFacts } from './skip-reason.ts'

/** A bill and all that decides what it earns. */
export interface BillToEvaluate {
  /** The whole bill before discounts. */
  readonly totalMinor: Minor
  /** Empty, or lines that sum to the total. */
  readonly lines: readonly PurchaseLine[]
  /** Points that pay a part of it. */
  readonly spent: Points
  /** As it is compared: upper case. */
  readonly code: string | null
  readonly occurredAt: Date
  readonly timeZone: string
  /** Null: for nobody in particular. */
  readonly customer: CustomerFacts | null
  readonly earnRule: EarnRule
  /** The running rules of the member and of the coalition. */
  readonly rules: readonly RuleVersion[]
  /** Who sells; left out where rules have no payers. */
  readonly sellerId?: string
  /** What payers can pay: one that is missing cannot, but for the seller, who is asked for rules of the coalition alone. */
  readonly purses?: ReadonlyMap<string, Purse>
  /** Handed in on a later local day: nobody but the seller pays for it. */
  readonly isLate?: boolean
  readonly used: UsedCounters
  /** Prices of new points. */
  readonly terms: Pick<Terms, 'faceValueMinor' | 'maxPointsShareBps'>
  /** What points may pay goes by the terms that they were promised under; `terms` when absent. */
  readonly promisedUnder?: Pick<Terms, 'faceValueMinor' | 'maxPointsShareBps'> | undefined
}
