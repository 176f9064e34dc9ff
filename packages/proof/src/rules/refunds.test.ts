import { counterKey, type Minor, minor, type PaidPart, type PurchaseState, points } from '@artel/ledger'
import {
  type DecidedRules,
  type EvaluatedBill,
  givenBackTo,
  type LeftOfRules,
  leftOfRules,
  type PayerGift,
  refundTargets,
  undoneByPayer,
} from '@artel/rules'
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { anyBill } from './any-bill.ts'
import { anyRefunds, refundOf, undoneWith } from './any-refunds.ts'
import { SELLER } from './any-rule.ts'
import { evaluated } from './compare.ts'
import { decide } from './decide.ts'
import type { ToldUndone } from './left.ts'
import { tellBill } from './tell-bill.ts'
import { least, total } from './told.ts'
import { type RefundFigures, ToldRefunds } from './told-refunds.ts'

const RUNS = Number(process.env.ARTEL_RULES_RUNS ?? 5_000)
const SEED = Number(process.env.ARTEL_RULES_SEED ?? Date.now() % 2 ** 31)

it(`refunds under rules take back what the naive model says, and in the end all (seed ${SEED})`, () => {
  fc.assert(
    fc.property(anyBill, anyRefunds, (drawn, refunds) => {
      const { told, asked } = tellBill(drawn)
      const bill = evaluated(asked)
      if (!bill) return
      const sold = decide(told)
      const net = told.lines.map(({ gross }, line) => gross - (sold.discounts[line] ?? 0n))
      if (total(net) === 0n) return
      const really = new Refunded(asked, bill)
      const naive = new ToldRefunds(told, sold)
      for (const each of refunds) {
        const refund = refundOf(each, net, naive.undone)
        if (refund === null) continue
        const undone = undoneWith(naive.undone, refund)
        expect(really.take(undone)).toEqual(naive.take(undone, true))
      }
      const rest = total(net) - total(naive.undone.named) - naive.undone.unnamed
      const undone = undoneWith(naive.undone, { line: null, amount: rest })
      expect(really.take(undone)).toEqual(naive.take(undone, true))
      expect(really.due).toBe(bill.pointsToEarn)
      const given = bill.paidBy.map(({ payerId, points, discountMinor: discount }) => [
        payerId,
        { points, discount },
      ])
      expect(really.payers).toEqual(Object.fromEntries(given))
      for (const { counters } of bill.given)
        for (const move of counters) expect(really.back.get(counterKey(move)) ?? 0n).toBe(move.delta)
    }),
    { seed: SEED, numRuns: RUNS },
  )
})

const partOf = ({ payerId, points: n, discountMinor: discount }: PayerGift): PaidPart => ({
  ...{ payerId, lotId: 'lot', points: n, discount },
  ...{ pointsExpired: points(0n), pointsDue: points(0n), discountBack: minor(0n) },
})

/** A purchase whose refunds Artel reckons. */
class Refunded {
  #purchase: PurchaseState
  readonly #decided: DecidedRules
  readonly back = new Map<string, bigint>()
  due = 0n

