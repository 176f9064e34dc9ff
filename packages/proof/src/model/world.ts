/**
 * The books of one coalition told a second time, as plainly as they can be: every point is an object with a place, and
 * all sums are recomputed from the list of what happened. Imports nothing of the packages it judges.
 */

/** One version of terms. Prices are micros a point, instants milliseconds. */
export interface ModelTerms {
  readonly id: string
  readonly startsAt: number
  /** Members whose new lots it may bind. */
  readonly acceptedBy: ReadonlySet<string>
  readonly reservePrice: bigint
  readonly deposit: bigint
  readonly issueFee: bigint
  readonly redeemFee: bigint
  readonly faceValueMinor: bigint
  /** Of a forfeited reserve, basis points. */
  readonly breakage: { readonly issuer: bigint; readonly promoFund: bigint; readonly operator: bigint }
  readonly refundPolicy: 'ISSUER_BEARS' | 'CUSTOMER_DEBT'
  readonly expiryKind: 'NONE' | 'ROLLING_MONTHS' | 'END_OF_YEAR' | 'INACTIVITY'
  readonly expiryMonths: number
  readonly refundGraceDays: number
  readonly activationDelayDays: number
  readonly maxPointsShareBps: bigint
  readonly selfRedemptionFeeWaived: boolean
  readonly holdTtlSeconds: number
}

/** A member and what its bills earn. */
export interface ModelMember {
  readonly id: string
  readonly earnRule:
    | { readonly kind: 'PERCENT'; readonly percentBps: bigint; readonly minTotalMinor: bigint }
    | { readonly kind: 'FIXED'; readonly fixedPoints: bigint; readonly minTotalMinor: bigint }
}

/** What is agreed before the first event; `terms` oldest first. */
export interface Agreed {
  readonly coalitionId: string
  readonly terms: readonly ModelTerms[]
  readonly members: readonly ModelMember[]
}

/** What one event gave. `expiresAt` is Infinity for never. */
export interface ModelLot {
  readonly id: string
  readonly customerId: string
  readonly issuerId: string
  readonly terms: ModelTerms
  readonly issuedAt: number
  readonly activatesAt: number
  expiresAt: number
  readonly points: Point[]
}

/** A single point. GONE is taken back, taken for a debt, or another customer's now. */
export interface Point {
  readonly lot: ModelLot
  /** The purchase that earned it, while it is the same person's; null for points given and points of a gift. */
  readonly sale: string | null
  place: 'FREE' | 'HELD' | 'SPENT' | 'EXPIRED' | 'GONE'
}

export interface ModelHold {
  readonly id: string
  /** Of the moment it was made: they say what its points may pay. */
  readonly terms: ModelTerms
  readonly customerId: string
  readonly memberId: string
  readonly expiresAt: number
  /** In the order in which they would be spent. */
  readonly points: readonly Point[]
  status: 'OPEN' | 'CAPTURED' | 'VOIDED' | 'EXPIRED'
}

export interface ModelLine {
  readonly ref: string
  readonly totalMinor: bigint
  refundedMinor: bigint
}

export interface ModelPurchase {
  readonly id: string
  readonly customerId: string
  readonly memberId: string
  readonly receiptRef: string
  readonly terms: ModelTerms
  readonly totalMinor: bigint
  readonly redeemed: bigint
  /** What one of them paid, minor units. */
  readonly faceValueMinor: bigint
  /** Spent and not given back, in the order of spending. */
  readonly kept: Point[]
  readonly earned: readonly Point[]
  readonly lines: readonly ModelLine[]
  refundedMinor: bigint
}

export type MemberStatus = 'ACTIVE' | 'SUSPENDED' | 'CLOSED'

export interface ModelDebt {
  readonly customerId: string
  readonly issuerId: string
  readonly purchaseId: string
  readonly amount: bigint
  readonly issueFee: bigint
  /** Milliseconds; kept when the debt follows its customer in a merge. */
  readonly incurredAt: number
  left: bigint
}

