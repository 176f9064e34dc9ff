import type { LotPrices } from '../lot.ts'
import type { RefundPolicy } from '../purchase-state.ts'
import { add } from './books.ts'

/**
 * The same rules told a second time, as plainly as they can be: every single point is an object with a place,
 * and every event moves points one by one and books the money of one point at a time. Slow, mutable, and
 * sharing no arithmetic with the ledger; the two must agree.
 */
export interface NaiveTerms {
  readonly id: string
  readonly prices: LotPrices
  readonly selfRedemptionFeeWaived: boolean
  /** issuer, promo fund, operator; bps. */
  readonly breakage: readonly [bigint, bigint, bigint]
  readonly lifeDays: number | null
  readonly delayDays: number
}
interface NaiveLot {
  readonly id: string
  readonly issuer: string
  readonly terms: NaiveTerms
  readonly born: number
  readonly active: number
  dies: number
}
interface Point {
  readonly lot: NaiveLot
  place: 'FREE' | 'HELD' | 'SPENT' | 'EXPIRED' | 'GONE'
}
interface NaivePurchase {
  readonly member: string
  readonly total: bigint
  readonly spent: Point[]
  readonly spentInAll: number
  readonly earned: Point[]
  readonly policy: RefundPolicy
  refunded: bigint
  returned: number
  /** Earned points that refunds asked for, found or not. */
  asked: number
  /** Of those, what was not found and nobody owes. */
  unfound: number
}
interface NaiveHold {
  readonly member: string
  readonly until: number
  readonly points: readonly Point[]
  status: 'OPEN' | 'CAPTURED' | 'VOIDED' | 'EXPIRED'
}
interface NaiveDebt {
  readonly of: NaivePurchase
  readonly issuer: string
  readonly issueFee: bigint
  left: number
}

export interface Naive {
  readonly balances: Map<string, bigint>
  readonly points: Point[]
  readonly purchases: Map<string, NaivePurchase>
  readonly holds: Map<string, NaiveHold>
  readonly debts: NaiveDebt[]
}

const DAY = 86_400_000
export const emptyNaive = (): Naive => ({
  balances: new Map(),
  points: [],
  purchases: new Map(),
  holds: new Map(),
  debts: [],
})

/** Points that can be spent at `now`, the next one first. */
export function naiveSpendable(model: Naive, now: number): Point[] {
  const free = model.points.filter(
    ({ lot, place }) => place === 'FREE' && lot.active <= now && now < lot.dies,
  )
  return free.sort(
    (a, b) => cmp(a.lot.dies, b.lot.dies) || cmp(a.lot.born, b.lot.born) || cmp(a.lot.id, b.lot.id),
  )
}

/** Records a sale; false when there are too few points. */
export function naivePurchase(
  model: Naive,
  sale: {
    id: string
    member: string
    total: bigint
    spend: number
    earn: number
    terms: NaiveTerms
    policy: RefundPolicy
    now: number
  },
): boolean {
  const spendable = naiveSpendable(model, sale.now)
  if (spendable.length < sale.spend) return false
  completeSale(model, sale, spendable.slice(0, sale.spend))
  return true
}

/** Captures the first `spend` points of a hold; false when it is not open, out of time, or holds fewer. */
export function naiveCapture(
  model: Naive,
  holdId: string,
  sale: Omit<Parameters<typeof naivePurchase>[1], 'member'>,
): boolean {
  const hold = model.holds.get(holdId)
  if (hold?.status !== 'OPEN' || sale.now >= hold.until || sale.spend > hold.points.length) return false
  hold.status = 'CAPTURED'
  const spent = hold.points.slice(0, sale.spend)
  for (const point of hold.points.slice(sale.spend)) setFree(model, point)
  completeSale(model, { ...sale, member: hold.member }, spent)
  return true
}

/** Gives points that the promo fund pays for, the whole worth of each; false when it has too little. */
export function naiveGift(
  model: Naive,
  gift: { id: string; count: number; terms: NaiveTerms; now: number },
): boolean {
  const { prices, delayDays, lifeDays } = gift.terms
  const fund = -(model.balances.get('MONEY PROMO_FUND:C') ?? 0n)
  if (gift.count === 0 || fund < BigInt(gift.count) * (prices.reservePrice + prices.issueFee)) return false
  const lot: NaiveLot = {
    ...{ id: `lot ${gift.id}`, issuer: 'C', born: gift.now, active: gift.now + delayDays * DAY },
    terms: { ...gift.terms, prices: { ...prices, deposit: prices.reservePrice } },
    dies: lifeDays === null ? Number.POSITIVE_INFINITY : gift.now + lifeDays * DAY,
  }
  for (let n = 0; n < gift.count; n += 1) {
    model.points.push({ lot, place: 'FREE' })
    earnOne(model, lot, 1n)
  }
  return true
}

