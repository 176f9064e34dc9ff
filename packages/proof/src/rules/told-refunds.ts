import { leftOf, type ToldLeft, type ToldUndone } from './left.ts'
import { addUp, givenBack, shareOut, type ToldPart } from './payers.ts'
import { least, type ToldBill, type ToldOutcome, total } from './told.ts'

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
  /** What each payer was given back so far; empty where the seller pays for all. */
  readonly payers: Readonly<Record<string, ToldPart>>
}

/** Tells the refunds of one bill, one after another. */
export class ToldRefunds {
  readonly #bill: ToldBill
  readonly #sold: ToldOutcome
  readonly #budgets: Record<string, bigint> = {}
  readonly #uses: Record<string, bigint> = {}
  #back = new Map<string, ToldPart>()
  undone: ToldUndone
  /** After the newest refund; undefined before the first. */
  figures: RefundFigures | undefined
  #due = 0n

  constructor(bill: ToldBill, sold: ToldOutcome) {
    this.#bill = bill
    this.#sold = sold
    this.undone = { named: bill.lines.map(() => 0n), unnamed: 0n, isByLines: false }
  }

  /** All refunds until now, with the newest, undo so much; whether all points due were recovered. */
  take(undone: ToldUndone, isRecovered: boolean): RefundFigures {
    this.undone = undone
    const left = leftOf(this.#bill, this.#sold, undone)
    const { points, byRule } = left
    this.#giveBack(left)
    if (this.#sold.paidBy.size > 0) this.#due = total([...this.#back.values()].map((part) => part.points))
    else if (this.#sold.earned - this.#due > points) this.#due = this.#sold.earned - points
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
      ...{ budgets: { ...this.#budgets }, uses: { ...this.#uses }, payers: Object.fromEntries(this.#back) },
    }
    return this.figures
  }

  #giveBack({ base, byRule, won }: ToldLeft): void {
    const { rules, seller } = this.#bill
    const { paidBy } = this.#sold
    if (paidBy.size === 0) return
    const onPoints = (points: bigint): ToldPart => ({ points, discount: 0n })
    // What was given then is kept first; what is new on the rest of the bill, as far as its own payers gave anything.
    const old = addUp([
      new Map([[seller, onPoints(least(base, this.#sold.base))]]),
      ...rules.map((rule) => shareOut(rule, byRule.get(rule.ruleId) ?? onPoints(0n), seller)),
    ])
    const fresh = addUp([
      new Map([[seller, onPoints(base - least(base, this.#sold.base))]]),
      ...rules.map((rule) => shareOut(rule, onPoints(won.get(rule.ruleId) ?? 0n), seller)),
    ])
    const discountLeft = total([...byRule.values()].map(({ discount }) => discount))
    const of = (kind: keyof ToldPart) => {
      const still = new Map(
        [...paidBy].map(([payer, part]) => [payer, part[kind] - (this.#back.get(payer)?.[kind] ?? 0n)]),
      )
      const all = total([...still.values()])
      const pointsLeft = total([...old.values()].map(({ points }) => points))
      const stays = least(kind === 'points' ? pointsLeft : discountLeft, all)
      const wants = new Map([...old].map(([payer, part]) => [payer, part[kind]]))
      const back = givenBack(still, wants, stays)
      return new Map([...back].map(([payer, n]) => [payer, n - least(n, fresh.get(payer)?.[kind] ?? 0n)]))
    }
    const [points, discount] = [of('points'), of('discount')]
    for (const payer of paidBy.keys()) {
      const before = this.#back.get(payer) ?? { points: 0n, discount: 0n }
      this.#back.set(payer, {
        points: before.points + (points.get(payer) ?? 0n),
        discount: before.discount + (discount.get(payer) ?? 0n),
      })
    }
  }
}