/** What a refund did not find of the points that its sale had earned, and nobody owes. */
export interface ModelClaim {
  readonly refundId: string
  /** Who had what was left of them. */
  readonly customerId: string
  readonly purchaseId: string
  readonly amount: bigint
  left: bigint
}

/** What a keyed command was answered, and to which body. */
export interface KnownKey {
  readonly body: string
  readonly answer: Answer
}

/** An answer, of the model or of a verb, in figures that can be compared. */
export type Answer =
  | { readonly accepted: true; readonly replayed: boolean; readonly says: Readonly<Record<string, string>> }
  | {
      readonly accepted: false
      readonly replayed: boolean
      readonly code: string
      readonly details: Readonly<Record<string, unknown>>
    }

export interface World {
  readonly agreed: Agreed
  /** Entry groups of each customer so far. */
  readonly sequences: Map<string, bigint>
  readonly phones: Map<string, string>
  /** When each customer, or whoever was merged into it, came; milliseconds. */
  readonly enrolledAt: Map<string, number>
  readonly lots: ModelLot[]
  readonly holds: Map<string, ModelHold>
  readonly purchases: Map<string, ModelPurchase>
  readonly debts: ModelDebt[]
  readonly claims: ModelClaim[]
  /** Customers who became another one, and whom. */
  readonly merged: Map<string, string>
  /** The household of each customer that has one. */
  readonly households: Map<string, string>
  /** When each customer last bought, moved points or was given some back; milliseconds. */
  readonly lastActive: Map<string, number>
  /** Members that are not ACTIVE. */
  readonly standings: Map<string, MemberStatus>
  readonly keys: Map<string, KnownKey>
  /** Debit minus credit by "unit kind owner". */
  readonly balances: Map<string, bigint>
}

/** Before the first event. */
export function emptyWorld(agreed: Agreed): World {
  return {
    agreed,
    sequences: new Map(),
    phones: new Map(),
    enrolledAt: new Map(),
    lots: [],
    holds: new Map(),
    purchases: new Map(),
    debts: [],
    claims: [],
    merged: new Map(),
    households: new Map(),
    lastActive: new Map(),
    standings: new Map(),
    keys: new Map(),
    balances: new Map(),
  }
}

/** A refusal of the model. `recorded` when the key keeps it. */
export class Refused extends Error {
  readonly code: string
  readonly details: Readonly<Record<string, unknown>>
  readonly recorded: boolean

  constructor(code: string, details: Readonly<Record<string, unknown>>, options?: { recorded: boolean }) {
    super(code)
    this.code = code
    this.details = details
    this.recorded = options?.recorded ?? true
  }
}

/** The value, which must be there: without it the model and its test have lost each other. */
export function known<Value>(value: Value | undefined, what: string): Value {
  if (value === undefined) throw new Error(`The model knows no ${what}`)
  return value
}

/** Points of the customer that it could spend at `now`, the next one first. */
export function spendable(world: World, customerId: string, now: number): Point[] {
  return world.lots
    .filter((lot) => lot.customerId === customerId && lot.activatesAt <= now && now < lot.expiresAt)
    .sort((a, b) => order(a.expiresAt, b.expiresAt) || order(a.issuedAt, b.issuedAt) || order(a.id, b.id))
    .flatMap((lot) => lot.points.filter((point) => point.place === 'FREE'))
}

/** How many of the customer's points lie in these places. */
export function pointsIn(world: World, customerId: string, places: readonly Point['place'][]): bigint {
  const mine = world.lots.filter((lot) => lot.customerId === customerId).flatMap((lot) => lot.points)
  return BigInt(mine.filter((point) => places.includes(point.place)).length)
}

const order = <Value extends number | string>(a: Value, b: Value) => (a < b ? -1 : a > b ? 1 : 0)
