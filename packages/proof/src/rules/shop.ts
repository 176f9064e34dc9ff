import type { EarnRule, RuleVersion } from '@artel/rules'
import type { DrawnSale } from './any-sale.ts'
import { decide, decideWith } from './decide.ts'
import { whyNot } from './holds.ts'
import type { ToldBill, ToldLine, ToldOutcome } from './told.ts'
import { type RefundFigures, ToldRefunds } from './told-refunds.ts'
import { periodNamed, wallClock } from './wall-clock.ts'

const ONE_UNIT = 1_000n

/** What a shop is, and never changes. */
export interface ShopTerms {
  readonly timeZone: string
  readonly earnRule: EarnRule
  readonly rules: readonly RuleVersion[]
  readonly faceValue: bigint
  readonly shareBps: bigint
  /** The member. */
  readonly seller: string
  /** What payers can pay, as `ToldBill` has it. */
  readonly purse: ToldBill['purse']
}

/** What of a sale is known only once it is made. */
export interface SaleFacts {
  readonly customerId: string
  readonly spent: bigint
  readonly occurredAt: Date
}

/** A purchase as the model remembers it. */
export interface ToldPurchase {
  readonly bill: ToldBill
  readonly outcome: ToldOutcome
  readonly refunds: ToldRefunds
  readonly customerId: string
}

/** The model's books of one member: what its rules gave so far, and who bought when. */
export class Shop {
  readonly terms: ShopTerms
  /** By rule and period; by rule, customer and period. */
  readonly counters = new Map<string, bigint>()
  readonly #boughtOn = new Map<string, string>()

  constructor(terms: ShopTerms) {
    this.terms = terms
  }

  /** The bill as the model is told it, at this point of the shop's history. */
  tell(sale: DrawnSale, { customerId, spent, occurredAt }: SaleFacts): ToldBill {
    const { timeZone, earnRule, rules, faceValue, shareBps } = this.terms
    const clock = wallClock(occurredAt, timeZone)
    const bought = this.#boughtOn.get(customerId) ?? null
    const used = (ruleId: string, who: string | null) =>
      this.counters.get(this.#name(ruleId, who, clock.day)) ?? 0n
    return {
      ...{ lines: linesOf(sale), spent, code: sale.code, clock, earnRule, rules, faceValue },
      customer: { dayHere: bought, dayAnywhere: bought },
      budgetUsed: (ruleId) => used(ruleId, null),
      timesHad: (ruleId) => used(ruleId, customerId),
      spending: { faceValue, shareBps },
      ...{ seller: this.terms.seller, purse: this.terms.purse, isLate: false },
    }
  }

  /** Books a sale that nothing came between. */
  sell(bill: ToldBill, customerId: string): ToldPurchase {
    return this.#book(bill, decide(bill), customerId)
  }

  /** Books a sale of a crowd, in which these rules had reached their limits. */
  sellUnder(bill: ToldBill, customerId: string, limited: ReadonlyMap<string, string>): ToldPurchase {
    const reasons = new Map<string, string>()
    for (const rule of bill.rules) {
      const reason = whyNot(rule, { ...bill, timesHad: () => 0n }) ?? limited.get(rule.ruleId)
      if (reason) reasons.set(rule.ruleId, reason)
    }
    return this.#book(bill, decideWith(bill, reasons), customerId)
  }

  /** Books a refund, with what it gives back to budgets and uses in the periods of the sale. */
  refund(purchase: ToldPurchase, undone: ToldRefunds['undone'], isRecovered: boolean): RefundFigures {
    const { refunds, customerId, bill } = purchase
    const before = refunds.figures
    const figures = refunds.take(undone, isRecovered)
    for (const [who, of] of [[null, 'budgets'] as const, [customerId, 'uses'] as const])
      for (const [ruleId, back] of Object.entries(figures[of]))
        this.#move(this.#name(ruleId, who, bill.clock.day), (before?.[of][ruleId] ?? 0n) - back)
    return figures
  }

  #book(bill: ToldBill, outcome: ToldOutcome, customerId: string): ToldPurchase {
    const { day } = bill.clock
    this.#boughtOn.set(customerId, day)
    for (const { ruleId, limits } of bill.rules) {
      const gave = outcome.byRule.get(ruleId)
      if (!gave || gave.reason !== null) continue
      const { budget, perCustomer } = limits
      const takes = budget?.unit === 'POINTS' ? gave.points : gave.discount + gave.points * bill.faceValue
      if (budget) this.#move(this.#name(ruleId, null, day), takes)
      if (perCustomer) this.#move(this.#name(ruleId, customerId, day), 1n)
    }
    return { bill, outcome, refunds: new ToldRefunds(bill, outcome), customerId }
  }

  #name(ruleId: string, customerId: string | null, day: string): string {
    const { limits } = this.terms.rules.find((rule) => rule.ruleId === ruleId) ?? {}
    const per = (customerId === null ? limits?.budget?.per : limits?.perCustomer?.per) ?? 'RULE'
    return [ruleId, customerId ?? '*', periodNamed(per, day)].join(' ')
  }

  #move(name: string, by: bigint) {
    this.counters.set(name, (this.counters.get(name) ?? 0n) + by)
  }
}

function linesOf({ lines, total }: DrawnSale): ToldLine[] {
  if (lines.length === 0)
    return [
      {
        ...{ gross: total, category: undefined, sku: undefined, quantityMilli: ONE_UNIT, earns: true },
        isWholeBill: true,
      },
    ]
  return lines.map(({ total: gross, category, sku, quantityMilli, earns }) => ({
    ...{ gross, category, sku },
    quantityMilli: quantityMilli ?? ONE_UNIT,
    earns: earns !== false,
  }))
}
