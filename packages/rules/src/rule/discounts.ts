import { lesser, type Minor, minor, type PurchaseLine } from '@artel/ledger'
import { WHOLE_BPS } from '../purchase/points-part.ts'
import { isOfFilter, spread, sumOf, unitOf } from './bill-lines.ts'
import { inOrder, type Lost, loserOf } from './compete.ts'
import type { DiscountEffect, RuleVersion } from './rule.ts'

/** What the discounts of a bill come to. */
export interface Discounts {
  /** By line, in the bill's order. */
  readonly byLine: readonly Minor[]
  /** By version id, and by line within it; a rule that came too late to take anything off is missing. */
  readonly byRule: ReadonlyMap<string, readonly Minor[]>
  readonly lost: readonly Lost[]
}

/**
 * The first phase: all percentages are of the same gross lines, so there is no percent of a percent; each takes at most
 * what those before it left. A discount is laid over its lines by largest remainder.
 */
export function discountBill(rules: readonly RuleVersion[], lines: readonly PurchaseLine[]): Discounts {
  const competing = rules.filter(({ give }) => give.some(isDiscount))
  if (competing.length === 0) return { byLine: lines.map(() => minor(0n)), byRule: NOTHING_OFF, lost: [] }
  const untouched = lines.map(({ total }): bigint => total)
  const worth = new Map(competing.map((rule) => [rule.id, sumOf(takenBy(rule, lines, untouched))]))
  const left = [...untouched]
  const byRule = new Map<string, readonly Minor[]>()
  const lost: Lost[] = []
  for (const rule of inOrder(competing)) {
    const loser = loserOf(rule, competing, worth)
    if (loser) {
      lost.push(loser)
      continue
    }
    const taken = takenBy(rule, lines, left)
    for (const [index, part] of taken.entries()) left[index] = (left[index] ?? 0n) - part
    if (taken.some((part) => part > 0n)) byRule.set(rule.id, taken.map(minor))
  }
  return { byLine: lines.map(({ total }, index) => minor(total - (left[index] ?? 0n))), byRule, lost }
}

const NOTHING_OFF: ReadonlyMap<string, readonly Minor[]> = new Map()

/** What a rule takes off each line where so much is left of them, and at most what one purchase gets; its effects one after another. */
function takenBy(
  rule: RuleVersion,
  lines: readonly PurchaseLine[],
  leftBefore: readonly bigint[],
): readonly bigint[] {
  const left = [...leftBefore]
  let most = rule.maxMinor ?? minor(sumOf(leftBefore))
  for (const effect of rule.give.filter(isDiscount)) {
    const room = roomOf(effect, rule, lines).map((isRoom, index) => (isRoom ? (left[index] ?? 0n) : 0n))
    const amount = lesser(lesser(grossDiscount(effect, rule, lines), minor(sumOf(room))), most)
    most = minor(most - amount)
    for (const [index, part] of spread(amount, room).entries()) left[index] = (left[index] ?? 0n) - part
  }
  return leftBefore.map((before, index) => before - (left[index] ?? 0n))
}

const isDiscount = (effect: RuleVersion['give'][number]): effect is DiscountEffect =>
  effect.kind.startsWith('DISCOUNT_')

/** What an effect takes off when it is the only one. */
function grossDiscount(effect: DiscountEffect, rule: RuleVersion, lines: readonly PurchaseLine[]): Minor {
  const room = roomOf(effect, rule, lines)
  const base = sumOf(lines.map(({ total }, index) => (room[index] ? total : 0n)))
  switch (effect.kind) {
    case 'DISCOUNT_PERCENT':
      return minor((base * effect.percentBps) / WHOLE_BPS)
    case 'DISCOUNT_FIXED':
      return lesser(effect.amountMinor, minor(base))
    case 'DISCOUNT_FREE_LINE':
      return minor(sumOf(lines.map((line, index) => (room[index] ? unitOf(line) : 0n))))
  }
}

/** Which lines an effect may take from: those that the rule is about, of them the one with the cheapest unit for a free one. */
function roomOf(
  { kind }: DiscountEffect,
  rule: RuleVersion,
  lines: readonly PurchaseLine[],
): readonly boolean[] {
  const about = lines.map((line) => isAbout(rule, line))
  if (kind !== 'DISCOUNT_FREE_LINE') return about
  let cheapest: { readonly index: number; readonly unit: Minor } | undefined
  for (const [index, line] of lines.entries()) {
    const unit = unitOf(line)
    if (about[index] && unit > 0n && (!cheapest || unit < cheapest.unit)) cheapest = { index, unit }
  }
  return lines.map((_, index) => index === cheapest?.index)
}

/** Whether a rule is about a line: one of those that it asks for, all where it asks for none. */
export const isAbout = ({ if: { anyLine } }: RuleVersion, line: PurchaseLine): boolean =>
  !anyLine || isOfFilter(line, anyLine)
