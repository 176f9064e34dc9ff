import { counterKey, micros, minor, points, type UsedCounters } from '@artel/ledger'
import type { BillToEvaluate, RuleVersion } from '@artel/rules'
import type { DrawnBill } from './any-bill.ts'
import { PAYERS, SELLER } from './any-rule.ts'
import { decide, limitOf } from './decide.ts'
import type { ToldBill, ToldLine } from './told.ts'
import { periodNamed, wallClock } from './wall-clock.ts'

/** Who buys, in bills that are drawn. */
export const CUSTOMER = 'customer'
const SOME_OTHER_PERIODS = ['2026-01-01', '2026-01']
const ONE_UNIT = 1_000n
const OTHERS: readonly string[] = PAYERS.filter((payer) => payer !== SELLER)

/** The same bill twice: in the words of the model, and in those of Artel. */
export interface BillInBothWords {
  readonly told: ToldBill
  readonly asked: BillToEvaluate
}

/** Puts a drawn bill into both. */
export function tellBill(drawn: DrawnBill): BillInBothWords {
  const { timeZone } = drawn
  const clock = wallClock(drawn.occurredAt, timeZone)
  const day = (instant: Date | null) => instant && wallClock(instant, timeZone).day
  const lines = toldLines(drawn)
  const usedOf = new Map(drawn.rules.map((rule, index) => [rule.ruleId, drawn.used[index]]))
  const told: ToldBill = {
    ...{ lines, clock, code: drawn.code, earnRule: drawn.earnRule, rules: drawn.rules },
    spent: 0n,
    customer: drawn.customer && {
      dayHere: day(drawn.customer.lastHere),
      dayAnywhere: day(drawn.customer.lastAnywhere),
    },
    budgetUsed: (ruleId) =>
      budgetUsed(
        drawn.rules.find((rule) => rule.ruleId === ruleId),
        usedOf.get(ruleId)?.budgetBps ?? 0n,
      ),
    timesHad: (ruleId) => (drawn.customer ? (usedOf.get(ruleId)?.times ?? 0n) : 0n),
    faceValue: drawn.faceValue,
    spending: drawn.promised ?? drawn,
    ...{ seller: SELLER, isLate: drawn.isLate },
    purse: (payer) => drawn.purses[OTHERS.indexOf(payer)] ?? null,
  }
  const spent = spentOf(told, drawn.spentBps)
  const terms = (of: { faceValue: bigint; shareBps: bigint }) => ({
    faceValueMinor: minor(of.faceValue),
    maxPointsShareBps: of.shareBps as BillToEvaluate['terms']['maxPointsShareBps'],
  })
  return {
    told: { ...told, spent },
    asked: {
      totalMinor: minor(lines.reduce((sum, { gross }) => sum + gross, 0n)),
      ...{ lines: drawn.lines, code: drawn.code, occurredAt: drawn.occurredAt, timeZone },
      spent: points(spent),
      customer: drawn.customer && { id: CUSTOMER, ...drawn.customer },
      ...{ earnRule: drawn.earnRule, rules: drawn.rules },
      used: countersOf(told, drawn),
      terms: terms(drawn),
      promisedUnder: drawn.promised ? terms(drawn.promised) : undefined,
      ...{ sellerId: SELLER, isLate: drawn.isLate },
      purses: new Map(
        OTHERS.flatMap((payer, at) => {
          const purse = drawn.purses[at]
          const { room = null, point = 0n } = purse ?? {}
          const has = { roomMicros: room === null ? null : micros(room), pointMicros: micros(point) }
          return purse ? [[payer, has] as const] : []
        }),
      ),
    },
  }
}

/** A bill without lines is one line of everything. */
function toldLines({ lines, plainTotal }: DrawnBill): ToldLine[] {
  if (lines.length === 0)
    return [
      {
        ...{ gross: plainTotal, category: undefined, sku: undefined, quantityMilli: ONE_UNIT, earns: true },
        isWholeBill: true,
      },
    ]
  return lines.map(({ total, category, sku, quantityMilli, earns }) => ({
    ...{ gross: total, category, sku },
    quantityMilli: quantityMilli ?? ONE_UNIT,
    earns: earns !== false,
  }))
}

/** So much of what the bill may take when it takes none; above 10 000 one point more. */
function spentOf(told: ToldBill, bps: bigint): bigint {
  const { maxPoints } = decide(told)
  return bps > 10_000n ? maxPoints + 1n : (maxPoints * bps) / 10_000n
}

function budgetUsed(rule: RuleVersion | undefined, bps: bigint): bigint {
  const budget = rule?.limits.budget
  if (!budget) return 0n
  return (limitOf(budget) * bps) / 10_000n
}

/** What stands in the periods of the bill, and more than any limit in others. */
function countersOf(told: ToldBill, { rules, customer }: DrawnBill): UsedCounters {
  const used = new Map<string, bigint>()
  for (const { ruleId: ownerId, limits } of rules) {
    for (const period of SOME_OTHER_PERIODS)
      for (const customerId of [null, CUSTOMER])
        used.set(counterKey({ ownerId, customerId, period }), 10n ** 15n)
    if (limits.budget) {
      const period = periodNamed(limits.budget.per, told.clock.day)
      used.set(counterKey({ ownerId, customerId: null, period }), told.budgetUsed(ownerId))
    }
    if (limits.perCustomer && customer) {
      const period = periodNamed(limits.perCustomer.per, told.clock.day)
      used.set(counterKey({ ownerId, customerId: CUSTOMER, period }), told.timesHad(ownerId))
    }
  }
  return used
}
