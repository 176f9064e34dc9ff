import { endOfDays } from './calendar.ts'
import { moveAll } from './change-hands.ts'
import { comeBack } from './come-back.ts'
import type { Facts, KeyedCommand } from './command.ts'
import { bookGiven, bookOwed, bookSpent } from './money.ts'
import { known, type ModelPurchase, type Point, pointsIn, Refused, type World } from './world.ts'

type Refund = KeyedCommand & { readonly verb: 'purchaseRefund' }

/**
 * Undoes a part of a purchase: its spent points return one by one, to their customer or whom it was merged into, unless
 * somebody looks for them; then its earned ones are taken back.
 */
export function undo(world: World, refund: Refund, facts: Facts): Readonly<Record<string, string>> {
  const purchase = world.purchases.get(refund.purchaseId)
  if (purchase?.memberId !== refund.memberId)
    throw new Refused('NOT_FOUND', { what: 'purchase' }, { recorded: false })
  if (world.standings.get(refund.memberId) === 'CLOSED')
    throw new Refused('MEMBER_NOT_ACTIVE', { status: 'CLOSED' })
  const amounts = amountsOf(purchase, refund)
  const before = purchase.refundedMinor
  const after = before + amounts.total
  const { customerId } = purchase

  const returned = undoneOf(purchase.redeemed, after, purchase) - (purchase.redeemed - keptOf(purchase))
  const back: Point[] = []
  for (let index = 0n; index < returned; index += 1n) back.push(returnOne(world, purchase, facts.now))
  if (returned > 0n) world.lastActive.set(customerId, facts.now)
  const survivorId = world.merged.get(customerId)
  const come =
    survivorId === undefined ? back : moveAll(world, { fromId: customerId, toId: survivorId }, facts)
  const claimed = comeBack(world, come)

  const due = undoneOf(earnedOf(purchase), after, purchase) - undoneOf(earnedOf(purchase), before, purchase)
  const found = takeBack(world, purchase, {
    ...{ due, refundId: facts.id, holderId: survivorId ?? customerId, now: facts.now },
  })

  purchase.refundedMinor = after
  for (const [ref, amount] of amounts.byLine)
    known(lineOf(purchase, ref), `line ${ref}`).refundedMinor += amount
  return {
    refundId: facts.id,
    amountMinor: `${amounts.total}`,
    moneyMinor: `${moneyBack(purchase, after) - moneyBack(purchase, before)}`,
    pointsReturned: `${returned}`,
    pointsClaimed: `${claimed}`,
    pointsRecovered: `${found.recovered}`,
    pointsExpired: `${found.expired}`,
    pointsToDebt: `${found.owed}`,
    pointsBorne: `${found.borne}`,
    balanceAfter: `${pointsIn(world, customerId, ['FREE', 'HELD'])}`,
  }
}

/**
 * Looks for each point that is due: one that is free is taken, else one that ran out counts, else one that was spent or is
 * held, which the customer owes or the issuer pays for.
 */
function takeBack(
  world: World,
  purchase: ModelPurchase,
  asked: {
    readonly due: bigint
    readonly refundId: string
    readonly holderId: string
    readonly now: number
  },
) {
  const found = { recovered: 0n, expired: 0n, owed: 0n, borne: 0n }
  const { id: purchaseId, terms } = purchase
  const { refundId, holderId: customerId } = asked
  const points = world.lots
    .toSorted((a, b) => a.expiresAt - b.expiresAt || a.issuedAt - b.issuedAt || (a.id < b.id ? -1 : 1))
    .flatMap((lot) => lot.points)
    .filter(({ sale }) => sale === purchaseId)
  const ranOut = points.filter(({ place }) => place === 'EXPIRED').length
  const counted = world.claims
    .filter((claim) => claim.purchaseId === purchaseId)
    .reduce((sum, { left }) => sum + left, 0n)
  for (let index = 0n; index < asked.due; index += 1n) {
    const free = points.find(({ place }) => place === 'FREE')
    if (free) {
      free.place = 'GONE'
      found.recovered += 1n
      bookGiven(world, free.lot, -1n)
    } else if (BigInt(ranOut) > counted + found.expired) found.expired += 1n
    else if (terms.refundPolicy === 'ISSUER_BEARS') found.borne += 1n
    else {
      found.owed += 1n
      bookOwed(world, customerId, purchase.memberId)
    }
  }
  const [amount, unfound] = [found.owed, found.expired + found.borne]
  const { lot } = purchase.earned[0] ?? {}
  if (amount > 0n)
    world.debts.push({
      ...{ customerId, issuerId: purchase.memberId, purchaseId, amount, left: amount },
      ...{ issueFee: known(lot, 'earned lot').terms.issueFee, incurredAt: asked.now },
    })
  if (unfound > 0n) world.claims.push({ refundId, customerId, purchaseId, amount: unfound, left: unfound })
  return found
}

const keptOf = (purchase: ModelPurchase) => BigInt(purchase.kept.length)
const earnedOf = (purchase: ModelPurchase) => BigInt(purchase.earned.length)
const lineOf = (purchase: ModelPurchase, ref: string) => purchase.lines.find((line) => line.ref === ref)

/** Of `points`, how many are undone once `cumulative` of the bill is. */
const undoneOf = (points: bigint, cumulative: bigint, purchase: ModelPurchase) =>
  (points * cumulative) / purchase.totalMinor

/** The last point taken goes back; a lot that has run out, or soon will, lives until the last day of grace is over. */
function returnOne(world: World, purchase: ModelPurchase, now: number): Point {
  const point = known(purchase.kept.pop(), 'point to return')
  point.place = 'FREE'
  point.lot.expiresAt = Math.max(point.lot.expiresAt, endOfDays(now, purchase.terms.refundGraceDays))
  bookSpent(world, point.lot, purchase.memberId, -1n)
  return point
}

/**
 * Money given back once `cumulative` of the bill is undone: what the returned points leave of it, but never more than
 * at any later moment, so that no further refund takes money from the customer. It can only fall where a point returns.
 */
function moneyBack(purchase: ModelPurchase, cumulative: bigint): bigint {
  const { redeemed, totalMinor, faceValueMinor } = purchase
  const rest = (at: bigint) => at - undoneOf(redeemed, at, purchase) * faceValueMinor
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
