import type { RuleBudget, RuleVersion } from '@artel/rules'
import { earn } from './earn.ts'
import { whyNot } from './holds.ts'
import { layOver } from './lay-over.ts'
import { cannotBePaid, othersPay, whoPays } from './payers.ts'
import { ordered } from './rivals.ts'
import { takeOff } from './take-off.ts'
import { least, type ToldBill, type ToldOutcome, type ToldRule, total } from './told.ts'

/** Tells a bill: without rules whose budget does not cover them, found one at a time. */
export function decide(bill: ToldBill): ToldOutcome {
  const reasons = new Map<string, string>()
  for (const rule of bill.rules) {
    const reason =
      whyNot(rule, { ...bill, timesHad: () => 0n }) ??
      (bill.isLate && othersPay(rule, bill.seller) ? 'LATE_SALE' : null) ??
      whyNot(rule, bill) ??
      (isBudgetSpent(rule, bill) ? 'BUDGET_ENDED' : null)
    if (reason !== null) reasons.set(rule.ruleId, reason)
  }
  for (;;) {
    const outcome = decideWith(bill, reasons)
    const unspent = decideWith({ ...bill, spent: 0n }, reasons)
    const over =
      ordered(bill.rules).find((rule) => passesBudget(rule, unspent.byRule.get(rule.ruleId), bill)) ??
      ordered(bill.rules).find((rule) => passesBudget(rule, outcome.byRule.get(rule.ruleId), bill))
    const broke =
      over === undefined
        ? (cannotBePaid(ordered(bill.rules), bill, unspent) ??
          cannotBePaid(ordered(bill.rules), bill, outcome))
        : undefined
    if (over !== undefined) reasons.set(over.ruleId, 'BUDGET_ENDED')
    else if (broke !== undefined) reasons.set(broke.ruleId, 'PAYER_LIMIT')
    else return outcome
  }
}

function isBudgetSpent({ ruleId, limits: { budget } }: RuleVersion, bill: ToldBill): boolean {
  if (budget === null) return false
  return bill.budgetUsed(ruleId) >= limitOf(budget)
}

function passesBudget(rule: RuleVersion, gave: ToldRule | undefined, bill: ToldBill): boolean {
  const { budget } = rule.limits
  if (budget === null || gave === undefined || gave.reason !== null) return false
  const used = bill.budgetUsed(rule.ruleId)
  const takes = budget.unit === 'POINTS' ? gave.points : gave.discount + gave.points * bill.faceValue
  return used + takes > limitOf(budget)
}

/** Budgets of the model are of points or of money; it knows no vouchers. */
export function limitOf(budget: RuleBudget): bigint {
  switch (budget.unit) {
    case 'POINTS':
      return budget.points
    case 'MONEY':
      return budget.amountMinor
    case 'VOUCHERS':
      throw new RangeError('The model was given a budget of vouchers.')
  }
}

/** A bill under the rules that have no reason against them. */
export function decideWith(bill: ToldBill, reasons: ReadonlyMap<string, string>): ToldOutcome {
  const holding = bill.rules.filter(({ ruleId }) => !reasons.has(ruleId))
  const { lines } = bill
  const off = takeOff(holding, lines)
  const discounts = lines.map((_, line) => total([...off.byRule.values()].map((part) => part[line] ?? 0n)))
  const net = lines.map(({ gross }, line) => gross - (discounts[line] ?? 0n))
  const { faceValue, shareBps } = bill.spending
  const maxPoints = (total(net) * shareBps) / (10_000n * faceValue)
  const pointsPart = bill.spent * faceValue
  const paidInPoints = layOver(least(pointsPart, total(net)), net)
  const money = net.map((amount, line) => amount - (paidInPoints[line] ?? 0n))
  const earned = earn(holding, bill.earnRule, {
    ...{ lines, money, faceValue: bill.faceValue },
    off: (ruleId) => total(off.byRule.get(ruleId) ?? []),
  })

  const byRule = new Map<string, ToldRule>()
  for (const { ruleId } of bill.rules) {
    const points = earned.byRule.get(ruleId) ?? 0n
    const parts = off.byRule.get(ruleId) ?? []
    const discount = total(parts)
    const gave = { points, discount, discounts: discount === 0n ? [] : parts }
    if (points > 0n || discount > 0n) byRule.set(ruleId, { ...gave, reason: null })
    else byRule.set(ruleId, { ...gave, ...nothingOf(ruleId, { reasons, lost: [earned.lost, off.lost] }) })
  }
  return {
    ...{ discounts, maxPoints, pointsPart, byRule, base: earned.base },
    money: total(net) - pointsPart,
    earned: earned.base + total([...earned.byRule.values()]),
    moneyByLine: money,
    paidBy: whoPays(bill, { base: earned.base, byRule }),
  }
}

function nothingOf(
  ruleId: string,
  by: {
    readonly reasons: ReadonlyMap<string, string>
    readonly lost: readonly ReadonlyMap<string, string | null>[]
  },
): Pick<ToldRule, 'reason' | 'to'> {
  const reason = by.reasons.get(ruleId)
  if (reason !== undefined) return { reason }
  for (const lost of by.lost) {
    const winner = lost.get(ruleId)
    if (winner !== undefined) return { reason: 'LOST_TO', to: winner }
  }
  return { reason: 'GIVES_NOTHING' }
}
