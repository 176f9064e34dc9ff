import {
  type CounterMove,
  type CounterName,
  counterKey,
  lesser,
  type Minor,
  minor,
  type Points,
  PointsShareExceededError,
  type PurchaseLine,
  points,
  type UsedCounters,
} from '@artel/ledger'
import type { LocalDate } from '../calendar/local-date.ts'
import { type EarnRule, earnedPoints } from '../purchase/earn-rule.ts'
import { maxRedeemablePoints, pointsPartMinor } from '../purchase/points-part.ts'
import type { Terms } from '../terms/terms.ts'
import { linesOf, spread, sumOf } from './bill-lines.ts'
import { inOrder } from './compete.ts'
import { type Discounts, discountBill } from './discounts.ts'
import { type Earned, earnOnBill } from './earning.ts'
import { type IssuedVouchers, issueVouchers } from './issue-vouchers.ts'
import { type LocalMoment, localMoment } from './local-moment.ts'
import {
  costOfGift,
  isPaidByOthers,
  isPaidForCoalition,
  type PayerGift,
  type Purse,
  paidByOf,
  splitGift,
} from './paid-parts.ts'
import type { RuleVersion, VoucherEffect } from './rule.ts'
import { budgetCounter, budgetLimit, budgetUse, usesCounter } from './rule-counters.ts'
import { type CustomerFacts, type RuleSubject, type SkipReason, unmetCondition } from './skip-reason.ts'

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

/**
 * Says what a bill costs and earns: discounts, then points that pay, then earning on the money part. The same for a quote
 * and for the sale. A rule whose budget, whose customer's uses or whose payers do not cover all that it would give gives
 * nothing, and the bill is decided without it. Throws PointsShareExceededError above the share cap.
 */
export function evaluateBill(bill: BillToEvaluate): EvaluatedBill {
  if (bill.rules.length === 0)
    return bill.lines.every(({ earns }) => earns !== false)
      ? plainBill(bill)
      : settle(bill, evaluateWith(bill, []), NONE)
  const moment = localMoment(bill.occurredAt, bill.timeZone)
  const customerId = bill.customer?.id ?? null
  const skipped: Skipped[] = []
  const subject = subjectOf(bill, moment)
  let rules = inOrder(bill.rules).filter((rule) => {
    const reason = unmetCondition(rule, subject) ?? lateOf(rule, bill) ?? reachedLimit(rule, bill, moment.day)
    if (reason) skipped.push({ rule, reason })
    return !reason
  })
  // Whether a budget covers a rule is judged with no points spent, so that what a quote lets points pay does not change with
  // what they pay; and once more as it is, since with less money another rule may win.
  const unspent = bill.spent === 0n ? undefined : { ...bill, spent: points(0n) }
  for (;;) {
    const found = evaluateWith(bill, rules)
    const judged = unspent ? [evaluateWith(unspent, rules), found] : [found]
    const over = firstOf(judged, (each) => overBudget(rules, each, bill, moment.day))
    const out = over ?? firstOf(judged, (each) => overPurse(rules, each, bill))
    if (!out) return settle(bill, found, skipped, { rules, day: moment.day, customerId })
    skipped.push({ rule: out, reason: over ? 'BUDGET_ENDED' : 'PAYER_LIMIT' })
    rules = rules.filter((rule) => rule !== out)
  }
}

const subjectOf = (
  { totalMinor, lines, code, customer, timeZone }: BillToEvaluate,
  moment: LocalMoment,
): RuleSubject => ({
  totalMinor,
  lines: linesOf({ total: totalMinor, lines }),
  code,
  customer,
  moment,
  timeZone,
})

function firstOf(
  judged: readonly Found[],
  over: (found: Found) => RuleVersion | undefined,
): RuleVersion | undefined {
  for (const found of judged) {
    const rule = over(found)
    if (rule) return rule
  }
  return undefined
}

const lateOf = (rule: RuleVersion, { isLate, sellerId = '' }: BillToEvaluate): 'LATE_SALE' | undefined =>
  isLate === true && isPaidByOthers(rule, sellerId) ? 'LATE_SALE' : undefined

const NO_PURSES: ReadonlyMap<string, Purse> = new Map()

/**
 * The first rule, in order, that one of its payers can no longer pay for, after those before it. The seller is not asked for its part of
 * its own rules, only for what rules of the coalition cost it beside them and what it earns its customers anyway.
 */
