import { lesser, type Minor, minor, type Points, points } from '@artel/ledger'
import { maxRedeemablePoints, pointsPartMinor } from '../purchase/points-part.ts'
import { linesOf, spread, sumOf } from './bill-lines.ts'
import type { BillToEvaluate } from './bill-to-evaluate.ts'
import { type Discounts, discountBill } from './discounts.ts'
import { type Earned, earnOnBill } from './earning.ts'
import type { Given } from './evaluated-bill.ts'
import { type IssuedVouchers, issueVouchers } from './issue-vouchers.ts'
import type { RuleVersion, VoucherEffect } from './rule.ts'

/** What the phases of a bill come to with some rules, whatever their limits. */
export interface Found {
  readonly discounts: Discounts
  readonly netMinor: Minor
  readonly maxPoints: Points
  readonly pointsPartMinor: Minor
  readonly earned: Earned
  readonly vouchers: IssuedVouchers
}

/** The three phases with these rules and no limits. */
export function evaluateWith(bill: BillToEvaluate, rules: readonly RuleVersion[]): Found {
  const { terms, promisedUnder = terms } = bill
  const lines = linesOf({ total: bill.totalMinor, lines: bill.lines })
  const discounts = discountBill(rules, lines)
  const netByLine = lines.map(({ total }, index) => total - (discounts.byLine[index] ?? 0n))
  const netMinor = minor(sumOf(netByLine))
  const maxPoints = maxRedeemablePoints(promisedUnder, netMinor)
  const pointsPart = pointsPartMinor(bill.spent, promisedUnder)
  const pointsByLine = spread(lesser(pointsPart, netMinor), netByLine)
  const moneyByLine = netByLine.map((net, index) => net - (pointsByLine[index] ?? 0n))
  const earned = earnOnBill(rules, bill.earnRule, {
    totalMinor: bill.totalMinor,
    lines,
    moneyByLine,
    faceValueMinor: terms.faceValueMinor,
    discountOf: (id) => sumOf(discounts.byRule.get(id) ?? []),
  })
  const vouchers = issueVouchers(rules, { lines, moneyByLine })
  return { discounts, netMinor, maxPoints, pointsPartMinor: pointsPart, earned, vouchers }
}

/** What one rule gives by that. */
export interface Gave extends Pick<Given, 'points' | 'discountMinor' | 'discountByLine'> {
  readonly voucher: VoucherEffect | undefined
}

/** The same as budgets count it. */
export const budgeted = ({ points, discountMinor, voucher }: Gave) => ({
  points,
  discountMinor,
  hasVoucher: voucher !== undefined,
})

export function givenBy({ id }: RuleVersion, { discounts, earned, vouchers }: Found): Gave {
  const discountByLine = discounts.byRule.get(id) ?? NO_LINES
  return {
    voucher: vouchers.byRule.get(id),
    points: earned.byRule.get(id) ?? points(0n),
    discountMinor: minor(sumOf(discountByLine)),
    discountByLine,
  }
}

const NO_LINES: readonly Minor[] = []
