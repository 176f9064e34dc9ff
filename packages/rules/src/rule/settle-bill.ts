import { type CounterMove, type CounterName, minor, PointsShareExceededError } from '@artel/ledger'
import type { LocalDate } from '../calendar/local-date.ts'
import { sumOf } from './bill-lines.ts'
import { budgeted, type Found, type Gave, givenBy } from './bill-phases.ts'
import type { BillToEvaluate } from './bill-to-evaluate.ts'
import type { EvaluatedBill, Given, Skipped } from './evaluated-bill.ts'
import { paidByOf } from './paid-parts.ts'
import type { RuleVersion } from './rule.ts'
import { budgetCounter, budgetLimit, budgetUse, usesCounter } from './rule-counters.ts'

/** Puts what was found into the order of the rules, with the counters that it moves. */
export function settleBill(
  bill: BillToEvaluate,
  found: Found,
  refused: readonly Skipped[],
  applied?: {
    readonly rules: readonly RuleVersion[]
    readonly day: LocalDate
    readonly customerId: string | null
  },
): EvaluatedBill {
  const { discounts, earned, maxPoints, vouchers } = found
  // Judged once all is decided: a discount that its budget does not cover leaves more of the bill to points.
  if (bill.spent > maxPoints) throw new PointsShareExceededError({ maxPoints, requested: bill.spent })
  const skipped = [...refused]
  const given: Given[] = []
  const lost = new Map(
    [...discounts.lost, ...earned.lost, ...vouchers.lost].map((each) => [each.rule.id, each]),
  )
  for (const rule of applied ? applied.rules : []) {
    const gave = givenBy(rule, found)
    const { discountMinor, discountByLine, voucher } = gave
    const loser = lost.get(rule.id)
    if (gave.points > 0n || discountMinor > 0n || voucher) {
      const counters = applied ? movesOf(rule, gave, bill, applied) : []
      const gift = { rule, points: gave.points, discountMinor, discountByLine, counters }
      given.push(voucher ? { ...gift, voucher } : gift)
    } else if (loser) skipped.push({ rule, reason: 'LOST_TO', to: loser.to })
    else skipped.push({ rule, reason: 'GIVES_NOTHING' })
  }
  const discountMinor = minor(sumOf(discounts.byLine))
  return {
    discountMinor,
    discountByLine: bill.lines.length > 0 && discountMinor > 0n ? discounts.byLine : [],
    maxPoints,
    pointsPartMinor: found.pointsPartMinor,
    moneyPartMinor: minor(found.netMinor - found.pointsPartMinor),
    basePoints: earned.basePoints,
    pointsToEarn: earned.total,
    given,
    skipped,
    paidBy: paidByOf({ given, basePoints: earned.basePoints }, bill.sellerId ?? ''),
  }
}

function movesOf(
  rule: RuleVersion,
  gave: Gave,
  bill: BillToEvaluate,
  { day, customerId }: { readonly day: LocalDate; readonly customerId: string | null },
): CounterMove[] {
  const { limits } = rule
  const budget = budgetCounter(rule, day)
  const uses = usesCounter(rule, day, customerId)
  const moves: CounterMove[] = []
  if (budget && limits.budget)
    moves.push(
      moveOf(budget, budgetUse(rule, budgeted(gave), bill.terms.faceValueMinor), budgetLimit(limits.budget)),
    )
  if (uses && limits.perCustomer) moves.push(moveOf(uses, 1n, BigInt(limits.perCustomer.times)))
  return moves
}

/** Field by field: what is put together by spreading takes the engine's slow path, for every counter of every sale. */
const moveOf = ({ ownerId, customerId, period }: CounterName, delta: bigint, limit: bigint): CounterMove => ({
  ownerId,
  customerId,
  period,
  delta,
  limit,
})
