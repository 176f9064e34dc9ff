import type { EarnRule, PointsEffect, RuleVersion } from '@artel/rules'
import { isItsLine } from './holds.ts'
import { losersAmong, ordered } from './rivals.ts'
import { least, type ToldLine, total } from './told.ts'

/** What a bill earns on. */
export interface EarningLines {
  readonly lines: readonly ToldLine[]
  /** Paid in money, by line. */
  readonly money: readonly bigint[]
  readonly faceValue: bigint
  /** What a rule takes off the bill: with what it gives, one purchase gets no more of it than it says. */
  readonly off: (ruleId: string) => bigint
  /** Of the bill before discounts, where it is not the sum of the lines. */
  readonly gross?: bigint
}

/** What was earned, and by whom. */
export interface Earned {
  readonly base: bigint
  readonly byRule: ReadonlyMap<string, bigint>
  /** The winner; null: the earn rule. */
  readonly lost: ReadonlyMap<string, string | null>
}

/** The earning phase: of rules that hold. */
export function earn(rules: readonly RuleVersion[], earnRule: EarnRule, bill: EarningLines): Earned {
  const giving = ordered(rules).filter((rule) => pointsOf(rule).length > 0)
  const money = total(earning(bill, () => true))
  const alone = { left: money / bill.faceValue }
  const inBase = giving.filter(({ combine }) => combine.group === 'base')
  const others = giving.filter(({ combine }) => combine.group !== 'base')
  const lost = new Map<string, string | null>()

  const worthInBase = (rule: RuleVersion) => givenBy(rule, bill, { room: { ...alone }, base: 0n })
  for (const [loser, winner] of losersAmong(inBase, worthInBase)) lost.set(loser, winner)
  const ofEarnRule = byEarnRule(earnRule, bill)
  let isBaseBeaten = false
  for (const rule of inBase.filter(({ combine }) => combine.mode === 'BEST')) {
    if (worthInBase(rule) > ofEarnRule) isBaseBeaten = true
  }
  if (!isBaseBeaten) for (const rule of inBase) if (rule.combine.mode === 'BEST') lost.set(rule.ruleId, null)

  const room = { ...alone }
  const byRule = new Map<string, bigint>()
  const base = isBaseBeaten ? 0n : ofEarnRule
  if (earnRule.kind === 'PERCENT') room.left -= base
  for (const rule of inBase)
    if (!lost.has(rule.ruleId)) byRule.set(rule.ruleId, givenBy(rule, bill, { room, base: 0n }))
  const allOfBase = base + total([...byRule.values()])
  const worth = (rule: RuleVersion) => givenBy(rule, bill, { room: { ...alone }, base: allOfBase })
  for (const [loser, winner] of losersAmong(others, worth)) lost.set(loser, winner)
  for (const rule of others)
    if (!lost.has(rule.ruleId)) byRule.set(rule.ruleId, givenBy(rule, bill, { room, base: allOfBase }))
  return { base, byRule, lost }
}

const pointsOf = (rule: RuleVersion): PointsEffect[] =>
  rule.give.filter((effect): effect is PointsEffect => effect.kind.startsWith('POINTS_'))

/** The money of lines that earn and are wanted; 0 for the others. */
const earning = ({ lines, money }: EarningLines, isWanted: (line: ToldLine) => boolean): bigint[] =>
  lines.map((line, index) => (line.earns && isWanted(line) ? (money[index] ?? 0n) : 0n))

function byEarnRule(rule: EarnRule, bill: EarningLines): bigint {
  const money = total(earning(bill, () => true))
  const gross = bill.gross ?? total(bill.lines.map((line) => line.gross))
  if (gross < rule.minTotalMinor || money === 0n) return 0n
  return rule.kind === 'FIXED' ? rule.fixedPoints : (money * rule.percentBps) / (10_000n * bill.faceValue)
}

/** What one rule gives where percentages may give so much more and the group `base` gave so much. */
function givenBy(
  rule: RuleVersion,
  bill: EarningLines,
  { room, base }: { readonly room: { left: bigint }; readonly base: bigint },
): bigint {
  const own = earning(bill, (line) => isItsLine(rule, line))
  const money = total(own)
  const { perPurchasePoints } = rule.limits
  const worth = rule.maxMinor === undefined ? null : (rule.maxMinor - bill.off(rule.ruleId)) / bill.faceValue
  let sum = 0n
  for (const effect of pointsOf(rule)) {
    let part = 0n
    if (effect.kind === 'POINTS_PERCENT') part = (money * effect.percentBps) / (10_000n * bill.faceValue)
    if (effect.kind === 'POINTS_FIXED' && money > 0n) part = effect.points
    if (effect.kind === 'POINTS_PER_UNIT') {
      const units = bill.lines.map((line, index) => ((own[index] ?? 0n) > 0n ? line.quantityMilli : 0n))
      part = (effect.points * total(units)) / 1_000n
    }
    if (effect.kind === 'POINTS_MULTIPLY') part = (base * (effect.multiplyBps - 10_000n)) / 10_000n
    // What one purchase does not get is not given, so it is left to the percentages of others.
    if (perPurchasePoints !== null) part = least(part, perPurchasePoints - sum)
    if (worth !== null) part = least(part, worth - sum)
    if (effect.kind === 'POINTS_PERCENT') {
      part = least(part, room.left)
      room.left -= part
    }
    sum += part
  }
  return sum
}
