import type { BasisPoints, Minor, Points } from '@artel/ledger'
import type { LocalDate, Weekday } from '../calendar/local-date.ts'
import type { RulePilot } from '../pilot/pilot-group.ts'

/** A text in the two languages of a programme. */
export interface TwoLanguages {
  readonly en: string
  readonly ru: string
}

/** Lines of a bill by what they are: one of these categories or what lies under it, or one of these articles. */
export interface LineFilter {
  /** Slash paths: `service` covers `service/oil`. */
  readonly categories: readonly string[]
  readonly skus: readonly string[]
}

/** Customers as a rule names them: a segment or a tier, by its id, with the name that the rule's sentence says. */
export interface CustomerGroup {
  readonly id: string
  readonly name: TwoLanguages
}

/** What a bill, its customer and the moment must be like. All of it must hold; within a list, one is enough. */
export interface RuleConditions {
  /** Of the whole bill before discounts, minor units. */
  readonly minTotalMinor?: Minor
  /** The bill has such a line, of so many units together; the rule's percentages are then of such lines alone. */
  readonly anyLine?: LineFilter & { readonly minQuantityMilli?: bigint }
  /** The bill has no such line. */
  readonly noLine?: LineFilter
  /** The code that the customer names, as it is compared: upper case. */
  readonly code?: string
  /** The customer's first purchase at this member. */
  readonly firstPurchaseHere?: true
  /** The customer's first purchase at any member. */
  readonly firstInCoalition?: true
  /** The customer bought here before, but not for so many local days. */
  readonly absentDays?: number
  /** The customer is in one of these segments. */
  readonly segments?: readonly CustomerGroup[]
  /** The customer has one of these tiers. */
  readonly tiers?: readonly CustomerGroup[]
}

/** Hours of some days of the week, local time of the coalition. */
export interface WeeklyHours {
  readonly days: readonly Weekday[]
  /** Minutes from midnight; from included, to not; 1440 is the day's end. */
  readonly fromMinute: number
  readonly toMinute: number
}

/** When a rule holds, in local days of the coalition's zone. */
export interface RuleSchedule {
  readonly fromDay: LocalDate
  /** Included; null: until it is ended. */
  readonly toDay: LocalDate | null
  /** Empty: all hours of all days. */
  readonly weekly: readonly WeeklyHours[]
}

/** Points of the rule's payer for the customer. */
export type PointsEffect =
  /** Worth so much of what the rule's lines cost in money. Floor. */
  | { readonly kind: 'POINTS_PERCENT'; readonly percentBps: BasisPoints }
  /** Once a bill. */
  | { readonly kind: 'POINTS_FIXED'; readonly points: Points }
  /** For each unit of the rule's lines that earn. Floor of the sum. */
  | { readonly kind: 'POINTS_PER_UNIT'; readonly points: Points }
  /** Raises what the group `base` gave to so much of it: 20 000 doubles. Floor of what it adds. */
  | { readonly kind: 'POINTS_MULTIPLY'; readonly multiplyBps: BasisPoints }

/** Money off the bill, before points pay and before anything earns. */
export type DiscountEffect =
  /** Of the rule's lines. Floor. */
  | { readonly kind: 'DISCOUNT_PERCENT'; readonly percentBps: BasisPoints }
  /** At most what the rule's lines cost. */
  | { readonly kind: 'DISCOUNT_FIXED'; readonly amountMinor: Minor }
  /** One unit of the rule's lines costs nothing, the cheapest of them. A bill without lines has none. */
  | { readonly kind: 'DISCOUNT_FREE_LINE' }

/** A voucher for the customer: money off a later bill, once. */
export interface VoucherEffect {
  readonly kind: 'VOUCHER'
  /** The members whose bills it takes something off. */
  readonly at: readonly string[]
  /** It is good for so many local days after the one on which it was given. */
  readonly validDays: number
  /** What it takes off such a bill. */
  readonly off: DiscountEffect
  /** Of the whole bill before discounts, minor units. */
  readonly minTotalMinor?: Minor
  /** The bill has such a line, and it takes something off such lines alone. */
  readonly anyLine?: LineFilter
  /** It takes off no more, minor units; always there but for a fixed amount, which says so itself. */
  readonly maxMinor?: Minor
}

