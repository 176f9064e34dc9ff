import { captureHold } from '../capture-hold.ts'
import { earn } from '../earn.ts'
import type { Entry } from '../entry.ts'
import { evolve } from '../evolve.ts'
import { expire } from '../expire.ts'
import { expireHold } from '../expire-hold.ts'
import { purchaseOf } from '../find-in-state.ts'
import { hold } from '../hold.ts'
import { basisPoints, micros, minor } from '../money.ts'
import { points } from '../points.ts'
import { promoteFromFund } from '../promote-from-fund.ts'
import type { RefundPolicy } from '../purchase-state.ts'
import { recoverClaims } from '../recover-claims.ts'
import { recoverDebt } from '../recover-debt.ts'
import { redeem } from '../redeem.ts'
import { Refusal } from '../refusals/refusal.ts'
import { releaseEntries } from '../release-entries.ts'
import { type ReversedEarn, reverseEarn } from '../reverse-earn.ts'
import { reverseRedeem } from '../reverse-redeem.ts'
import { voidHold } from '../void-hold.ts'
import { type Books, emptyBooks, postGroup, stateOf } from './books.ts'
import type { NaiveTerms } from './naive-model.ts'

/** One customer, anna, of coalition C, and the ledger's verbs strung together as the use-cases do. */
export interface World {
  readonly books: Books
  readonly terms: readonly NaiveTerms[]
}

export const GRACE_DAYS = 14
const DAY = 86_400_000

export const aWorld = (terms: readonly NaiveTerms[]): World => ({ books: emptyBooks(), terms })
export const anna = (world: World) => stateOf(world.books, 'anna')

const termsOf = (world: World, id: string): NaiveTerms => {
  const terms = world.terms.find((candidate) => candidate.id === id)
  if (!terms) throw new Error(`no terms ${id}`)
  return terms
}
const waivedIn = (world: World) => (termsId: string) => termsOf(world, termsId).selfRedemptionFeeWaived

/** Runs a command; false when it was refused. Anything but a refusal is a failure of the test. */
export function accepted(command: () => void): boolean {
  try {
    command()
    return true
  } catch (error) {
    if (error instanceof Refusal) return false
    throw error
  }
}

export interface Sale {
  readonly id: string
  readonly member: string
  readonly total: bigint
  readonly spend: number
  readonly earn: number
  readonly terms: NaiveTerms
  readonly now: number
}

/** Records a sale, paid in part by `spend` points. */
export function sell(world: World, sale: Sale): void {
  const spending = redeem(anna(world), {
    coalitionId: 'C',
    redeemerId: sale.member,
    documentId: sale.id,
    points: points(BigInt(sale.spend)),
    now: new Date(sale.now),
    selfRedemptionFeeWaivedFor: waivedIn(world),
  })
  finishSale(world, sale, spending)
}

/** Records a sale that captures a hold. */
export function capture(world: World, holdId: string, sale: Omit<Sale, 'member'>): void {
  const spending = captureHold(anna(world), {
    coalitionId: 'C',
    holdId,
    documentId: sale.id,
    points: points(BigInt(sale.spend)),
    now: new Date(sale.now),
    selfRedemptionFeeWaivedFor: waivedIn(world),
  })
  finishSale(world, { ...sale, member: spending.memberId ?? '' }, spending)
}

function finishSale(world: World, sale: Sale, spending: Entry): void {
  const at = { coalitionId: 'C', documentId: sale.id }
  const earning = earn({
    ...at,
    issuerId: sale.member,
    customerId: 'anna',
    lotId: `lot ${sale.id}`,
    points: points(BigInt(sale.earn)),
    terms: sale.terms,
    now: new Date(sale.now),
    activatesAt: new Date(sale.now + sale.terms.delayDays * DAY),
    expiresAt: sale.terms.lifeDays === null ? null : new Date(sale.now + sale.terms.lifeDays * DAY),
  })
  const entries = [...releaseEntries(anna(world), spending, at), earning]
  if (sale.earn > 0) {
    const after = entries.reduce(evolve, anna(world))
    const recovery = recoverDebt(after, { ...at, lotId: `lot ${sale.id}` })
    if (recovery) entries.push(recovery)
  }
  postGroup(world.books, 'anna', {
    entries,
    recordedPurchase: {
      id: sale.id,
      memberId: sale.member,
      termsId: sale.terms.id,
      total: minor(sale.total),
      pointsPart: minor(0n),
      lines: [],
    },
  })
}

