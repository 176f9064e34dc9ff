import {
  type CounterMove,
  counterKey,
  floorDivide,
  lesser,
  type Minor,
  minor,
  type Points,
  type PurchaseLine,
  type PurchaseState,
  points,
} from '@artel/ledger'
import type { EarnRule } from '../purchase/earn-rule.ts'
import { linesOf, ONE_UNIT_MILLI, spread, sumOf } from './bill-lines.ts'
import { earnOnBill } from './earning.ts'
import type { Given } from './evaluated-bill.ts'
import { givesVoucher } from './issue-vouchers.ts'
import { BASE_GROUP, type RuleVersion } from './rule.ts'
import { type BudgetedGift, budgetUse } from './rule-counters.ts'
import { unmetByBill } from './skip-reason.ts'

/** What was decided about a purchase when it was recorded, as it was stored with it. */
export interface DecidedRules {
  /** The member's earn rule of that moment. */
  readonly earnRule: EarnRule
  /** Of the points earned, those by the earn rule. */
  readonly basePoints: Points
  readonly given: readonly Given[]
  /** Rules that lost to another of their group: they may win when less of the bill is left. */
  readonly lost: readonly RuleVersion[]
  /** What a new point of that moment was worth at the till, minor units. */
  readonly faceValueMinor: Minor
}

/** What refunds undid so far. `amount` is all of them together, those by line among it. */
export interface Undone {
  readonly amount: Minor
  readonly byLine: ReadonlyMap<string, Minor>
  /** The last of them named lines, so that a line that it did not name is not undone by it. */
  readonly isByLines?: boolean
}

/**
 * Whether nothing is left of a bill: all that was paid for it is back, and where lines were named, every line that discounts brought to
 * nothing was named too. Who gives back what cost money alone keeps what was free.
 */
export const isAllUndone = (
  { total, lines }: Pick<PurchaseState, 'total' | 'lines'>,
  { amount, byLine, isByLines }: Undone,
): boolean =>
  amount === total &&
  (!isByLines ||
    lines.every((line) => line.total > 0n || (line.discount ?? 0n) === 0n || byLine.has(line.ref)))

/** What is left of what each rule gave once a part of the bill is undone. */
export interface LeftOfRules {
  readonly pointsLeft: Points
  /** Of them, those by the member's earn rule. */
  readonly basePoints: Points
  readonly byRule: ReadonlyMap<string, BudgetedGift>
  /** Of them, those of rules that had lost and give on what is left. */
  readonly won: readonly { readonly rule: RuleVersion; readonly points: Points }[]
}

/**
 * Evaluates what is left of a bill under the stored versions, losers included. Conditions on the customer and the moment
 * were met and stay so; discounts stay on the lines that they were laid on. Nothing left earns nothing; what is left
 * never earns more than it did, of no rule that gave: what its maximum left to points grows as its discount is undone.
 */
export function leftOfRules(purchase: PurchaseState, decided: DecidedRules, undone: Undone): LeftOfRules {
  const left = leftOfBill(purchase, decided, undone)
  const plain = (earned: Points): Points =>
    undone.amount === purchase.total
      ? points(0n)
      : points(earned - floorDivide(earned * undone.amount, purchase.total))
  const candidates = [...decided.given.map(({ rule }) => rule), ...decided.lost]
  const reached = candidates.filter((rule) => !unmetByBill(rule, left))
  const offOf = new Map(
    decided.given.map(({ rule, discountByLine }) => [
      rule.id,
      sumOf(discountByLine.map((part, index) => left.scaled(part, index))),
    ]),
  )
  const earned = earnOnBill(undone.amount === purchase.total ? [] : reached, decided.earnRule, {
    ...left,
    faceValueMinor: decided.faceValueMinor,
    discountOf: (id) => offOf.get(id) ?? 0n,
  })
  const allEarn = purchase.lines.every(({ earns }) => earns !== false)
  const isBaseAlone = candidates.every(({ combine }) => combine.group !== BASE_GROUP)
  // Where no rule had a say, the earning is undone as if there were none.
  const isBasePlain = allEarn && (candidates.length === 0 || (isBaseAlone && isPlainBase(decided.earnRule)))
  const base = isBasePlain ? plain(decided.basePoints) : earned.basePoints
  const byRule = new Map<string, BudgetedGift>()
  for (const { rule, points: gave, voucher } of decided.given) {
    const again = earned.byRule.get(rule.id) ?? points(0n)
    byRule.set(rule.id, {
      points: allEarn && isPlain(rule, candidates) ? plain(gave) : lesser(again, gave),
      discountMinor: minor(offOf.get(rule.id) ?? 0n),
      ...(voucher && { hasVoucher: reached.includes(rule) && givesVoucher(rule, left) }),
    })
  }
  const won = decided.lost.map((rule) => ({ rule, points: earned.byRule.get(rule.id) ?? points(0n) }))
  const ofWinners = sumOf(won.map((each) => each.points))
  const pointsLeft = base + sumOf([...byRule.values()].map((each) => each.points)) + ofWinners
  return { pointsLeft: points(pointsLeft), basePoints: points(base), byRule, won }
}

