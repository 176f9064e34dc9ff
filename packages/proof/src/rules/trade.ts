import { randomUUID } from 'node:crypto'
import { minor, points, quantity } from '@artel/ledger'
import { parseRefundRules } from '@artel/store'
import { quotePurchase, type RecordedPurchase, recordPurchase, refundPurchase } from '@artel/use-cases'
import { expect } from 'vitest'
import { refundOf, undoneWith } from './any-refunds.ts'
import type { DrawnSale, DrawnStep } from './any-sale.ts'
import { decide } from './decide.ts'
import type { OpenShop } from './open-shops.ts'
import { cameToByModel, cameToByPurchase, cameToByQuote, keptOf, limitedIn } from './recorded.ts'
import type { ToldPurchase } from './shop.ts'
import { total } from './told.ts'
import { wallClock } from './wall-clock.ts'

/** Purchases of a shop whose refunds run side by side. */
const UNDONE_AT_ONCE = 3

type Purchase = RecordedPurchase['purchase']
interface Sold {
  readonly told: ToldPurchase
  readonly id: string
}

const inRoubles = (amountMinor: bigint) => ({ amountMinor: minor(amountMinor), currency: 'RUB' })

/** What a shop did; `count` is of purchases and refunds. */
export interface Traded {
  readonly purchases: Sold[]
  count: number
}

/** Steps of a shop one after another: each quoted, recorded and held against the model. */
export async function tradeAlone(open: OpenShop): Promise<Traded> {
  const traded: Traded = { purchases: [], count: 0 }
  for (const step of open.drawn.steps) {
    if (step.kind === 'refund') await refundAlone(open, step, traded)
    else
      traded.purchases.push(
        ...[await sellAlone(open, step.sale, traded)].filter((sold) => sold !== undefined),
      )
  }
  return traded
}

/** Sales of a shop all at once, in two processes. Limits are what they found; all else is the model's. */
export async function tradeInCrowd(open: OpenShop, traded: Traded): Promise<void> {
  const { shop, drawn } = open
  const sales = await Promise.all(
    drawn.crowd.map(async (sale) => ({ sale, purchase: await record(open, sale, 0n) })),
  )
  for (const { sale, purchase } of sales) {
    const bill = shop.tell(sale, { ...purchase, spent: 0n })
    const { rules } = shop.terms
    const limited = limitedIn(purchase, rules)
    const told = shop.sellUnder(bill, purchase.customerId, limited)
    // Of all payers only the fund, which is empty, cannot pay.
    for (const rule of rules) {
      const isByFund = rule.pays?.some(({ payerId }) => shop.terms.purse(payerId)?.room === 0n) ?? false
      if (limited.get(rule.ruleId) === 'PAYER_LIMIT') expect(isByFund).toBe(true)
      if (isByFund) expect(told.outcome.paidBy.get(open.coalitionId)?.points ?? 0n).toBe(0n)
    }
    expect(cameToByPurchase(purchase, rules)).toEqual(keptOf(cameToByModel(told.outcome)))
    traded.purchases.push({ told, id: purchase.id })
    traded.count += 1
  }
}

/** Refunds what is left of each purchase, some purchases at a time, in both processes; a part of it may come first. */
export async function undoAll(open: OpenShop, traded: Traded): Promise<void> {
  for (let first = 0; first < traded.purchases.length; first += UNDONE_AT_ONCE) {
    const some = traded.purchases.slice(first, first + UNDONE_AT_ONCE)
    const counts = await Promise.all(some.map((sold, index) => undoOne(open, sold, index)))
    for (const count of counts) traded.count += count
  }
}

async function undoOne({ shop, contexts }: OpenShop, { told, id }: Sold, index: number): Promise<number> {
  const { named, unnamed } = told.refunds.undone
  const rest = total(netOf(told)) - total(named) - unnamed
  if (rest === 0n) return 0
  const [one, other] = index % 2 === 0 ? contexts : [contexts[1], contexts[0]]
  const ask = { purchase: { id }, reason: 'All of it' }
  const part = { ...ask, amount: inRoubles(rest / 3n), idempotencyKey: randomUUID() }
  const refunds = [
    refundPurchase(one, { ...ask, idempotencyKey: randomUUID() }),
    ...(rest < 3n ? [] : [refundPurchase(other, part)]),
  ]
  const [all, some] = await Promise.allSettled(refunds)
  if (all?.status === 'rejected') throw all.reason
  // The whole may overtake the part.
  if (some?.status === 'rejected')
    expect(some.reason).toMatchObject({ code: 'REFUND_EXCEEDS_PURCHASE', refundable: 0n })
  // Both were made only where the part came first, and it may free a use that the whole would not: each is told by itself.
  for (const made of [some, all])
    if (made?.status === 'fulfilled') {
      const { refund } = made.value
      const undone = undoneWith(told.refunds.undone, { line: null, amount: refund.amountMinor })
      shop.refund(told, undone, areRecovered(told, refund))
    }
  return some?.status === 'fulfilled' ? 2 : 1
}

