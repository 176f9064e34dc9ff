import { moveAll } from './change-hands.ts'
import type { Facts, KeyedCommand } from './command.ts'
import { bookGiven, bookOwed, bookSpent } from './money.ts'
import { known, type ModelPurchase, pointsIn, Refused, type World } from './world.ts'

type Refund = KeyedCommand & { readonly verb: 'purchaseRefund' }

const MS_PER_DAY = 86_400_000

/** Undoes a part of a purchase: its spent points return one by one, then its earned ones are taken back. */
export function undo(world: World, refund: Refund, facts: Facts): Readonly<Record<string, string>> {
  const purchase = world.purchases.get(refund.purchaseId)
  if (purchase?.memberId !== refund.memberId)
    throw new Refused('NOT_FOUND', { what: 'purchase' }, { recorded: false })
  if (world.standings.get(refund.memberId) === 'CLOSED')
    throw new Refused('MEMBER_NOT_ACTIVE', { status: 'CLOSED' })
  const amounts = amountsOf(purchase, refund)
  const before = purchase.refundedMinor
  const after = before + amounts.total
  const { customerId, terms } = purchase

  const returned = undoneOf(purchase.redeemed, after, purchase) - (purchase.redeemed - keptOf(purchase))
  for (let index = 0n; index < returned; index += 1n) returnOne(world, purchase, facts.now)

  if (returned > 0n) world.lastActive.set(customerId, facts.now)

  const due = undoneOf(earnedOf(purchase), after, purchase) - purchase.reversed
  const dueBefore = undoneOf(earnedOf(purchase), before, purchase) - purchase.reversed
  let recovered = 0n
  for (const point of purchase.earned)
    if (recovered < due && point.place === 'FREE') {
      point.place = 'GONE'
      recovered += 1n
      bookGiven(world, point.lot, -1n)
    }
  const missing = due - recovered
  const owed = terms.refundPolicy === 'CUSTOMER_DEBT' ? missing : 0n
  const newlyMissing = missing > dueBefore ? missing - dueBefore : 0n
  const borne = terms.refundPolicy === 'CUSTOMER_DEBT' ? 0n : newlyMissing
  if (owed > 0n) {
    const { lot } = known(purchase.earned[0], 'earned point')
    for (let index = 0n; index < owed; index += 1n) bookOwed(world, lot)
    const { issueFee } = lot.terms
    const { issuerId } = lot
    const debt = { customerId, issuerId, purchaseId: purchase.id, amount: owed, issueFee, left: owed }
    world.debts.push({ ...debt, incurredAt: facts.now })
  }

  purchase.reversed += recovered + owed
  purchase.refundedMinor = after
  for (const [ref, amount] of amounts.byLine)
    known(lineOf(purchase, ref), `line ${ref}`).refundedMinor += amount
  const survivorId = world.merged.get(customerId)
  if (survivorId !== undefined) moveAll(world, { fromId: customerId, toId: survivorId }, facts)
  return {
    refundId: facts.id,
    amountMinor: `${amounts.total}`,
    moneyMinor: `${moneyBack(purchase, after) - moneyBack(purchase, before)}`,
    pointsReturned: `${returned}`,
    pointsRecovered: `${recovered}`,
    pointsToDebt: `${owed}`,
    pointsBorne: `${borne}`,
    balanceAfter: `${pointsIn(world, customerId, ['FREE', 'HELD'])}`,
  }
}

const keptOf = (purchase: ModelPurchase) => BigInt(purchase.kept.length)
const earnedOf = (purchase: ModelPurchase) => BigInt(purchase.earned.length)
const lineOf = (purchase: ModelPurchase, ref: string) => purchase.lines.find((line) => line.ref === ref)

/** Of `points`, how many are undone once `cumulative` of the bill is. */
const undoneOf = (points: bigint, cumulative: bigint, purchase: ModelPurchase) =>
  (points * cumulative) / purchase.totalMinor

/** The last point taken goes back; a lot that has run out, or soon will, lives until the grace is over. */
function returnOne(world: World, purchase: ModelPurchase, now: number): void {
  const point = known(purchase.kept.pop(), 'point to return')
  point.place = 'FREE'
  point.lot.expiresAt = Math.max(point.lot.expiresAt, now + purchase.terms.refundGraceDays * MS_PER_DAY)
  bookSpent(world, point.lot, purchase.memberId, -1n)
}

/**
 * Money given back once `cumulative` of the bill is undone: what the returned points leave of it, but never more than
 * at any later moment, so that no further refund takes money from the customer. It can only fall where a point returns.
 */
function moneyBack(purchase: ModelPurchase, cumulative: bigint): bigint {
  const { redeemed, totalMinor, terms } = purchase
  const rest = (at: bigint) => at - undoneOf(redeemed, at, purchase) * terms.faceValueMinor
  let least = rest(cumulative)
  for (let point = undoneOf(redeemed, cumulative, purchase) + 1n; point <= redeemed; point += 1n) {
    const returnsAt = (point * totalMinor + redeemed - 1n) / redeemed
    if (rest(returnsAt) < least) least = rest(returnsAt)
  }
  return least
}

function amountsOf(
  purchase: ModelPurchase,
  refund: Refund,
): { readonly total: bigint; readonly byLine: ReadonlyMap<string, bigint> } {
  const refundable = purchase.totalMinor - purchase.refundedMinor
  const byLine = new Map<string, bigint>()
  for (const [index, { ref, amountMinor }] of (refund.lines ?? []).entries()) {
    const line = lineOf(purchase, ref)
    if (!line || byLine.has(ref)) throw new Refused('INVALID_INPUT', { path: ['lines', `${index}`, 'ref'] })
    const left = line.totalMinor - line.refundedMinor
    const amount = amountMinor ?? left
    if (amount > left || left === 0n)
      throw new Refused('REFUND_EXCEEDS_PURCHASE', { refundableMinor: `${left}`, lineRef: ref })
    byLine.set(ref, amount)
  }
  const ofLines = [...byLine.values()].reduce((sum, amount) => sum + amount, 0n)
  const total = refund.lines ? ofLines : (refund.amountMinor ?? refundable)
  if (total > refundable || total === 0n)
    throw new Refused('REFUND_EXCEEDS_PURCHASE', { refundableMinor: `${refundable}` })
  return { total, byLine }
}
