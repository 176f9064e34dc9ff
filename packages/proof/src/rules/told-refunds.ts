import { leftOf, type ToldUndone } from './left.ts'
import type { ToldBill, ToldOutcome } from './told.ts'

/** What one refund, and all until it, came to. */
export interface RefundFigures {
  readonly left: bigint
  /** What is left of what each rule gave. */
  readonly byRule: Readonly<Record<string, { readonly points: bigint; readonly discount: bigint }>>
  /** Points due back so far. */
  readonly due: bigint
  /** Of budgets and uses, by rule: what came back so far. */
  readonly budgets: Readonly<Record<string, bigint>>
  readonly uses: Readonly<Record<string, bigint>>
}

/** Tells the refunds of one bill, one after another. */
export class ToldRefunds {
  readonly #bill: ToldBill
  readonly #sold: ToldOutcome
  readonly #budgets: Record<string, bigint> = {}
  readonly #uses: Record<string, bigint> = {}
  undone: ToldUndone
  /** After the newest refund; undefined before the first. */
  figures: RefundFigures | undefined
  #due = 0n

  constructor(bill: ToldBill, sold: ToldOutcome) {
    this.#bill = bill
    this.#sold = sold
    this.undone = { named: bill.lines.map(() => 0n), unnamed: 0n }
  }

  /** All refunds until now, with the newest, undo so much; whether all points due were recovered. */
  take(undone: ToldUndone, isRecovered: boolean): RefundFigures {
    this.undone = undone
    const { points, byRule } = leftOf(this.#bill, this.#sold, undone)
    if (this.#sold.earned - this.#due > points) this.#due = this.#sold.earned - points
    for (const rule of this.#bill.rules) {
      const left = byRule.get(rule.ruleId)
      const gave = this.#sold.byRule.get(rule.ruleId)
      if (!left || !gave) continue
      const { budget, perCustomer } = rule.limits
      const inBudget = (of: { readonly points: bigint; readonly discount: bigint }) =>
        budget?.unit === 'POINTS' ? of.points : of.discount + of.points * this.#bill.faceValue
      const freed = inBudget(gave) - inBudget(left)
      if (budget && freed > (this.#budgets[rule.ruleId] ?? 0n)) this.#budgets[rule.ruleId] = freed
      const isGone = left.points === 0n && left.discount === 0n
      if (perCustomer && this.#bill.customer && isGone && isRecovered) this.#uses[rule.ruleId] = 1n
    }
    this.figures = {
      ...{ left: points, due: this.#due, byRule: Object.fromEntries(byRule) },
      ...{ budgets: { ...this.#budgets }, uses: { ...this.#uses } },
    }
    return this.figures
  }
}
