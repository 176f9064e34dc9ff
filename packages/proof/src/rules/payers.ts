import type { RuleVersion } from '@artel/rules'
import { layOver } from './lay-over.ts'
import { least, type ToldBill, type ToldOutcome, total } from './told.ts'

/** What somebody pays for. */
export interface ToldPart {
  readonly points: bigint
  readonly discount: bigint
}

/** Whether anybody but the seller pays for a rule. */
export const othersPay = ({ pays }: RuleVersion, seller: string): boolean =>
  pays?.some(({ payerId }) => payerId !== seller) ?? false

/** Shares a gift out among who pays for its rule. Who has the smaller name is earlier. */
export function shareOut({ pays }: RuleVersion, gave: ToldPart, seller: string): Map<string, ToldPart> {
  if (pays === undefined) return new Map([[seller, gave]])
  const byName = [...pays].sort((a, b) => (a.payerId < b.payerId ? -1 : 1))
  const shares = byName.map(({ shareBps }): bigint => shareBps)
  const points = layOver(gave.points, shares)
  const discount = layOver(gave.discount, shares)
  return new Map(
    byName.map(({ payerId }, at) => [payerId, { points: points[at] ?? 0n, discount: discount[at] ?? 0n }]),
  )
}

/** Adds up who pays for what. */
export function addUp(parts: readonly ReadonlyMap<string, ToldPart>[]): Map<string, ToldPart> {
  const sums = new Map<string, ToldPart>()
  for (const part of parts)
    for (const [payer, { points, discount }] of part) {
      const before = sums.get(payer) ?? { points: 0n, discount: 0n }
      sums.set(payer, { points: before.points + points, discount: before.discount + discount })
    }
  return sums
}

/** Who pays for a bill; nobody is named where the seller pays for all. */
export function whoPays(
  { rules, seller }: ToldBill,
  { base, byRule }: Pick<ToldOutcome, 'base' | 'byRule'>,
): Map<string, ToldPart> {
  const gave = rules.filter(({ ruleId }) => byRule.get(ruleId)?.reason === null)
  if (!gave.some((rule) => othersPay(rule, seller))) return new Map()
  return addUp([
    new Map([[seller, { points: base, discount: 0n }]]),
    ...gave.map((rule) => shareOut(rule, byRule.get(rule.ruleId) ?? { points: 0n, discount: 0n }, seller)),
  ])
}

/** The first rule, in this order, that somebody cannot pay for after those before it. */
export function cannotBePaid(
  inOrder: readonly RuleVersion[],
  { seller, purse }: ToldBill,
  { byRule }: Pick<ToldOutcome, 'byRule'>,
): RuleVersion | undefined {
  const paid = new Map<string, bigint>()
  for (const rule of inOrder) {
    const gave = byRule.get(rule.ruleId)
    if (!gave || gave.reason !== null || !othersPay(rule, seller)) continue
    for (const [payer, part] of shareOut(rule, gave, seller)) {
      if (payer === seller) continue
      const has = purse(payer)
      if (has === null) return rule
      const sum = (paid.get(payer) ?? 0n) + part.points * has.point + part.discount * 10_000n
      if (has.room !== null && sum > has.room) return rule
      paid.set(payer, sum)
    }
  }
  return undefined
}

/**
 * What each payer is given back by a refund, in one of the two: of what it still gives, what it no longer has to. `left` is what
 * all of them together go on giving; what nobody's own rules keep is laid over the others.
 */
export function givenBack(
  still: ReadonlyMap<string, bigint>,
  wanted: ReadonlyMap<string, bigint>,
  left: bigint,
): Map<string, bigint> {
  const names = [...still.keys()].sort()
  const keeps = names.map((name) => least(still.get(name) ?? 0n, wanted.get(name) ?? 0n))
  const room = names.map((name, at) => (still.get(name) ?? 0n) - (keeps[at] ?? 0n))
  const more = layOver(left - total(keeps), room)
  return new Map(names.map((name, at) => [name, (room[at] ?? 0n) - (more[at] ?? 0n)]))
}