function completeSale(model: Naive, sale: Parameters<typeof naivePurchase>[1], spent: Point[]): void {
  for (const point of spent) {
    point.place = 'SPENT'
    spendOne(model, point.lot, sale.member, 1n)
  }
  const lot: NaiveLot = {
    id: `lot ${sale.id}`,
    issuer: sale.member,
    terms: sale.terms,
    born: sale.now,
    active: sale.now + sale.terms.delayDays * DAY,
    dies: sale.terms.lifeDays === null ? Number.POSITIVE_INFINITY : sale.now + sale.terms.lifeDays * DAY,
  }
  const earned = Array.from({ length: sale.earn }, (): Point => ({ lot, place: 'FREE' }))
  for (const point of earned) {
    model.points.push(point)
    earnOne(model, point.lot, 1n)
  }
  model.purchases.set(sale.id, {
    ...{ member: sale.member, total: sale.total, policy: sale.policy },
    ...{ spent, spentInAll: spent.length, earned },
    ...{ refunded: 0n, returned: 0, asked: 0, unfound: 0 },
  })
  for (const debt of model.debts)
    for (const point of earned) if (debt.left > 0 && point.place === 'FREE') payOne(model, debt, point)
}

function payOne(model: Naive, debt: NaiveDebt, point: Point): void {
  point.place = 'GONE'
  debt.left -= 1
  const { deposit } = point.lot.terms.prices
  book(model, 'POINTS DEBT:anna', -1n, 'POINTS CUSTOMER:anna')
  book(model, `MONEY CLEARING:${debt.issuer}`, -deposit, 'MONEY RESERVE:C')
  book(model, `MONEY CLEARING:${debt.issuer}`, -debt.issueFee, 'MONEY FEES:C')
}

/** A point that comes back goes to whoever refunded the sale that earned it and did not find it; else it is free. */
function setFree(model: Naive, point: Point): void {
  point.place = 'FREE'
  const earnedBy = [...model.purchases.values()].find(({ earned }) => earned.includes(point))
  const debt = model.debts.find(({ of, left }) => of === earnedBy && left > 0)
  if (debt) payOne(model, debt, point)
  else if (earnedBy && earnedBy.unfound > 0) {
    earnedBy.unfound -= 1
    takeOne(model, point)
  }
}

function takeOne(model: Naive, point: Point): void {
  point.place = 'GONE'
  earnOne(model, point.lot, -1n)
}

/** Promises points; false when there are too few. */
export function naiveHold(
  model: Naive,
  wish: { id: string; member: string; count: number; now: number; until: number },
): boolean {
  const spendable = naiveSpendable(model, wish.now)
  if (spendable.length < wish.count) return false
  const held = spendable.slice(0, wish.count)
  for (const point of held) point.place = 'HELD'
  model.holds.set(wish.id, { member: wish.member, until: wish.until, points: held, status: 'OPEN' })
  return true
}

/** Ends a hold by hand before its time or by the clock after it; false when it is not open or it is not the time. */
export function naiveRelease(model: Naive, holdId: string, by: 'VOIDED' | 'EXPIRED', now: number): boolean {
  const hold = model.holds.get(holdId)
  if (hold?.status !== 'OPEN' || (by === 'VOIDED') === now >= hold.until) return false
  hold.status = by
  for (const point of hold.points) setFree(model, point)
  return true
}

