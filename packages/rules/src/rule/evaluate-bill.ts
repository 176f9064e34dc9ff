import { minor, PointsShareExceededError, points } from '@artel/ledger'
import { earnedPoints } from '../purchase/earn-rule.ts'
import { maxRedeemablePoints, pointsPartMinor } from '../purchase/points-part.ts'
import { linesOf } from './bill-lines.ts'
import { evaluateWith, type Found } from './bill-phases.ts'
import type { BillToEvaluate } from './bill-to-evaluate.ts'
import { inOrder } from './compete.ts'
import type { EvaluatedBill, Skipped } from './evaluated-bill.ts'
import { type LocalMoment, localMoment } from './local-moment.ts'
import { overBudget } from './over-budget.ts'
import { overPurse } from './over-purse.ts'
import { isPaidByOthers } from './paid-parts.ts'
import { reachedLimit } from './reached-limit.ts'
import type { RuleVersion } from './rule.ts'
import { settleBill } from './settle-bill.ts'
import { type RuleSubject, unmetCondition } from './skip-reason.ts'

/**
 * Says what a bill costs and earns: discounts, then points that pay, then earning on the money part. The same for a quote
 * and for the sale. A rule whose budget, whose customer's uses or whose payers do not cover all that it would give gives
 * nothing, and the bill is decided without it. Throws PointsShareExceededError above the share cap.
 */
export function evaluateBill(bill: BillToEvaluate): EvaluatedBill {
  if (bill.rules.length === 0)
    return bill.lines.every(({ earns }) => earns !== false)
      ? plainBill(bill)
      : settleBill(bill, evaluateWith(bill, []), NONE)
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
    if (!out) return settleBill(bill, found, skipped, { rules, day: moment.day, customerId })
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