/** Gives points that the promo fund pays for. */
export function gift(
  world: World,
  given: { id: string; count: number; terms: NaiveTerms; now: number },
): void {
  const { terms, now } = given
  const entry = promoteFromFund({
    ...{ customerId: 'anna', coalitionId: 'C', documentId: given.id, lotId: `lot ${given.id}`, terms },
    points: points(BigInt(given.count)),
    fund: micros(-(world.books.balances.get('MONEY PROMO_FUND:C') ?? 0n)),
    now: new Date(now),
    activatesAt: new Date(now + terms.delayDays * DAY),
    expiresAt: terms.lifeDays === null ? null : new Date(now + terms.lifeDays * DAY),
  })
  postGroup(world.books, 'anna', { entries: [entry] })
}

/** Promises points. */
export function promise(
  world: World,
  wish: { id: string; member: string; count: number; now: number; until: number },
): void {
  const entry = hold(anna(world), {
    holdId: wish.id,
    memberId: wish.member,
    points: points(BigInt(wish.count)),
    now: new Date(wish.now),
    expiresAt: new Date(wish.until),
  })
  postGroup(world.books, 'anna', { entries: [entry] })
}

/** Ends a hold by hand. */
export function letGo(world: World, holdId: string, now: number): void {
  postReleased(world, voidHold(anna(world), { holdId, now: new Date(now) }))
}

/** Ends a hold by the clock. */
export function timeOut(world: World, holdId: string, now: number): void {
  postReleased(world, expireHold(anna(world), { holdId, now: new Date(now) }))
}

function postReleased(world: World, release: Entry): void {
  postGroup(world.books, 'anna', { entries: releaseEntries(anna(world), release, { coalitionId: 'C' }) })
}

/** Undoes `amount` of a purchase by cumulative floors. */
export function refund(
  world: World,
  purchaseId: string,
  at: { id: string; amount: bigint; now: number; policy: RefundPolicy },
): ReversedEarn {
  const state = anna(world)
  const purchase = purchaseOf(state, purchaseId)
  const share = (whole: bigint, refunded: bigint) => (whole * refunded) / purchase.total
  const refunded = purchase.refundedTotal + at.amount
  const document = { coalitionId: 'C', documentId: at.id, purchaseId, now: new Date(at.now) }
  const giving = reverseRedeem(state, {
    ...document,
    points: points(share(purchase.pointsRedeemed, refunded) - purchase.pointsReturned),
    graceEndsAt: new Date(at.now + GRACE_DAYS * 86_400_000),
    selfRedemptionFeeWaivedFor: waivedIn(world),
  })
  const given = evolve(state, giving)
  const lotIds = giving.lotUses.map(({ lotId }) => lotId)
  const satisfied = recoverClaims(given, { coalitionId: 'C', lotIds })
  const pointsDue = points(
    share(purchase.pointsEarned, refunded) - share(purchase.pointsEarned, purchase.refundedTotal),
  )
  const taking = reverseEarn(satisfied.reduce(evolve, given), {
    ...document,
    points: pointsDue,
    refundPolicy: at.policy,
    debtId: `debt ${at.id}`,
  })
  postGroup(world.books, 'anna', {
    entries: [giving, ...satisfied, taking.entry],
    recordedRefund: { purchaseId, amount: minor(at.amount), amountByLine: new Map(), pointsDue },
  })
  return taking
}

/** Forfeits what has run out. */
export function sweep(world: World, now: number): void {
  const entry = expire(anna(world), {
    coalitionId: 'C',
    now: new Date(now),
    breakageOf: (termsId) => {
      const [issuer, promoFund, operator] = termsOf(world, termsId).breakage
      return {
        issuer: basisPoints(issuer),
        promoFund: basisPoints(promoFund),
        operator: basisPoints(operator),
      }
    },
  })
  if (entry) postGroup(world.books, 'anna', { entries: [entry] })
}
