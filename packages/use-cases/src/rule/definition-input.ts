import type { Points, Quantity } from '@artel/ledger'
import type { LimitPeriod, TriggerKind } from '@artel/rules'
import type { MoneyAmount } from '../input/bill.ts'

/** Lines of a bill by what they are. */
export interface LineFilterInput {
  readonly categories?: readonly string[] | null
  readonly skus?: readonly string[] | null
}

/** What a rule gives: exactly one of these. */
export interface RuleEffectInput {
  readonly pointsPercentBps?: number | null
  readonly pointsFixed?: Points | null
  readonly pointsPerUnit?: Points | null
  readonly pointsMultiplyBps?: number | null
  readonly discountPercentBps?: number | null
  readonly discountFixed?: MoneyAmount | null
  readonly discountFreeLine?: boolean | null
  readonly voucher?: RuleVoucherInput | null
}

/** A voucher that a rule gives: money off a later bill, once. Exactly one of the discounts. */
export interface RuleVoucherInput {
  /** Raw UUIDs of the members whose bills it takes something off. */
  readonly at: readonly string[]
  /** Local days after the one on which it is given. */
  readonly validDays: number
  readonly discountPercentBps?: number | null
  readonly discountFixed?: MoneyAmount | null
  readonly discountFreeLine?: boolean | null
  readonly minTotal?: MoneyAmount | null
  readonly anyLine?: LineFilterInput | null
  /** Must be given but for a fixed amount. */
  readonly maxPerUse?: MoneyAmount | null
}

/** A rule as a member writes it. What is left out limits nothing. */
export interface RuleDefinitionInput {
  readonly name: { readonly en: string; readonly ru: string }
  /** What it gives for that is no purchase; left out: purchases. */
  readonly when?: {
    readonly on: TriggerKind
    readonly event?: string | null
    /** Of REFERRER and REFERRED: what the friend's purchase comes to at least; any does when left out. */
    readonly minTotal?: MoneyAmount | null
    /** Of REFERRER and REFERRED: local days that pass after it, 0 to 365; none when left out. */
    readonly waitDays?: number | null
  } | null
  readonly if?: {
    readonly minTotal?: MoneyAmount | null
    readonly anyLine?: (LineFilterInput & { readonly minQuantity?: Quantity | null }) | null
    readonly noLine?: LineFilterInput | null
    readonly customer?: {
      readonly firstPurchaseHere?: boolean | null
      readonly firstInCoalition?: boolean | null
      readonly absentDays?: number | null
      /** Public ids, since people write them: of segments of the member or of the coalition. */
      readonly segments?: readonly string[] | null
      /** The same of tiers. */
      readonly tiers?: readonly string[] | null
    } | null
    readonly code?: string | null
  } | null
  readonly schedule: {
    /** ISO dates, local days. */
    readonly fromDay: string
    readonly toDay?: string | null
    readonly weekly?:
      | readonly {
          /** 1 Monday to 7 Sunday. */
          readonly days: readonly number[]
          /** `HH:MM`; the whole day when left out. */
          readonly from?: string | null
          readonly to?: string | null
        }[]
      | null
  }
  readonly give: readonly RuleEffectInput[]
  readonly limits?: {
    readonly perPurchasePoints?: Points | null
    readonly perCustomer?: { readonly times: number; readonly per: LimitPeriod } | null
    /** Points, an amount or a number of vouchers. */
    readonly budget?: {
      readonly points?: Points | null
      readonly amount?: MoneyAmount | null
      readonly vouchers?: number | null
      readonly per: LimitPeriod
    } | null
  } | null
  readonly combine?: {
    readonly group?: string | null
    readonly mode?: 'BEST' | 'ADD' | null
    readonly priority?: number | null
  } | null
  /** The pilot that the rule is tried in; raw UUID. Left out: none. */
  readonly pilotId?: string | null
  /** Of a rule of the coalition: raw UUIDs of the members whose sales it is for; all when left out. */
  readonly at?: readonly string[] | null
  /** Who pays; when left out the seller, for a rule of the coalition its promo fund. */
  readonly pays?: readonly RulePayerInput[] | null
  /** One purchase gets no more of it, points at face value. Must be given where another than the seller pays. */
  readonly maxPerPurchase?: MoneyAmount | null
}

/** Who pays for a share of what a rule gives: a member or the promo fund. */
export interface RulePayerInput {
  /** Raw UUID. */
  readonly memberId?: string | null
  readonly isPromoFund?: boolean | null
  /** Of 10 000, all payers together. */
  readonly shareBps: number
}

/** Whose a rule is: a member's, or with null the coalition's. */
export interface RuleOwner {
  readonly coalitionId: string
  readonly memberId: string | null
}