/**
 * What a refund gives back to the counters that the sale moved: to a budget what the rest no longer uses; a use of the customer
 * once nothing of the rule is left and its points were recovered, else what was spent meanwhile could be had again and again.
 */
export function givenBackTo(
  { rule, counters }: Given,
  left: BudgetedGift,
  rest: {
    readonly faceValueMinor: Minor
    readonly backSoFar: ReadonlyMap<string, bigint>
    /** Whether all that refunds claimed back of the purchase's points was found, or is owed. */
    readonly isRecovered: boolean
  },
): CounterMove[] {
  const isGone = left.points === 0n && left.discountMinor === 0n && !left.hasVoucher && rest.isRecovered
  return counters.flatMap((move) => {
    const isBudget = move.customerId === null
    const kept = isBudget ? budgetUse(rule, left, rest.faceValueMinor) : isGone ? 0n : move.delta
    const back = move.delta - kept - (rest.backSoFar.get(counterKey(move)) ?? 0n)
    return back > 0n ? [{ ...move, delta: -back }] : []
  })
}

/** The bill as if the undone part had never been on it, down to a minor unit a line. */
function leftOfBill(purchase: PurchaseState, { given }: DecidedRules, undone: Undone) {
  const { amount, byLine } = undone
  const lines = linesOf(purchase)
  const isGone = isAllUndone(purchase, undone)
  const named = lines.map(({ ref }) => byLine.get(ref) ?? minor(0n))
  const rooms = lines.map(({ total }, index) => total - (named[index] ?? 0n))
  // Of what names no line, each line bears its part: a floor, so that no line has more left as more is undone.
  const room = sumOf(rooms)
  const unnamed = amount - sumOf(named)
  const lefts = rooms.map((each) => (room === 0n ? 0n : floorDivide(each * (room - unnamed), room)))
  const pointsByLine = spread(
    purchase.pointsPart,
    lines.map(({ total }) => total),
  )
  /** A line that cost nothing is there until a refund names it, or the whole bill is undone. */
  const isUndone = (index: number): boolean =>
    isGone || (lines[index]?.total === 0n && byLine.has(lines[index].ref))
  const scaled = (value: bigint, index: number): bigint => {
    const net = lines[index]?.total ?? 0n
    if (isUndone(index)) return 0n
    return net === 0n ? value : floorDivide(value * (lefts[index] ?? 0n), net)
  }
  // What rules took off is theirs to say: a bill without lines has no line that could.
  const discounts = lines.map((_, index) =>
    sumOf(given.map(({ discountByLine }) => discountByLine[index] ?? 0n)),
  )
  const kept = lines.flatMap((line, index): { readonly line: PurchaseLine; readonly money: bigint }[] => {
    const isThere = !isUndone(index) && (line.total === 0n || (lefts[index] ?? 0n) > 0n)
    if (!isThere) return []
    const total = minor(scaled(line.total + (discounts[index] ?? 0n), index))
    const quantityMilli = scaled(line.quantityMilli ?? ONE_UNIT_MILLI, index)
    const money = scaled(line.total - (pointsByLine[index] ?? 0n), index)
    return [{ line: { ...line, total, quantityMilli }, money }]
  })
  return {
    // To the minor unit, and not line by line: minimums are held against it.
    totalMinor: minor(purchase.total - amount + sumOf(discounts.map(scaled))),
    lines: kept.map(({ line }) => line),
    moneyByLine: kept.map(({ money }) => money),
    scaled,
  }
}

const isPlainBase = (rule: EarnRule): boolean => rule.kind === 'PERCENT' && rule.minTotalMinor === 0n

/** A percentage of the whole bill with no condition on it, no cut, and nothing to compete with. */
function isPlain(
  { id, give, if: wanted, limits, combine, maxMinor }: RuleVersion,
  all: readonly RuleVersion[],
): boolean {
  const [effect, ...others] = give
  return (
    effect?.kind === 'POINTS_PERCENT' &&
    others.length === 0 &&
    wanted.minTotalMinor === undefined &&
    !wanted.anyLine &&
    !wanted.noLine &&
    limits.perPurchasePoints === null &&
    maxMinor === undefined &&
    combine.group !== BASE_GROUP &&
    all.every((other) => other.id === id || other.combine.group !== combine.group)
  )
}
