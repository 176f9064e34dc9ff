import {
  type CounterMove,
  type CounterName,
  counterKey,
  floorDivide,
  lesser,
  type Minor,
  minor,
  type Points,
  points,
  type UsedCounters,
} from '@artel/ledger'
import { sumOf } from './bill-lines.ts'
import { localMoment } from './local-moment.ts'
import { costOfGift, type PayerGift, type Purse, splitGift } from './paid-parts.ts'
import type { RuleVersion } from './rule.ts'
import { budgetCounter, budgetLimit, budgetUse, usesCounter } from './rule-counters.ts'
import { type CustomerFacts, type SkipReason, unmetCondition } from './skip-reason.ts'
import { usesOf } from './trigger.ts'

/** What happened, and all that decides what a rule gives for it. */
export interface TriggerToEvaluate {
  readonly rule: RuleVersion
  /** The member whose rule it is, who pays where the rule names nobody; the coalition for its own. */
  readonly ownerId: string
  /** The member where it happened; null: at none. */
  readonly memberId: string | null
  /** It was told on a later day than its own. */
  readonly isLate: boolean
  readonly customer: CustomerFacts
  readonly happenedAt: Date
  readonly timeZone: string
  readonly used: UsedCounters
  /** What payers can pay, the owner too; one that is missing cannot. */
  readonly purses: ReadonlyMap<string, Purse>
  /** Minor units a point. */
  readonly faceValueMinor: Minor
}

/** What a rule gives for it: all of it or nothing, with the reason. */
export type EvaluatedTrigger =
  | {
      readonly points: Points
      /** One a payer whose part is not 0. */
      readonly paidBy: readonly PayerGift[]
      readonly counters: readonly CounterMove[]
    }
  | { readonly skipped: SkipReason }

/**
 * Says what one rule gives a customer for something that is no purchase: the whole, or nothing where a condition, a limit, its budget
 * or what its payers can pay does not cover it.
 */
export function evaluateTrigger(asked: TriggerToEvaluate): EvaluatedTrigger {
  const { rule, customer, used, faceValueMinor } = asked
  const moment = localMoment(asked.happenedAt, asked.timeZone)
  const subject = { totalMinor: minor(0n), lines: [], code: null, customer, moment, timeZone: asked.timeZone }
  const unmet = unmetCondition(rule, subject)
  if (unmet) return { skipped: unmet }
  if (asked.isLate && !paysAlone(asked)) return { skipped: 'LATE_SALE' }
  const names = { budget: budgetCounter(rule, moment.day), uses: usesCounter(rule, moment.day, customer.id) }
  const standsAt = (name: CounterName) => used.get(counterKey(name)) ?? 0n
  const uses = usesOf(rule)
  if (uses && names.uses && standsAt(names.uses) >= BigInt(uses.times)) return { skipped: 'LIMIT_REACHED' }
  const given = giftOf(rule, faceValueMinor)
  if (given === 0n) return { skipped: 'GIVES_NOTHING' }
  const gave = { points: given, discountMinor: minor(0n) }
  const moves: CounterMove[] = []
  const { budget } = rule.limits
  if (budget && names.budget) {
    const delta = budgetUse(rule, gave, faceValueMinor)
    const limit = budgetLimit(budget)
    if (standsAt(names.budget) + delta > limit) return { skipped: 'BUDGET_ENDED' }
    moves.push({ ...names.budget, delta, limit })
  }
  if (uses && names.uses) moves.push({ ...names.uses, delta: 1n, limit: BigInt(uses.times) })
  const paidBy = splitGift(rule, gave, asked.ownerId).filter((part) => part.points > 0n)
  if (paidBy.some((part) => !isCovered(part, asked.purses))) return { skipped: 'PAYER_LIMIT' }
  return { points: given, paidBy, counters: moves }
}

/** Whether nobody but the member where it happened pays. */
const paysAlone = ({ rule: { pays }, ownerId, memberId }: TriggerToEvaluate): boolean =>
  pays ? pays.every(({ payerId }) => payerId === memberId) : ownerId === memberId

/** Its fixed points, cut to what one use may be worth. */
function giftOf({ give, maxMinor }: RuleVersion, faceValueMinor: Minor): Points {
  const sum = points(sumOf(give.map((effect) => (effect.kind === 'POINTS_FIXED' ? effect.points : 0n))))
  return maxMinor === undefined ? sum : lesser(sum, points(floorDivide(maxMinor, faceValueMinor)))
}

function isCovered(part: PayerGift, purses: ReadonlyMap<string, Purse>): boolean {
  const purse = purses.get(part.payerId)
  if (!purse || purse.paysVouchersAlone) return false
  return purse.roomMicros === null || costOfGift(part, purse) <= purse.roomMicros
}