function overPurse(
  rules: readonly RuleVersion[],
  found: Found,
  { sellerId = '', purses = NO_PURSES }: BillToEvaluate,
): RuleVersion | undefined {
  const paid = new Map<string, bigint>()
  const ofSeller = purses.get(sellerId)
  if (ofSeller) paid.set(sellerId, ownPointsOf(rules, found, sellerId) * ofSeller.pointMicros)
  for (const rule of rules) {
    if (!isPaidByOthers(rule, sellerId) && !(ofSeller && isPaidForCoalition(rule, sellerId))) continue
    const gave = givenBy(rule, found)
    if (gave.points === 0n && gave.discountMinor === 0n && !gave.voucher) continue
    for (const gift of splitGift(rule, gave, sellerId)) {
      const isSeller = gift.payerId === sellerId
      if (isSeller && !(ofSeller && rule.isOfCoalition && gift.points > 0n)) continue
      const purse = purses.get(gift.payerId)
      if (!purse) return rule
      const cost = isSeller ? gift.points * purse.pointMicros : costOfGift(gift, purse)
      const sum = (paid.get(gift.payerId) ?? 0n) + cost
      if (purse.roomMicros !== null && sum > purse.roomMicros) return rule
      paid.set(gift.payerId, sum)
    }
  }
  return undefined
}

/** Points that the seller gives by its earn rule and its own rules. */
const ownPointsOf = (rules: readonly RuleVersion[], found: Found, sellerId: string): bigint =>
  rules
    .filter(({ isOfCoalition }) => !isOfCoalition)
    .flatMap((rule) => splitGift(rule, givenBy(rule, found), sellerId))
    .reduce(
      (sum, { payerId, points: n }) => (payerId === sellerId ? sum + n : sum),
      BigInt(found.earned.basePoints),
    )

/** Why a rule's counters leave nothing to give, whatever the bill; undefined when they leave something. */
function reachedLimit(
  rule: RuleVersion,
  { used, customer }: BillToEvaluate,
  day: LocalDate,
): 'LIMIT_REACHED' | 'BUDGET_ENDED' | undefined {
  const { perCustomer, budget } = rule.limits
  if (!perCustomer && !budget) return undefined
  const standsAt = (name: CounterName) => used.get(counterKey(name)) ?? 0n
  const uses = usesCounter(rule, day, customer?.id ?? null)
  if (perCustomer && uses && standsAt(uses) >= BigInt(perCustomer.times)) return 'LIMIT_REACHED'
  const spent = budgetCounter(rule, day)
  return budget && spent && standsAt(spent) >= budgetLimit(budget) ? 'BUDGET_ENDED' : undefined
}

/** The first of these rules, which are in order, of which a budget does not cover what it gives. */
function overBudget(
  rules: readonly RuleVersion[],
  found: Found,
  { used, terms }: BillToEvaluate,
  day: LocalDate,
): RuleVersion | undefined {
  return rules.find((rule) => {
    const { budget } = rule.limits
    const name = budgetCounter(rule, day)
    if (!budget || !name) return false
    const use = budgetUse(rule, budgeted(givenBy(rule, found)), terms.faceValueMinor)
    return use > 0n && (used.get(counterKey(name)) ?? 0n) + use > budgetLimit(budget)
  })
}

const NONE: readonly Skipped[] = []

/** What most bills are, no rules and every line earns: what {@link evaluateWith} says of them, without laying the bill out. */
function plainBill({
  totalMinor,
  spent,
  earnRule,
  terms,
  promisedUnder = terms,
}: BillToEvaluate): EvaluatedBill {
  const maxPoints = maxRedeemablePoints(promisedUnder, totalMinor)
  if (spent > maxPoints) throw new PointsShareExceededError({ maxPoints, requested: spent })
  const pointsPart = pointsPartMinor(spent, promisedUnder)
  const moneyPartMinor = minor(totalMinor - pointsPart)
  const { faceValueMinor } = terms
  const earned = earnedPoints(earnRule, { totalMinor, moneyPartMinor, faceValueMinor })
  return {
    discountMinor: minor(0n),
    discountByLine: [],
    maxPoints,
    pointsPartMinor: pointsPart,
    moneyPartMinor,
    basePoints: earned,
    pointsToEarn: earned,
    given: [],
    skipped: [],
    paidBy: [],
  }
}

interface Found {
  readonly discounts: Discounts
  readonly netMinor: Minor
  readonly maxPoints: Points
  readonly pointsPartMinor: Minor
  readonly earned: Earned
  readonly vouchers: IssuedVouchers
}

