import { floorDivide, lesser, type Minor, type Points, type PurchaseLine, points } from '@artel/ledger'
import { type EarnRule, earnedPoints } from '../purchase/earn-rule.ts'
import { WHOLE_BPS } from '../purchase/points-part.ts'
import { isOfFilter, ONE_UNIT_MILLI, sumOf } from './bill-lines.ts'
import { inOrder, type Lost, loserOf } from './compete.ts'
import { isAbout } from './discounts.ts'
import { BASE_GROUP, type PointsEffect, type RuleVersion } from './rule.ts'

/** A bill as it earns. */
export interface EarningBill {
  /** The whole bill before discounts: what minimums are held against. */
  readonly totalMinor: Minor
  readonly lines: readonly PurchaseLine[]
  /** What of each line is paid in money. */
  readonly moneyByLine: readonly bigint[]
  readonly faceValueMinor: Minor
  /** What a rule takes off the bill, by its version's id: what a purchase gets at most of a rule counts both. Nothing when absent. */
  readonly discountOf?: (versionId: string) => bigint
}

/** What a bill earns. */
export interface Earned {
  /** By the member's earn rule; 0 where a rule of its group is worth more. */
  readonly basePoints: Points
  /** By version id; a rule that gives nothing is missing. */
  readonly byRule: ReadonlyMap<string, Points>
  readonly lost: readonly Lost[]
  readonly total: Points
}

/**
 * The third phase, on what is paid in money for lines that earn. The group `base` comes first, since multipliers raise
 * what it gave and only that. All percentages are of the same money, and give together at most points worth all of it.
 */
export function earnOnBill(rules: readonly RuleVersion[], earnRule: EarnRule, bill: EarningBill): Earned {
  const moneyMinor = earningMoney(bill)
  const base = earnedPoints(earnRule, {
    totalMinor: bill.totalMinor,
    moneyPartMinor: moneyMinor,
    faceValueMinor: bill.faceValueMinor,
  })
  if (rules.length === 0) return { basePoints: base, byRule: NO_POINTS, lost: [], total: base }

  const giving = rules.filter(({ give }) => give.some(isPoints))
  const inBase = giving.filter(({ combine }) => combine.group === BASE_GROUP)
  const others = giving.filter(({ combine }) => combine.group !== BASE_GROUP)
  // All that percentages of a bill may give together.
  const wholePot = floorDivide(moneyMinor, bill.faceValueMinor)
  const of: EarningRules = { bill, moneyMinor, wholePot }
  const pot = { percentLeft: wholePot }
  const worthInBase = worthOf(inBase, of, 0n)
  const isBaseBeaten = inBase.some(
    ({ combine, id }) => combine.mode === 'BEST' && (worthInBase.get(id) ?? 0n) > base,
  )
  const basePoints = isBaseBeaten ? points(0n) : base
  if (earnRule.kind === 'PERCENT') pot.percentLeft -= lesser(basePoints, points(pot.percentLeft))

  const byRule = new Map<string, Points>()
  const lost: Lost[] = []
  give(inBase, { worth: worthInBase, standing: base, baseGiven: 0n })
  const baseGiven = basePoints + sumOf(byRule.values())
  give(others, { worth: worthOf(others, of, baseGiven), standing: -1n, baseGiven })
  return { basePoints, byRule, lost, total: points(basePoints + sumOf(byRule.values())) }

  function give(
    group: readonly RuleVersion[],
    by: {
      readonly worth: ReadonlyMap<string, bigint>
      readonly standing: bigint
      readonly baseGiven: bigint
    },
  ): void {
    for (const rule of inOrder(group)) {
      const loser = loserOf(rule, group, by.worth, by.standing)
      if (loser) {
        lost.push(loser)
        continue
      }
      const given = pointsOf(rule, of, { baseGiven: by.baseGiven, pot })
      if (given > 0n) byRule.set(rule.id, points(given))
    }
  }
}

