import type { DiscountEffect, RuleVersion } from '@artel/rules'
import { isItsLine } from './holds.ts'
import { layOver } from './lay-over.ts'
import { losersAmong, ordered } from './rivals.ts'
import { least, type ToldLine, total } from './told.ts'

/** What rules take off a bill. */
export interface TakenOff {
  /** By rule, by line. */
  readonly byRule: ReadonlyMap<string, readonly bigint[]>
  readonly lost: ReadonlyMap<string, string>
}

/** The discount phase: of rules that hold. */
export function takeOff(rules: readonly RuleVersion[], lines: readonly ToldLine[]): TakenOff {
  const taking = ordered(rules).filter((rule) => discountsOf(rule).length > 0)
  const untouched = lines.map(({ gross }) => gross)
  const lost = losersAmong(taking, (rule) => total(takenBy(rule, lines, untouched)))
  const byRule = new Map<string, readonly bigint[]>()
  let left = untouched
  for (const rule of taking) {
    if (lost.has(rule.ruleId)) continue
    const taken = takenBy(rule, lines, left)
    left = left.map((amount, index) => amount - (taken[index] ?? 0n))
    byRule.set(rule.ruleId, taken)
  }
  return { byRule, lost }
}

const discountsOf = (rule: RuleVersion): DiscountEffect[] =>
  rule.give.filter((effect): effect is DiscountEffect => effect.kind.startsWith('DISCOUNT_'))

/** What one rule takes off each line where so much is left on them. */
function takenBy(rule: RuleVersion, lines: readonly ToldLine[], leftBefore: readonly bigint[]): bigint[] {
  let left = [...leftBefore]
  let most = rule.maxMinor ?? total(leftBefore)
  const taken = lines.map(() => 0n)
  for (const effect of discountsOf(rule)) {
    const room = lines.map((line, index) => (isItsLine(rule, line) ? (left[index] ?? 0n) : 0n))
    const part = onePart(effect, rule, { lines, room, most })
    most -= total(part)
    left = left.map((amount, index) => amount - (part[index] ?? 0n))
    for (const [index, amount] of part.entries()) taken[index] = (taken[index] ?? 0n) + amount
  }
  return taken
}

function onePart(
  effect: DiscountEffect,
  rule: RuleVersion,
  {
    lines,
    room,
    most,
  }: { readonly lines: readonly ToldLine[]; readonly room: readonly bigint[]; readonly most: bigint },
): bigint[] {
  if (effect.kind === 'DISCOUNT_FIXED')
    return layOver(least(least(effect.amountMinor, total(room)), most), room)
  const own = lines.map((line) => (isItsLine(rule, line) ? line.gross : 0n))
  if (effect.kind === 'DISCOUNT_PERCENT')
    return layOver(least(least((total(own) * effect.percentBps) / 10_000n, total(room)), most), room)
  const prices = lines.map((line) => (isItsLine(rule, line) ? priceOfOne(line) : 0n))
  let cheapest = -1
  for (const [index, price] of prices.entries())
    if (price > 0n && (cheapest < 0 || price < (prices[cheapest] ?? 0n))) cheapest = index
  return room.map((amount, index) =>
    index === cheapest ? least(least(prices[index] ?? 0n, amount), most) : 0n,
  )
}

/** What one piece of a line costs, where it says that there are more than one. */
function priceOfOne({ gross, quantityMilli, isWholeBill }: ToldLine): bigint {
  if (isWholeBill) return 0n
  return quantityMilli <= 1_000n ? gross : (gross * 1_000n) / quantityMilli
}