async function sellAlone(open: OpenShop, sale: DrawnSale, traded: Traded): Promise<Sold | undefined> {
  const { shop, contexts } = open
  const { rules, timeZone } = shop.terms
  const ask = { ...billOf(sale), customer: { id: customerOf(open, sale) } }
  const { maxPoints } = await quotePurchase(contexts[0], ask)
  const spent = (maxPoints * sale.spentBps) / 10_000n
  const now = new Date()
  const promised = { ...ask, points: points(spent) }
  const expected = decide(shop.tell(sale, { customerId: ask.customer.id, spent, occurredAt: now }))
  // Of a bill that earns less, a budget may cover a rule that takes more off: then points may pay less than was offered.
  if (spent > expected.maxPoints) {
    const refused = { code: 'POINTS_SHARE_EXCEEDED', maxPoints: expected.maxPoints }
    await expect(quotePurchase(contexts[0], promised)).rejects.toMatchObject(refused)
    await expect(record(open, sale, spent)).rejects.toMatchObject(refused)
    return undefined
  }
  const quote = await quotePurchase(contexts[sale.store === 0 ? 1 : 0], promised)
  const purchase = await record(open, sale, spent)
  const bill = shop.tell(sale, { ...purchase, spent })
  const told = shop.sell(bill, purchase.customerId)
  const byModel = cameToByModel(told.outcome)
  expect(cameToByPurchase(purchase, rules)).toEqual(keptOf(byModel))
  if (bill.clock.day === wallClock(now, timeZone).day) {
    const { base, ...quoted } = byModel
    expect(cameToByQuote(quote)).toEqual(quoted)
    expect(quote.moneyPartMinor).toBe(told.outcome.money)
  }
  traded.count += 1
  return { told, id: purchase.id }
}

async function refundAlone(
  { shop, contexts }: OpenShop,
  step: Extract<DrawnStep, { kind: 'refund' }>,
  traded: Traded,
): Promise<void> {
  const sold = traded.purchases[step.which % traded.purchases.length]
  if (!sold) return
  const { told, id } = sold
  const isWhole = told.bill.lines.length === 1
  const refund = refundOf(
    isWhole ? { ...step.refund, line: null } : step.refund,
    netOf(told),
    told.refunds.undone,
  )
  if (refund === null) return
  const { line, amount } = refund
  const before = told.refunds.figures?.due ?? 0n
  const payersBefore = told.refunds.figures?.payers ?? {}
  const { refund: row } = await refundPurchase(contexts[step.store], {
    ...{ purchase: { id }, reason: 'Some of it', idempotencyKey: randomUUID() },
    ...(line === null
      ? { amount: inRoubles(amount) }
      : { lines: [{ ref: `l${line}`, amount: inRoubles(amount) }] }),
  })
  const { due } = shop.refund(told, undoneWith(told.refunds.undone, refund), areRecovered(told, row))
  expect(row.pointsRecovered + row.pointsExpired + row.pointsToDebt + row.pointsBorne).toBe(due - before)
  const paidBack = parseRefundRules(row.rules).paidBack
  const toldBack = told.refunds.figures?.payers ?? {}
  for (const [payer, { points: all, discount }] of Object.entries(toldBack)) {
    const had = payersBefore[payer] ?? { points: 0n, discount: 0n }
    const back = paidBack.find((each) => each.payerId === payer)
    expect([back?.points ?? 0n, back?.discount ?? 0n]).toEqual([all - had.points, discount - had.discount])
  }
  traded.count += 1
}

/** Points due of a purchase that were spent, or ran out, before they could be taken back. */
const unrecovered = new WeakMap<ToldPurchase, bigint>()

/** Whether refunds found all points due, with this one. */
function areRecovered(
  told: ToldPurchase,
  { pointsBorne, pointsExpired }: { readonly pointsBorne: bigint; readonly pointsExpired: bigint },
): boolean {
  const sum = (unrecovered.get(told) ?? 0n) + pointsBorne + pointsExpired
  unrecovered.set(told, sum)
  return sum === 0n
}

const netOf = ({ bill, outcome }: ToldPurchase): bigint[] =>
  bill.lines.map(({ gross }, line) => gross - (outcome.discounts[line] ?? 0n))

const customerOf = ({ customerIds }: OpenShop, { who }: DrawnSale): string => customerIds[who] ?? ''

const billOf = ({ lines, total: whole, code }: DrawnSale) => ({
  ...{ total: inRoubles(whole), code },
  lines: lines.map(({ total: each, quantityMilli, discount, ...line }) => ({
    ...{ ...line, total: inRoubles(each) },
    ...(quantityMilli === undefined ? {} : { quantity: quantity(quantityMilli) }),
  })),
})

async function record(open: OpenShop, sale: DrawnSale, spent: bigint): Promise<Purchase> {
  const { purchase } = await recordPurchase(open.contexts[sale.store], {
    ...{ ...billOf(sale), customer: { id: customerOf(open, sale) }, points: points(spent) },
    ...{ receiptRef: randomUUID(), idempotencyKey: randomUUID() },
  })
  return purchase
}
