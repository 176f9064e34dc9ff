import type { EarnRule, RuleVersion } from '@artel/rules'

/** A line of a bill as the model takes it; quantity and earning are always said. Gross, minor units. */
export interface ToldLine {
  readonly gross: bigint
  readonly category: string | undefined
  readonly sku: string | undefined
  readonly quantityMilli: bigint
  readonly earns: boolean
  /** Stands for a bill that came without lines. */
  readonly isWholeBill?: true
}

/** What a wall clock and a calendar show. */
export interface WallClock {
  /** YYYY-MM-DD. */
  readonly day: string
  /** 1 is Monday. */
  readonly weekday: number
  /** From midnight. */
  readonly minute: number
}

/** A bill and all that decides what it gives, every word of it plain. */
export interface ToldBill {
  readonly lines: readonly ToldLine[]
  readonly spent: bigint
  readonly code: string | null
  readonly clock: WallClock
  /** Local days of the customer's newest purchases; null: nobody in particular. */
  readonly customer: { readonly dayHere: string | null; readonly dayAnywhere: string | null } | null
  readonly earnRule: EarnRule
  readonly rules: readonly RuleVersion[]
  /** What one rule has given of its budget in the period of the bill, and how often the customer has had it. */
  readonly budgetUsed: (ruleId: string) => bigint
  readonly timesHad: (ruleId: string) => bigint
  /** Minor units a new point is worth. */
  readonly faceValue: bigint
  readonly seller: string
  /** What a payer can still pay, micros (null: anything), and what a point costs it; null: it pays nothing. */
  readonly purse: (payer: string) => { readonly room: bigint | null; readonly point: bigint } | null
  /** Handed in on a later day. */
  readonly isLate: boolean
  /** What points may pay: their worth, and the share of the bill in basis points. */
  readonly spending: { readonly faceValue: bigint; readonly shareBps: bigint }
}

/** What one rule did on a bill. */
export interface ToldRule {
  readonly points: bigint
  readonly discount: bigint
  /** By line. */
  readonly discounts: readonly bigint[]
  /** Null where it gave something. */
  readonly reason: string | null
  /** With LOST_TO: the rule that won, null for the member's earn rule. */
  readonly to?: string | null
}

/** All that the model says of a bill. */
export interface ToldOutcome {
  readonly discounts: readonly bigint[]
  readonly maxPoints: bigint
  readonly pointsPart: bigint
  readonly money: bigint
  readonly base: bigint
  readonly earned: bigint
  readonly byRule: ReadonlyMap<string, ToldRule>
  /** What of each line was paid in money. */
  readonly moneyByLine: readonly bigint[]
  /** Who pays; empty: the seller. */
  readonly paidBy: ReadonlyMap<string, { readonly points: bigint; readonly discount: bigint }>
}

/** The sum, one after another. */
export function total(values: readonly bigint[]): bigint {
  let sum = 0n
  for (const value of values) sum += value
  return sum
}

/** The smaller of two. */
export const least = (a: bigint, b: bigint): bigint => (a < b ? a : b)
