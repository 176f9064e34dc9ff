import { type CounterMove, PointsShareExceededError } from '@artel/ledger'
import { type BillToEvaluate, type EvaluatedBill, evaluateBill } from '@artel/rules'
import { limitOf } from './decide.ts'
import { CUSTOMER } from './tell-bill.ts'
import type { ToldBill, ToldOutcome, ToldRule } from './told.ts'
import { periodNamed } from './wall-clock.ts'

/** Every figure of a bill, of whichever of the two. */
export interface Figures {
  readonly discounts: readonly bigint[]
  readonly maxPoints: bigint
  readonly pointsPart: bigint
  readonly money: bigint
  readonly base: bigint
  readonly earned: bigint
  readonly rules: Readonly<Record<string, object>>
  /** Who pays; empty: the seller. */
  readonly paidBy: Readonly<Record<string, object>>
}

/** Asks Artel. Null: it refused the points for the share cap. */
export function evaluated(asked: BillToEvaluate): EvaluatedBill | null {
  try {
    return evaluateBill(asked)
  } catch (error) {
    if (error instanceof PointsShareExceededError) return null
    throw error
  }
}

/** What Artel said, line by line and rule by rule. */
export function figuresOfEngine(bill: EvaluatedBill, lines: number): Figures {
  const nothing = Array.from({ length: lines }, () => 0n)
  const rules: Record<string, object> = {}
  for (const { rule, points, discountMinor, discountByLine, counters } of bill.given)
    rules[rule.ruleId] = {
      ...{ points, discount: discountMinor, discounts: discountByLine },
      moves: counters.map(moveInWords).sort(),
    }
  for (const { rule, reason, to } of bill.skipped)
    rules[rule.ruleId] = { reason, ...(to === undefined ? {} : { to }) }
  return {
    // A bill without lines keeps its discount as a whole.
    discounts:
      bill.discountByLine.length > 0 ? bill.discountByLine : lines === 1 ? [bill.discountMinor] : nothing,
    ...{ maxPoints: bill.maxPoints, pointsPart: bill.pointsPartMinor, money: bill.moneyPartMinor },
    ...{ base: bill.basePoints, earned: bill.pointsToEarn, rules },
    paidBy: Object.fromEntries(
      bill.paidBy.map(({ payerId, points, discountMinor: discount }) => [payerId, { points, discount }]),
    ),
  }
}

/** What the model says, in the same words. */
export function figuresOfModel(bill: ToldBill, outcome: ToldOutcome): Figures {
  const { discounts, maxPoints, pointsPart, money, base, earned, byRule } = outcome
  const rules: Record<string, object> = {}
  for (const [ruleId, rule] of byRule)
    rules[ruleId] =
      rule.reason === null
        ? {
            ...{ points: rule.points, discount: rule.discount, discounts: rule.discounts },
            moves: movesOf(bill, ruleId, rule).sort(),
          }
        : { reason: rule.reason, ...(rule.to === undefined ? {} : { to: rule.to }) }
  const paidBy = Object.fromEntries(outcome.paidBy)
  return { discounts, maxPoints, pointsPart, money, base, earned, rules, paidBy }
}

const moveInWords = ({ ownerId, customerId, period, delta, limit }: CounterMove): string =>
  [ownerId, customerId ?? '*', period, delta, limit].join(' ')

/** What a gift moves: the budget by what it takes of it, and the uses of the customer by one. */
function movesOf(bill: ToldBill, ruleId: string, gave: ToldRule): string[] {
  const rule = bill.rules.find((each) => each.ruleId === ruleId)
  const moves: string[] = []
  if (rule?.limits.budget) {
    const { budget } = rule.limits
    const takes = budget.unit === 'POINTS' ? gave.points : gave.discount + gave.points * bill.faceValue
    const limit = limitOf(budget)
    moves.push([ruleId, '*', periodNamed(budget.per, bill.clock.day), takes, limit].join(' '))
  }
  if (rule?.limits.perCustomer && bill.customer) {
    const { per, times } = rule.limits.perCustomer
    moves.push([ruleId, CUSTOMER, periodNamed(per, bill.clock.day), 1, times].join(' '))
  }
  return moves
}
