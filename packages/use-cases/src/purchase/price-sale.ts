import { type Minor, minor, type Points, PriceChangedError, type PurchaseLine, points } from '@artel/ledger'
import {
  asksOfCustomer,
  type CustomerFacts,
  type EarnRule,
  type EvaluatedBill,
  evaluateBill,
  groupsAskedBy,
  localDateOf,
  type Purse,
  type RuleVersion,
  type Terms,
} from '@artel/rules'
import type { Command, CounterToLoad, DecisionContext, GroupsToLoad } from '@artel/store'
import { pilotsHoldingOut } from '../pilot/pilot-of-rule.ts'
import { type Agreement, earnRuleAt, type Participation, type TermsVersion } from '../terms/agreement.ts'
import type { CreditStanding } from './credit-standing.ts'
import { type Payers, pursesAt, pursesWithSeller } from './payers.ts'

const EARNS_NOTHING: EarnRule = { kind: 'FIXED', fixedPoints: points(0n), minTotalMinor: minor(0n) }

/** A bill as its member sends it. */
export interface SoldBill {
  /** Before discounts. */
  readonly totalMinor: Minor
  readonly lines: readonly PurchaseLine[]
  readonly code: string | null
  readonly spent: Points
}

/**
 * Prices a bill of which `spent` points pay a part by what its member gives at the sale's instant: its earn rule and its
 * running rules, nothing unless it is ACTIVE. Throws PointsShareExceededError above the share cap.
 */
export function priceSale(
  bill: SoldBill,
  by: {
    readonly participation: Participation
    readonly terms: TermsVersion
    /** Of a hold: what its points may pay goes by these. */
    readonly promisedUnder?: Terms
    readonly occurredAt: Date
    readonly timeZone: string
    /** The bill says what was paid: rules that take something off it were there before. */
    readonly isPaidPrice?: boolean
    /** Null: for nobody in particular. */
    readonly customerId: string | null
    readonly at: Pick<DecisionContext, 'used' | 'bought' | 'groups' | 'promoFund' | 'charged' | 'now'>
    readonly agreement: Agreement
    /** What vouchers that the customer names take off. */
    readonly vouchers?: readonly RuleVersion[] | undefined
    /** Who besides the member pays for its rules; undefined when nobody does. */
    readonly payers: Payers | undefined
    /** Where the member stands; undefined where no terms limit credit. */
    readonly standing: CreditStanding | undefined
  },
): EvaluatedBill {
  const { participation, occurredAt, customerId, at } = by
  const isActive = participation.member.status === 'ACTIVE'
  const running = isActive ? rulesFor(participation, by.isPaidPrice === true) : []
  const rules = by.vouchers ? [...running, ...by.vouchers] : running
  return evaluateBill({
    totalMinor: bill.totalMinor,
    lines: bill.lines,
    spent: bill.spent,
    code: bill.code,
    occurredAt,
    timeZone: by.timeZone,
    customer: customerId === null ? null : factsOf(customerId, at, rules),
    earnRule: isActive ? earnRuleAt(participation, occurredAt) : EARNS_NOTHING,
    rules,
    used: at.used ?? NOTHING_USED,
    sellerId: participation.member.id,
    purses: pursesWithSeller(by.payers ? pursesAt(by.agreement, by.payers, at) : NO_PURSES, by.standing, {
      sellerId: participation.member.id,
      rules,
      terms: by.terms,
      timeZone: by.timeZone,
      now: at.now,
    }),
    isLate: by.payers !== undefined && isOfEarlierDay(occurredAt, at.now, by.timeZone),
    terms: by.terms,
    promisedUnder: by.promisedUnder,
  })
}

/** Throws PriceChangedError when what is left to pay is not what the customer was told; null: nobody was told. */
export function refuseChangedPrice(bill: EvaluatedBill, expectedMinor: Minor | null): void {
  const { moneyPartMinor: toPay, discountMinor: discount, pointsToEarn } = bill
  if (expectedMinor !== null && toPay !== expectedMinor)
    throw new PriceChangedError({ toPay, discount, pointsToEarn })
}

/** A till's clock, its network and a queue take their time: what was sold just before midnight is recorded just after. */
const LATE_ALLOWANCE_MS = 10 * 60_000

/** Whether something of an earlier local day than now is told: what others pay for it is theirs to believe. */
export const isOfEarlierDay = (occurredAt: Date, now: Date, timeZone: string): boolean =>
  localDateOf(occurredAt, timeZone) < localDateOf(new Date(now.getTime() - LATE_ALLOWANCE_MS), timeZone)

const NO_PURSES: ReadonlyMap<string, Purse> = new Map()
const NOTHING_USED: ReadonlyMap<string, bigint> = new Map()

const rulesFor = ({ runningRules }: Participation, isPaidPrice: boolean): readonly RuleVersion[] =>
  isPaidPrice
    ? runningRules.filter(({ give }) => give.every(({ kind }) => !kind.startsWith('DISCOUNT_')))
    : runningRules

const IN_NONE: ReadonlySet<string> = new Set()

function factsOf(
  id: string,
  { bought, groups = IN_NONE }: Pick<DecisionContext, 'bought' | 'groups'>,
  rules: readonly RuleVersion[],
): CustomerFacts {
  const controlOf = pilotsHoldingOut(rules, id)
  return {
    id,
    groups,
    lastHere: bought?.lastHere ?? null,
    lastAnywhere: bought?.lastAnywhere ?? null,
    ...(controlOf && { controlOf }),
  }
}

/** What a sale of the member has to have loaded for its rules. */
export function loadedForRules(
  { member, runningRules, payers }: Participation,
  sale: {
    /** Null: nobody in particular, of whom nothing is counted. */
    readonly customerId: string | null
    /** Null or undefined: when it is decided. */
    readonly occurredAt: Date | null | undefined
    readonly timeZone: string
  },
): Pick<Command, 'counters' | 'looksAtMember' | 'groups' | 'paidByPromoFund' | 'paidByMembers'> {
  if (runningRules.length === 0 && !payers) return {}
  const asks = sale.customerId !== null && runningRules.some((rule) => asksOfCustomer(rule.if))
  const counters = countersToLoad(runningRules, sale)
  const groups = sale.customerId === null ? undefined : groupsToLoad(runningRules)
  return {
    ...(counters.length > 0 ? { counters } : {}),
    ...(asks ? { looksAtMember: member.id } : {}),
    ...(payers?.isFund ? { paidByPromoFund: true } : {}),
    ...(groups ? { groups } : {}),
    ...(payers?.members.length ? { paidByMembers: true } : {}),
  }
}

function groupsToLoad(rules: readonly RuleVersion[]): GroupsToLoad | undefined {
  const ids = new Set(rules.flatMap((rule) => groupsAskedBy(rule.if)))
  if (ids.size === 0) return undefined
  return { ids: [...ids], followSales: rules.some((rule) => rule.if.tiers !== undefined) }
}

function countersToLoad(
  rules: readonly RuleVersion[],
  { customerId, occurredAt, timeZone }: Parameters<typeof loadedForRules>[1],
): CounterToLoad[] {
  const day = occurredAt ? localDateOf(occurredAt, timeZone) : null
  return rules.flatMap(({ ruleId: ownerId, limits: { budget, perCustomer } }) => [
    ...(budget ? [{ ownerId, customerId: null, per: budget.per, day }] : []),
    ...(perCustomer && customerId !== null ? [{ ownerId, customerId, per: perCustomer.per, day }] : []),
  ])
}