export type RuleEffect = PointsEffect | DiscountEffect | VoucherEffect

/** What a rule gives at most. The purchase that would pass a limit gets nothing of it. */
export interface RuleLimits {
  /** Cuts what one purchase gets; null: not cut. */
  readonly perPurchasePoints: Points | null
  /** Uses of one customer in a period; null: not counted. */
  readonly perCustomer: { readonly times: number; readonly per: LimitPeriod } | null
  /** Of all customers in a period; null: no budget. */
  readonly budget: RuleBudget | null
}

/** Local days of the coalition, its calendar months, or the whole life of the rule. */
export type LimitPeriod = 'DAY' | 'MONTH' | 'RULE'

/** Points given, or money: discounts, and points at face value; or how many vouchers. */
export type RuleBudget =
  | { readonly unit: 'POINTS'; readonly points: Points; readonly per: LimitPeriod }
  | { readonly unit: 'MONEY'; readonly amountMinor: Minor; readonly per: LimitPeriod }
  | { readonly unit: 'VOUCHERS'; readonly vouchers: number; readonly per: LimitPeriod }

/** How a rule stands beside others. */
export interface RuleCombination {
  /** Rules of one group that are BEST compete: the one worth most to the customer gives. `base` is the member's earn rule's. */
  readonly group: string
  readonly mode: 'BEST' | 'ADD'
  /** Higher first. */
  readonly priority: number
}

/** Who pays for a share of what a rule gives. */
export interface RulePayer {
  /** A member; the coalition's own id where its promo fund pays. */
  readonly payerId: string
  readonly shareBps: BasisPoints
}

/** What a rule waits for that is no purchase. */
export type TriggerKind = 'ENROL' | 'BIRTHDAY' | 'VISIT' | 'EVENT' | 'REFERRER' | 'REFERRED'

/** Something that a customer does, or that happens to it, beside purchases. */
export interface RuleTrigger {
  readonly on: TriggerKind
  /** Of EVENT: what it is called. */
  readonly event?: string
  /** Of REFERRER and REFERRED: what the friend's purchase comes to at least, minor units; absent: any does. */
  readonly minTotalMinor?: Minor
  /** Of REFERRER and REFERRED: local days that pass after the purchase; absent: none. */
  readonly waitDays?: number
}

/** What a member, or the coalition, says of its rule; never changed once a purchase may have seen it: an edit makes a new version. */
export interface RuleDefinition {
  readonly name: TwoLanguages
  /** What it gives for; absent: for purchases. */
  readonly when?: RuleTrigger
  readonly if: RuleConditions
  readonly schedule: RuleSchedule
  /** One to four. */
  readonly give: readonly RuleEffect[]
  readonly limits: RuleLimits
  readonly combine: RuleCombination
  /** Tried in a pilot: customers of its control get nothing of it. */
  readonly pilot?: RulePilot
  /** Of a rule of the coalition: the members whose sales it is for; absent: all members'. */
  readonly at?: readonly string[]
  /** Shares that sum to 10 000; absent: the seller pays. */
  readonly pays?: readonly RulePayer[]
  /** What one purchase gets of it is worth no more, minor units, points at face value; absent: not cut. */
  readonly maxMinor?: Minor
}

/** One version of a rule. */
export interface RuleVersion extends RuleDefinition {
  /** Of the version: what a purchase names. */
  readonly id: string
  /** Of the rule: what budgets are kept under. */
  readonly ruleId: string
  readonly version: number
  /** A rule of the coalition: its seller, where it is one of its payers, is asked like the others. Absent: of the seller itself. */
  readonly isOfCoalition?: true
  /** What a used voucher takes off is reckoned as a rule of its own, whose `id` is the voucher's: `voucherRule`. */
  readonly voucherOf?: {
    /** The version that gave the voucher. */
    readonly versionId: string
  }
}

/** The group of a member's earn rule. */
export const BASE_GROUP = 'base'
