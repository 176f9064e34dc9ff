import { type Found, givenBy } from './bill-phases.ts'
import type { BillToEvaluate } from './bill-to-evaluate.ts'
import { costOfGift, isPaidByOthers, isPaidForCoalition, type Purse, splitGift } from './paid-parts.ts'
import type { RuleVersion } from './rule.ts'

/**
 * The first rule, in order, that one of its payers can no longer pay for, after those before it. The seller is not asked for its part of
 * its own rules, only for what rules of the coalition cost it beside them and what it earns its customers anyway.
 */
export function overPurse(
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
      if (!purse || (purse.paysVouchersAlone && !rule.voucherOf)) return rule
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

const NO_PURSES: ReadonlyMap<string, Purse> = new Map()