/** The three phases with these rules and no limits. */
function evaluateWith(bill: BillToEvaluate, rules: readonly RuleVersion[]): Found {
  const { terms, promisedUnder = terms } = bill
  const lines = linesOf({ total: bill.totalMinor, lines: bill.lines })
  const discounts = discountBill(rules, lines)
  const netByLine = lines.map(({ total }, index) => total - (discounts.byLine[index] ?? 0n))
  const netMinor = minor(sumOf(netByLine))
  const maxPoints = maxRedeemablePoints(promisedUnder, netMinor)
  const pointsPart = pointsPartMinor(bill.spent, promisedUnder)
  const pointsByLine = spread(lesser(pointsPart, netMinor), netByLine)
  const moneyByLine = netByLine.map((net, index) => net - (pointsByLine[index] ?? 0n))
  const earned = earnOnBill(rules, bill.earnRule, {
    totalMinor: bill.totalMinor,
    lines,
    moneyByLine,
    faceValueMinor: terms.faceValueMinor,
    discountOf: (id) => sumOf(discounts.byRule.get(id) ?? []),
  })
  const vouchers = issueVouchers(rules, { lines, moneyByLine })
  return { discounts, netMinor, maxPoints, pointsPartMinor: pointsPart, earned, vouchers }
}

interface Gave extends Pick<Given, 'points' | 'discountMinor' | 'discountByLine'> {
  readonly voucher: VoucherEffect | undefined
}

const budgeted = ({ points, discountMinor, voucher }: Gave) => ({
  points,
  discountMinor,
  hasVoucher: voucher !== undefined,
})

function givenBy({ id }: RuleVersion, { discounts, earned, vouchers }: Found): Gave {
  const discountByLine = discounts.byRule.get(id) ?? NO_LINES
  return {
    voucher: vouchers.byRule.get(id),
    points: earned.byRule.get(id) ?? points(0n),
    discountMinor: minor(sumOf(discountByLine)),
    discountByLine,
  }
}

const NO_LINES: readonly Minor[] = []

/** Puts what was found into the order of the rules, with the counters that it moves. */
function settle(
  bill: BillToEvaluate,
  found: Found,
  refused: readonly Skipped[],
  applied?: {
    readonly rules: readonly RuleVersion[]
    readonly day: LocalDate
    readonly customerId: string | null
  },
): EvaluatedBill {
  const { discounts, earned, maxPoints, vouchers } = found
  // Judged once all is decided: a discount that its budget does not cover leaves more of the bill to points.
  if (bill.spent > maxPoints) throw new PointsShareExceededError({ maxPoints, requested: bill.spent })
  const skipped = [...refused]
  const given: Given[] = []
  const lost = new Map(
    [...discounts.lost, ...earned.lost, ...vouchers.lost].map((each) => [each.rule.id, each]),
  )
  for (const rule of applied ? applied.rules : []) {
    const gave = givenBy(rule, found)
    const { discountMinor, discountByLine, voucher } = gave
    const loser = lost.get(rule.id)
    if (gave.points > 0n || discountMinor > 0n || voucher) {
      const counters = applied ? movesOf(rule, gave, bill, applied) : []
      const gift = { rule, points: gave.points, discountMinor, discountByLine, counters }
      given.push(voucher ? { ...gift, voucher } : gift)
    } else if (loser) skipped.push({ rule, reason: 'LOST_TO', to: loser.to })
    else skipped.push({ rule, reason: 'GIVES_NOTHING' })
  }
  const discountMinor = minor(sumOf(discounts.byLine))
  return {
    discountMinor,
    discountByLine: bill.lines.length > 0 && discountMinor > 0n ? discounts.byLine : [],
    maxPoints,
    pointsPartMinor: found.pointsPartMinor,
    moneyPartMinor: minor(found.netMinor - found.pointsPartMinor),
    basePoints: earned.basePoints,
    pointsToEarn: earned.total,
    given,
    skipped,
    paidBy: paidByOf({ given, basePoints: earned.basePoints }, bill.sellerId ?? ''),
  }
}

function movesOf(
  rule: RuleVersion,
  gave: Gave,
  bill: BillToEvaluate,
  { day, customerId }: { readonly day: LocalDate; readonly customerId: string | null },
): CounterMove[] {
  const { limits } = rule
  const budget = budgetCounter(rule, day)
  const uses = usesCounter(rule, day, customerId)
  const moves: CounterMove[] = []
  if (budget && limits.budget)
    moves.push(
      moveOf(budget, budgetUse(rule, budgeted(gave), bill.terms.faceValueMinor), budgetLimit(limits.budget)),
    )
  if (uses && limits.perCustomer) moves.push(moveOf(uses, 1n, BigInt(limits.perCustomer.times)))
  return moves
}

/** Field by field: what is put together by spreading takes the engine's slow path, for every counter of every sale. */
const moveOf = ({ ownerId, customerId, period }: CounterName, delta: bigint, limit: bigint): CounterMove => ({
  ownerId,
  customerId,
  period,
  delta,
  limit,
})
