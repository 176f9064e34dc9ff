import type { RuleVersion } from '@artel/rules'
import type { PurchaseQuote, RecordedPurchase } from '@artel/use-cases'
import type { ToldOutcome } from './told.ts'
import { total } from './told.ts'

/** What a bill came to, whoever says so. */
export interface Came {
  readonly discount: bigint
  readonly pointsPart: bigint
  readonly earned: bigint
  readonly rules: Readonly<Record<string, object>>
  /** Who pays; empty: the seller. */
  readonly paidBy: Readonly<Record<string, object>>
}

type Purchase = RecordedPurchase['purchase']

/** `purchase.rules`, read as it stands. */
interface Stored {
  readonly base: string
  readonly given: readonly { rule: string; points: string; discounts?: readonly string[] }[]
  readonly skipped: readonly { rule: string; reason: string; to?: string | null }[]
  readonly payers?: readonly (readonly [
    payer: string,
    lot: string | null,
    points: string,
    discount: string,
  ])[]
}

const storedOf = ({ rules, pointsEarned }: Purchase): Stored =>
  rules === null ? { base: String(pointsEarned), given: [], skipped: [] } : (JSON.parse(rules) as Stored)

/** What the model says. */
export function cameToByModel({
  discounts,
  pointsPart,
  earned,
  base,
  byRule,
  paidBy,
}: ToldOutcome): Came & { base: bigint } {
  const rules = [...byRule].map(([ruleId, { points, discounts: parts, reason, to }]) => [
    ruleId,
    reason === null ? { points, discounts: parts } : { reason, ...(to === undefined ? {} : { to }) },
  ])
  const payers = { paidBy: Object.fromEntries(paidBy) }
  return { discount: total(discounts), pointsPart, earned, base, rules: Object.fromEntries(rules), ...payers }
}

/** What of it is kept with a purchase: not the rules that had nothing to do with it. */
export const keptOf = <Told extends Came>(came: Told): Told => ({
  ...came,
  rules: Object.fromEntries(
    Object.entries(came.rules).filter(([, told]) => !('reason' in told && FAR.includes(String(told.reason)))),
  ),
})

const FAR = ['NOT_STARTED', 'ENDED', 'OTHER_DAY', 'NO_CODE']

/** What was recorded. */
export function cameToByPurchase(
  purchase: Purchase,
  versions: readonly RuleVersion[],
): Came & { base: bigint } {
  const { base, given, skipped, payers = [] } = storedOf(purchase)
  const ruleOf = (version: string) => versions.find(({ id }) => id === version)?.ruleId ?? version
  return {
    discount: purchase.discountMinor,
    pointsPart: purchase.pointsPartMinor,
    earned: purchase.pointsEarned,
    base: BigInt(base),
    paidBy: Object.fromEntries(
      payers.map(([payer, , points, discount]) => [
        payer,
        { points: BigInt(points), discount: BigInt(discount) },
      ]),
    ),
    rules: Object.fromEntries([
      ...given.map(({ rule, points, discounts = [] }) => [
        ruleOf(rule),
        { points: BigInt(points), discounts: discounts.map(BigInt) },
      ]),
      ...skipped.map(({ rule, ...why }) => [ruleOf(rule), why]),
    ]),
  }
}

/** What was quoted. */
export const cameToByQuote = (quote: PurchaseQuote): Came => ({
  ...{ discount: quote.discountMinor, pointsPart: quote.pointsPartMinor, earned: quote.pointsToEarn },
  paidBy: Object.fromEntries(
    quote.paidBy.map(({ payerId, points, discountMinor: discount }) => [payerId, { points, discount }]),
  ),
  rules: Object.fromEntries([
    ...quote.given.map(({ rule, points, discountByLine }) => [
      rule.ruleId,
      { points, discounts: discountByLine },
    ]),
    ...quote.skipped.map(({ rule, reason, to }) => [
      rule.ruleId,
      { reason, ...(to === undefined ? {} : { to }) },
    ]),
  ]),
})

const LIMITS = ['BUDGET_ENDED', 'LIMIT_REACHED', 'PAYER_LIMIT']

/** Rules that a purchase says had reached a limit, or that nobody could pay for, by rule. */
export function limitedIn(purchase: Purchase, versions: readonly RuleVersion[]): Map<string, string> {
  const limited = new Map<string, string>()
  for (const { rule, reason } of storedOf(purchase).skipped) {
    const known = versions.find(({ id }) => id === rule)
    if (known && LIMITS.includes(reason)) limited.set(known.ruleId, reason)
  }
  return limited
}
