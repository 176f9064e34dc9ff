import type { RuleVersion } from '@artel/rules'
import { earn } from './earn.ts'
import { whyNotThisBill } from './holds.ts'
import { least, type ToldBill, type ToldLine, type ToldOutcome, total } from './told.ts'

/** What refunds took so far, minor units: from lines that they named, and without naming any. */
export interface ToldUndone {
  readonly named: readonly bigint[]
  readonly unnamed: bigint
  /** The last of them named a line: what it did not name is kept. */
  readonly isByLines: boolean
}

/** What is left of what a bill gave. */
export interface ToldLeft {
  readonly points: bigint
  /** Of them, those by the earn rule. */
  readonly base: bigint
  /** Of rules that gave nothing then and would now. */
  readonly won: ReadonlyMap<string, bigint>
  /** Of the rules that gave. */
  readonly byRule: ReadonlyMap<string, { readonly points: bigint; readonly discount: bigint }>
}

/** Tells what the rest of a bill still deserves, from what the stored versions say of the rest. */
export function leftOf(bill: ToldBill, sold: ToldOutcome, undone: ToldUndone): ToldLeft {
  const net = bill.lines.map(({ gross }, line) => gross - (sold.discounts[line] ?? 0n))
  const gone = total(undone.named) + undone.unnamed
  const whole = total(net)
  const gave = bill.rules.filter(({ ruleId }) => sold.byRule.get(ruleId)?.reason === null)
  // Who gives back, line by line, all that cost money keeps what was free.
  const keepsFree =
    undone.isByLines && net.some((cost, line) => cost === 0n && (sold.discounts[line] ?? 0n) > 0n)
  if (gone === whole && !keepsFree)
    return {
      ...{ points: 0n, base: 0n, won: new Map() },
      byRule: new Map(gave.map(({ ruleId }) => [ruleId, { points: 0n, discount: 0n }])),
    }

  const left = leftOfLines(net, undone)
  /** A line that costs nothing stays as it was; what is gone of all others shrinks what belongs to them. */
  const shrink = (amount: bigint, line: number): bigint => {
    const cost = net[line] ?? 0n
    return cost === 0n ? amount : (amount * (left[line] ?? 0n)) / cost
  }
  const rest: { readonly line: ToldLine; readonly money: bigint }[] = []
  for (const [index, line] of bill.lines.entries()) {
    const isThere = net[index] === 0n || (left[index] ?? 0n) > 0n
    const shrunk = {
      ...line,
      gross: shrink(line.gross, index),
      quantityMilli: shrink(line.quantityMilli, index),
    }
    if (isThere) rest.push({ line: shrunk, money: shrink(sold.moneyByLine[index] ?? 0n, index) })
  }
  const lines = rest.map(({ line }) => line)
  // What is left to be paid, and of each discount what belongs to the rest of its line.
  const gross = whole - gone + total(sold.discounts.map(shrink))
  const stored = bill.rules.filter(({ ruleId }) => {
    const reason = sold.byRule.get(ruleId)?.reason
    return reason === null || reason === 'LOST_TO'
  })
  const holding = stored.filter((rule) => whyNotThisBill(rule, lines, gross) === null)
  const money = rest.map((each) => each.money)
  const again = earn(gone === whole ? [] : holding, bill.earnRule, {
    ...{ lines, money, gross, faceValue: bill.faceValue },
    off: (ruleId) => total((sold.byRule.get(ruleId)?.discounts ?? []).map(shrink)),
  })

  const byShare = (points: bigint) => points - (points * gone) / whole
  const allEarn = bill.lines.every(({ earns }) => earns)
  // Where no rule gave or lost, none has a say.
  const isPlain = stored.length === 0 || isPlainEarnRule(bill, stored)
  const base = isPlain && allEarn ? byShare(sold.base) : again.base
  let points = base
  const won = new Map<string, bigint>()
  const byRule = new Map<string, { points: bigint; discount: bigint }>()
  for (const rule of stored) {
    const then = sold.byRule.get(rule.ruleId)
    const isShared = allEarn && then?.reason === null && isPlainPercent(rule, stored)
    const fresh = again.byRule.get(rule.ruleId) ?? 0n
    // Whoever gave goes on giving, and never more than it did.
    const more = then?.reason === null ? least(fresh, then.points) : fresh
    const now = isShared ? byShare(then.points) : more
    points += now
    const off = (then?.discounts ?? []).map(shrink)
    if (then?.reason === null) byRule.set(rule.ruleId, { points: now, discount: total(off) })
    else won.set(rule.ruleId, now)
  }
  return { points: least(points, sold.earned), base, won, byRule }
}

/** Refunds without a line take from all lines alike, after those that named one. */
function leftOfLines(net: readonly bigint[], { named, unnamed }: ToldUndone): bigint[] {
  const room = net.map((amount, line) => amount - (named[line] ?? 0n))
  const all = total(room)
  return room.map((amount) => (all === 0n ? 0n : (amount * (all - unnamed)) / all))
}

const isPlainEarnRule = ({ earnRule }: ToldBill, stored: readonly RuleVersion[]): boolean =>
  earnRule.kind === 'PERCENT' &&
  earnRule.minTotalMinor === 0n &&
  stored.every(({ combine }) => combine.group !== 'base')

function isPlainPercent(rule: RuleVersion, stored: readonly RuleVersion[]): boolean {
  const { minTotalMinor, anyLine, noLine } = rule.if
  const isAlone = stored.every((other) => other === rule || other.combine.group !== rule.combine.group)
  return (
    rule.give.length === 1 &&
    rule.give[0]?.kind === 'POINTS_PERCENT' &&
    minTotalMinor === undefined &&
    anyLine === undefined &&
    noLine === undefined &&
    rule.limits.perPurchasePoints === null &&
    rule.maxMinor === undefined &&
    isAlone &&
    rule.combine.group !== 'base'
  )
}
