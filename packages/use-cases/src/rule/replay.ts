import { counterKey, type Minor, minor, type Points, PointsShareExceededError, points } from '@artel/ledger'
import {
  type BillToEvaluate,
  type EarnRule,
  type EvaluatedBill,
  evaluateBill,
  isPaidByOthers,
  type LocalDate,
  localDateOf,
  mostOff,
  type PayerGift,
  periodOf,
  type RuleDefinition,
  type RuleVersion,
  splitGift,
  sumByPayer,
  type Terms,
} from '@artel/rules'
import type { PastBill } from '@artel/store'

/** What a rule would have given on the bills that were replayed. */
export interface Replayed {
  readonly purchases: number
  readonly touched: number
  readonly points: Points
  readonly discountMinor: Minor
  /** Vouchers, and the most that they could take off later bills. */
  readonly vouchers: number
  readonly vouchersMinor: Minor
  /** Who would have paid for it, the member first; empty where that is the member alone. */
  readonly paidBy: readonly PayerGift[]
}

/** A definition that is tried out has no ids. */
const TRIED = '00000000-0000-0000-0000-000000000000'

/** Replays bills one by one, in the order in which they were recorded. */
export interface Replay {
  /** With the groups that its customer is in, of those that the rule asks for. */
  add(bill: PastBill, groups: ReadonlySet<string>): void
  result(): Replayed
}

/**
 * Begins to replay bills under the member's earn rule and this rule alone. Its days are left aside, since it is to hold later; its
 * hours, conditions and limits hold.
 */
export function beginReplay(
  definition: RuleDefinition,
  by: {
    readonly fromDay: LocalDate
    readonly timeZone: string
    readonly earnRule: EarnRule
    readonly terms: Terms
    /** Whose sales are replayed. */
    readonly memberId: string
  },
): Replay {
  const schedule = { ...definition.schedule, fromDay: by.fromDay, toDay: null }
  // Whether those who are to pay can is not tried: the figures say what it would come to.
  const { pays: _, ...tried } = definition
  const { memberId } = by
  let paidBy: readonly PayerGift[] = []
  const rule: RuleVersion = { ...tried, schedule, id: TRIED, ruleId: TRIED, version: 1 }
  const used = new Map<string, bigint>()
  let [purchases, touched, vouchers, given, discount, onVouchers] = [0, 0, 0, 0n, 0n, 0n]
  return {
    add(bill, groups) {
      purchases += 1
      const [gift] = evaluated(billToEvaluate(bill, { ...by, rule, used, groups })).given
      if (!gift) return
      touched += 1
      given += gift.points
      discount += gift.discountMinor
      if (gift.voucher) {
        vouchers += 1
        onVouchers += mostOff(gift.voucher)
      }
      if (isPaidByOthers(definition, memberId))
        paidBy = sumByPayer([...paidBy, ...splitGift(definition, gift, memberId)], memberId)
      for (const move of gift.counters) {
        const key = counterKey(move)
        used.set(key, (used.get(key) ?? 0n) + move.delta)
      }
    },
    result: () => ({
      ...{ purchases, touched, points: points(given), discountMinor: minor(discount) },
      ...{ vouchers, vouchersMinor: minor(onVouchers), paidBy },
    }),
  }
}

function billToEvaluate(
  bill: PastBill,
  by: {
    readonly timeZone: string
    readonly earnRule: EarnRule
    readonly terms: Terms
    readonly rule: RuleVersion
    readonly used: ReadonlyMap<string, bigint>
    readonly groups: ReadonlySet<string>
  },
): BillToEvaluate {
  const { lastHere, lastAnywhere } = bill
  return {
    totalMinor: bill.totalMinor,
    lines: bill.lines,
    spent: bill.pointsRedeemed,
    code: bill.code,
    occurredAt: bill.occurredAt,
    timeZone: by.timeZone,
    customer: { id: bill.customerId, lastHere, lastAnywhere, groups: by.groups },
    earnRule: by.earnRule,
    rules: [by.rule],
    used: by.used,
    terms: by.terms,
  }
}

/** A bill that would have cost less takes fewer points than it took. */
function evaluated(bill: BillToEvaluate): EvaluatedBill {
  try {
    return evaluateBill(bill)
  } catch (error) {
    if (!(error instanceof PointsShareExceededError)) throw error
    return evaluateBill({ ...bill, spent: error.maxPoints })
  }
}

/** The last whole local month before an instant: its first day, and the first day after it. */
export function lastMonth(now: Date, timeZone: string): { readonly from: LocalDate; readonly to: LocalDate } {
  const to = `${periodOf('MONTH', localDateOf(now, timeZone))}-01` as LocalDate
  const dayBefore = new Date(Date.parse(`${to}T00:00:00Z`) - 86_400_000)
  return { from: `${dayBefore.toISOString().slice(0, 7)}-01` as LocalDate, to }
}