  constructor(asked: ReturnType<typeof tellBill>['asked'], bill: EvaluatedBill) {
    this.#purchase = {
      ...{ id: 'purchase', memberId: SELLER, termsId: 'terms' },
      total: minor(asked.totalMinor - bill.discountMinor),
      lines: asked.lines.map((line, index) => {
        const discount = bill.discountByLine[index] ?? minor(0n)
        return discount > 0n ? { ...line, total: minor(line.total - discount), discount } : line
      }),
      ...{ pointsRedeemed: asked.spent, pointsPart: bill.pointsPartMinor, pointsEarned: bill.pointsToEarn },
      ...{ earnedLotId: 'lot', pointsExpired: points(0n), redeemedFrom: [] },
      ...{ refundedTotal: minor(0n), pointsReturned: points(0n), pointsReversed: points(0n) },
      ...{ pointsDue: points(0n), refundedByLine: new Map() },
      ...(bill.paidBy.length > 0 ? { paidBy: bill.paidBy.map(partOf) } : {}),
    }
    this.#decided = {
      ...{ earnRule: asked.earnRule, basePoints: bill.basePoints, given: bill.given },
      lost: bill.skipped.filter(({ reason }) => reason === 'LOST_TO').map(({ rule }) => rule),
      faceValueMinor: asked.terms.faceValueMinor,
    }
  }

  take({ named, unnamed, isByLines }: ToldUndone): RefundFigures {
    const byLine = new Map<string, Minor>()
    for (const [index, { ref }] of this.#purchase.lines.entries())
      if (named[index]) byLine.set(ref, minor(named[index]))
    const amount = minor(total(named) + unnamed)
    const left = leftOfRules(this.#purchase, this.#decided, { amount, byLine, isByLines })
    const back = undoneByPayer(this.#purchase, this.#decided, left)
    const { paidBy, pointsEarned } = this.#purchase
    // Where others than the seller paid, no more stays given than each goes on paying.
    const ofPayers = points(pointsEarned - this.due - total(back.map((each) => each.points)))
    const { toReverse } = refundTargets(
      { ...this.#purchase, pointsDue: points(this.due) },
      { amount, pointsLeft: paidBy ? ofPayers : left.pointsLeft },
    )
    this.due += toReverse
    this.#takeOfPayers(back)
    this.#giveBack(left)
    const earned = this.#purchase.pointsEarned
    return {
      // Rules that lost may come to more than those that won once did: what the customer keeps is no more for it.
      left: least(left.pointsLeft, earned),
      byRule: Object.fromEntries(
        this.#decided.given.map(({ rule }) => {
          const { points = -1n, discountMinor = -1n } = left.byRule.get(rule.id) ?? {}
          return [rule.ruleId, { points, discount: discountMinor }]
        }),
      ),
      due: this.due,
      ...{
        budgets: this.#backOf((customerId) => customerId === null),
        uses: this.#backOf((customerId) => customerId !== null),
      },
      payers: this.payers,
    }
  }

  get payers(): Record<string, { points: bigint; discount: bigint }> {
    const parts = this.#purchase.paidBy ?? []
    return Object.fromEntries(
      parts.map((part) => [part.payerId, { points: part.pointsDue, discount: part.discountBack }]),
    )
  }

  #takeOfPayers(undone: readonly PayerGift[]): void {
    const { paidBy } = this.#purchase
    if (!paidBy) return
    this.#purchase = {
      ...this.#purchase,
      paidBy: paidBy.map((part, at) => ({
        ...part,
        pointsDue: points(part.pointsDue + (undone[at]?.points ?? 0n)),
        discountBack: minor(part.discountBack + (undone[at]?.discountMinor ?? 0n)),
      })),
    }
  }

  #backOf(isOf: (customerId: string | null) => boolean): Record<string, bigint> {
    const moves = this.#decided.given
      .flatMap(({ counters }) => counters)
      .filter((move) => isOf(move.customerId))
    const back = moves.map((move) => [move.ownerId, this.back.get(counterKey(move)) ?? 0n] as const)
    return Object.fromEntries(back.filter(([, sum]) => sum > 0n))
  }

  #giveBack({ byRule }: LeftOfRules) {
    for (const given of this.#decided.given) {
      const left = byRule.get(given.rule.id)
      if (!left) throw new Error('A rule that gave is missing in what is left')
      const rest = { isRecovered: true, faceValueMinor: this.#decided.faceValueMinor, backSoFar: this.back }
      for (const move of givenBackTo(given, left, rest)) {
        expect(move.delta).toBeLessThan(0n)
        this.back.set(counterKey(move), (this.back.get(counterKey(move)) ?? 0n) - move.delta)
      }
    }
  }
}