/** Undoes `amount` of a purchase, at most what is left. */
export function naiveRefund(
  model: Naive,
  purchaseId: string,
  at: { amount: bigint; now: number; graceDays: number },
): void {
  const purchase = model.purchases.get(purchaseId)
  if (!purchase) throw new Error(`no purchase ${purchaseId}`)
  purchase.refunded += at.amount
  const share = (count: number) => Number((BigInt(count) * purchase.refunded) / purchase.total)

  while (purchase.returned < share(purchase.spentInAll)) {
    const point = purchase.spent.pop()
    if (!point) throw new Error('nothing left to return')
    point.lot.dies = Math.max(point.lot.dies, at.now + at.graceDays * DAY)
    purchase.returned += 1
    spendOne(model, point.lot, purchase.member, -1n)
    setFree(model, point)
  }
  const [first] = purchase.earned
  if (!first) return
  const { issueFee } = first.lot.terms.prices
  const debt: NaiveDebt = { of: purchase, issuer: purchase.member, issueFee, left: 0 }
  for (; purchase.asked < share(purchase.earned.length); purchase.asked += 1) {
    const free = purchase.earned.find(({ place }) => place === 'FREE')
    const expired = purchase.earned.filter(({ place }) => place === 'EXPIRED').length
    if (free) takeOne(model, free)
    else if (purchase.policy === 'ISSUER_BEARS' || expired > purchase.unfound) purchase.unfound += 1
    else {
      debt.left += 1
      book(model, 'POINTS DEBT:anna', 1n, `POINTS ISSUED:${purchase.member}`)
    }
  }
  if (debt.left > 0) model.debts.push(debt)
}

/** Forfeits every free point whose lot has run out. */
export function naiveExpire(model: Naive, now: number): void {
  const due = model.points.filter(({ lot, place }) => place === 'FREE' && lot.dies <= now)
  for (const lot of new Set(due.map((point) => point.lot))) {
    const mine = due.filter((point) => point.lot === lot)
    for (const point of mine) point.place = 'EXPIRED'
    book(model, 'POINTS EXPIRED:C', -BigInt(mine.length), 'POINTS CUSTOMER:anna')
    const parties = [purseOf(lot), 'MONEY BREAKAGE:C', 'MONEY PROMO_FUND:C']
    const [issuer, promoFund, operator] = lot.terms.breakage
    const shares = [issuer, operator, promoFund]
    const forfeited = BigInt(mine.length) * lot.terms.prices.deposit
    const exact = shares.map((bps) => forfeited * bps)
    let left = forfeited - exact.reduce((sum, part) => sum + part / 10_000n, 0n)
    const ranked = exact.map((part, index) => ({ index, rest: part % 10_000n }))
    ranked.sort((a, b) => cmp(b.rest, a.rest) || cmp(a.index, b.index))
    const parts = exact.map((part) => part / 10_000n)
    for (const { index } of ranked) {
      parts[index] = (parts[index] ?? 0n) + (left > 0n ? 1n : 0n)
      left -= left > 0n ? 1n : 0n
    }
    for (const [index, party] of parties.entries())
      book(model, party, -(parts[index] ?? 0n), 'MONEY RESERVE:C')
  }
}

/** Out of which account points of the lot are paid, and into which comes what is not needed. */
const purseOf = (lot: NaiveLot): string =>
  lot.issuer === 'C' ? 'MONEY PROMO_FUND:C' : `MONEY CLEARING:${lot.issuer}`

function earnOne(model: Naive, lot: NaiveLot, sign: 1n | -1n): void {
  const { deposit, issueFee } = lot.terms.prices
  book(model, `POINTS ISSUED:${lot.issuer}`, sign, 'POINTS CUSTOMER:anna')
  book(model, purseOf(lot), sign * deposit, 'MONEY RESERVE:C')
  book(model, purseOf(lot), sign * issueFee, 'MONEY FEES:C')
}

function spendOne(model: Naive, lot: NaiveLot, redeemer: string, sign: 1n | -1n): void {
  const { reservePrice, deposit, redeemFee } = lot.terms.prices
  const fee = redeemer === lot.issuer && lot.terms.selfRedemptionFeeWaived ? 0n : redeemFee
  book(model, 'POINTS CUSTOMER:anna', sign, `POINTS REDEEMED:${redeemer}`)
  book(model, 'MONEY RESERVE:C', sign * deposit, `MONEY CLEARING:${redeemer}`)
  book(model, purseOf(lot), sign * (reservePrice - deposit), `MONEY CLEARING:${redeemer}`)
  book(model, `MONEY CLEARING:${redeemer}`, sign * fee, 'MONEY FEES:C')
}

function book(model: Naive, debit: string, amount: bigint, credit: string): void {
  add(model.balances, debit, amount)
  add(model.balances, credit, -amount)
}

const cmp = <T extends bigint | number | string>(a: T, b: T) => (a < b ? -1 : a > b ? 1 : 0)
