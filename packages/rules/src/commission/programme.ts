import type { BasisPoints, Minor } from '@artel/ledger'
import type { LocalDate } from '../calendar/local-date.ts'
import type { TwoLanguages } from '../rule/rule.ts'

/** Who may be paid a commission. An affiliate is no member. */
export type PayeeKind = 'AFFILIATE' | 'MEMBER'

/** Local periods of the coalition in which a ladder counts. */
export type LadderPeriod = 'MONTH' | 'QUARTER' | 'EVER'

/** What a ladder counts: net money of sales, or customers brought. */
export type LadderMeasure = 'MONEY' | 'CUSTOMERS'

/** From so much on, this rate. `from` is in minor units, or a number of customers. */
export interface LadderStep {
  readonly from: bigint
  readonly bps: BasisPoints
}

/** What a sale that was brought is worth to who brought it. */
export type CommissionEffect =
  | { readonly kind: 'PERCENT'; readonly percentBps: BasisPoints }
  | { readonly kind: 'FIXED'; readonly fixedMinor: Minor }
  | {
      readonly kind: 'LADDER'
      readonly steps: readonly LadderStep[]
      readonly per: LadderPeriod
      readonly by: LadderMeasure
    }

/** How a commission becomes money. */
export interface CommissionApproval {
  /** TIME: after its days, by itself; HAND: the payer says yes. */
  readonly by: 'TIME' | 'HAND'
  /** Local days from the sale, at least those in which goods are taken back. */
  readonly days: number
  /** Above this one person's yes is not enough, and time none at all; null: never. */
  readonly twoPeopleAboveMinor: Minor | null
}

/** What a commission programme says: one version of it. */
export interface CommissionDefinition {
  readonly name: TwoLanguages
  readonly effect: CommissionEffect
  /** Only the first purchase of a customer at the payer, or every one. */
  readonly of: 'FIRST_PURCHASE' | 'EVERY_PURCHASE'
  /** Local months from the first sale of this payer to the customer that the payee brought, in which purchases count; null: without end. */
  readonly months: number | null
  readonly approval: CommissionApproval
  /** Local days in which the payer takes goods back. */
  readonly refundDays: number
  /** Tax inside prices that no commission is reckoned on; 0: of the whole money part. */
  readonly taxBps: BasisPoints
  /** Local days, both included; null: until it is ended. */
  readonly fromDay: LocalDate
  readonly toDay: LocalDate | null
}