const NO_POINTS: ReadonlyMap<string, Points> = new Map()

const isPoints = (effect: RuleVersion['give'][number]): effect is PointsEffect =>
  effect.kind.startsWith('POINTS_')

/** A bill under rules, with what is the same for all of them. */
interface EarningRules {
  readonly bill: EarningBill
  /** What of the whole bill earns and is paid in money. */
  readonly moneyMinor: Minor
  readonly wholePot: bigint
}

/** What each rule that competes gives when it is the only one. */
const worthOf = (
  rules: readonly RuleVersion[],
  of: EarningRules,
  baseGiven: bigint,
): ReadonlyMap<string, bigint> => {
  const worth = new Map<string, bigint>()
  for (const rule of rules)
    if (rule.combine.mode === 'BEST')
      worth.set(rule.id, pointsOf(rule, of, { baseGiven, pot: { percentLeft: of.wholePot } }))
  return worth
}

/** A rule's points, one floor an effect, cut to what one purchase gets. Percentages take from the pot. */
function pointsOf(
  rule: RuleVersion,
  of: EarningRules,
  from: { readonly baseGiven: bigint; readonly pot: { percentLeft: bigint } },
): bigint {
  let room = mostOf(rule, of.bill)
  let sum = 0n
  for (const effect of rule.give) {
    if (!isPoints(effect)) continue
    let given = effectPoints(effect, rule, of, from.baseGiven)
    if (room !== null && given > room) given = room
    if (effect.kind === 'POINTS_PERCENT') {
      if (given > from.pot.percentLeft) given = from.pot.percentLeft
      from.pot.percentLeft -= given
    }
    if (room !== null) room -= given
    sum += given
  }
  return sum
}

/** Points that one purchase may get of a rule; null: not cut. */
function mostOf({ id, limits, maxMinor }: RuleVersion, bill: EarningBill): bigint | null {
  const { perPurchasePoints } = limits
  if (maxMinor === undefined) return perPurchasePoints
  const worth = floorDivide(maxMinor - (bill.discountOf?.(id) ?? 0n), bill.faceValueMinor)
  return perPurchasePoints !== null && perPurchasePoints < worth ? perPurchasePoints : worth
}

function effectPoints(effect: PointsEffect, rule: RuleVersion, of: EarningRules, baseGiven: bigint): bigint {
  const { bill } = of
  if (effect.kind === 'POINTS_MULTIPLY')
    return floorDivide(baseGiven * (effect.multiplyBps - WHOLE_BPS), WHOLE_BPS)
  const { anyLine } = rule.if
  const money = anyLine ? earningMoney(bill, (line) => isOfFilter(line, anyLine)) : of.moneyMinor
  switch (effect.kind) {
    case 'POINTS_PERCENT':
      return floorDivide(money * effect.percentBps, WHOLE_BPS * bill.faceValueMinor)
    case 'POINTS_FIXED':
      return money > 0n ? effect.points : 0n
    case 'POINTS_PER_UNIT':
      return floorDivide(effect.points * unitsMilli(rule, bill), ONE_UNIT_MILLI)
  }
}

/** Units of the rule's lines that earn and are paid in money, in whole or in part. */
const unitsMilli = (rule: RuleVersion, { lines, moneyByLine }: EarningBill): bigint =>
  sumOf(
    lines.map((line, index) =>
      line.earns !== false && (moneyByLine[index] ?? 0n) > 0n && isAbout(rule, line)
        ? (line.quantityMilli ?? ONE_UNIT_MILLI)
        : 0n,
    ),
  )

function earningMoney(
  { lines, moneyByLine }: EarningBill,
  isWanted?: (line: PurchaseLine) => boolean,
): Minor {
  let sum = 0n
  for (const [index, line] of lines.entries())
    if (line.earns !== false && (!isWanted || isWanted(line))) sum += moneyByLine[index] ?? 0n
  return sum as Minor
}
