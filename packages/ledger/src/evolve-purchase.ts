import { assertInvariant } from './broken-invariant-error.ts'
import { type CounterName, counterKey } from './counter.ts'
import type { CustomerState } from './customer-state.ts'
import type { Entry, EntryKind } from './entry.ts'
import { lotFinder } from './find-in-state.ts'
import { type LotUse, originOf } from './lot.ts'
import { type Minor, minor } from './money.ts'
import { type Points, points, ZERO_POINTS } from './points.ts'
import type { PaidPart, PurchaseState, RedeemedFromLot } from './purchase-state.ts'

/** A purchase as the document says it; what its points did is read from the entries. */
export type PurchaseFacts = Pick<
  PurchaseState,
  'id' | 'memberId' | 'termsId' | 'total' | 'pointsPart' | 'lines' | 'paidBy'
>

/** A refund as the document says it; what its points did is read from the entries. */
export interface RefundFacts {
  readonly purchaseId: string
  /** Part of the bill undone, minor units. */
  readonly amount: Minor
  /** The part of `amount` put to each line ref; empty when refunded by amount. */
  readonly amountByLine: ReadonlyMap<string, Minor>
  /** Earned points that it claims back, found or not. */
  readonly pointsDue: Points
  /** What it takes back of each payer; nothing when absent. */
  readonly paidBack?: readonly PaidBack[]
  /** What it gives back to counters; nothing when absent. */
  readonly countersBack?: readonly (CounterName & { readonly back: bigint })[]
}

/** What a refund takes back of one payer. */
export interface PaidBack {
  readonly payerId: string
  /** Claimed back, found or not. */
  readonly points: Points
  /** Of its share of discounts, minor units. */
  readonly discount: Minor
}

/** The state of a purchase just recorded by `entries`. */
export function purchaseStateOf(facts: PurchaseFacts, entries: readonly Entry[]): PurchaseState {
  const redeemedFrom = usesOf(entries, 'REDEEM').map(({ lotId, points: n }) => ({ lotId, points: n }))
  const earned = entries.filter((entry) => entry.kind === 'EARN').flatMap((entry) => entry.newLots)
  const { paidBy } = facts
  const lots = paidBy ? paidBy.filter(({ lotId }) => lotId !== null).length : 1
  assertInvariant(
    paidBy ? earned.length === lots : earned.length <= lots,
    () => `purchase ${facts.id} earned ${earned.length} lots`,
  )
  return {
    id: facts.id,
    memberId: facts.memberId,
    termsId: facts.termsId,
    total: facts.total,
    lines: facts.lines,
    pointsRedeemed: sumOf(redeemedFrom),
    pointsPart: facts.pointsPart,
    pointsEarned: points(earned.reduce((sum, lot) => sum + lot.amount, 0n)),
    earnedLotId: earned[0]?.id ?? null,
    pointsExpired: ZERO_POINTS,
    redeemedFrom,
    refundedTotal: minor(0n),
    pointsReturned: ZERO_POINTS,
    pointsReversed: ZERO_POINTS,
    pointsDue: ZERO_POINTS,
    refundedByLine: new Map(),
    ...(paidBy ? { paidBy } : {}),
  }
}

/**
 * The purchase after a refund recorded by `entries`, so that the next refund in the same batch sees it.
 * Throws BrokenInvariantError when more would be undone than was done.
 */
export function evolvePurchase(
  purchase: PurchaseState,
  refund: RefundFacts,
  entries: readonly Entry[],
): PurchaseState {
  const returned = usesOf(entries, 'REDEEM_REVERSAL')
  // The rest of such uses satisfies claims of other purchases.
  const ofOwnLot = usesOf(entries, 'EARN_REVERSAL').filter((use) => isEarnedBy(purchase, use.lotId))
  const recovered = sumOf(ofOwnLot)
  const toDebt = entries.reduce((sum, entry) => sum + (entry.newDebt?.amount ?? 0n), 0n)
  const refundedByLine = new Map(purchase.refundedByLine)
  for (const [ref, amount] of refund.amountByLine)
    refundedByLine.set(ref, minor((refundedByLine.get(ref) ?? 0n) + amount))

  const next: PurchaseState = {
    ...purchase,
    redeemedFrom: keptOf(purchase.redeemedFrom, returned),
    refundedTotal: minor(purchase.refundedTotal + refund.amount),
    pointsReturned: points(purchase.pointsReturned - sumOf(returned)),
    pointsReversed: points(purchase.pointsReversed + recovered + toDebt),
    pointsDue: points(purchase.pointsDue + refund.pointsDue),
    refundedByLine,
    isRefunded: true,
    countersBack: addedBack(purchase.countersBack, refund.countersBack ?? []),
    ...(purchase.paidBy ? { paidBy: lessBack(purchase.paidBy, refund.paidBack ?? []) } : {}),
  }
  assertInvariant(next.refundedTotal <= next.total, () => `purchase ${next.id} over-refunded`)
  assertInvariant(next.pointsReturned <= next.pointsRedeemed, () => `purchase ${next.id} over-returned`)
  assertInvariant(next.pointsDue <= next.pointsEarned, () => `purchase ${next.id} claims too much back`)
  assertInvariant(next.pointsReversed <= next.pointsEarned, () => `purchase ${next.id} over-reversed`)
  return next
}

/** Whether a purchase earned a lot, be it by one of several payers. */
const isEarnedBy = ({ earnedLotId, paidBy = [] }: PurchaseState, lotId: string): boolean =>
  lotId === earnedLotId || paidBy.some((part) => part.lotId === lotId)

function lessBack(paidBy: readonly PaidPart[], back: readonly PaidBack[]): readonly PaidPart[] {
  return paidBy.map((part) => {
    const of = back.find(({ payerId }) => payerId === part.payerId)
    if (!of) return part
    const next = {
      ...part,
      pointsDue: points(part.pointsDue + of.points),
      discountBack: minor(part.discountBack + of.discount),
    }
    assertInvariant(
      next.pointsDue <= next.points && next.discountBack <= next.discount,
      () => `payer ${part.payerId} would get back more than it gave`,
    )
    return next
  })
}

function addedBack(
  before: ReadonlyMap<string, bigint> = new Map(),
  moves: readonly (CounterName & { readonly back: bigint })[],
): ReadonlyMap<string, bigint> {
  const sums = new Map(before)
  for (const move of moves) sums.set(counterKey(move), (sums.get(counterKey(move)) ?? 0n) + move.back)
  return sums
}

/** The purchase after more of what it earned has run out. */
export function withExpired(
  purchase: PurchaseState,
  state: Pick<CustomerState, 'lots'>,
  entries: readonly Entry[],
): PurchaseState {
  const findLot = lotFinder(state)
  const uses = usesOf(entries, 'EXPIRE')
  const expiredOf = (isOf: (origin: string) => boolean) =>
    sumOf(uses.filter(({ lotId }) => isOf(originOf(findLot(lotId)))))
  const expired = expiredOf((origin) => isEarnedBy(purchase, origin))
  if (expired === 0n) return purchase
  const next = { ...purchase, pointsExpired: points(purchase.pointsExpired + expired) }
  if (!purchase.paidBy) return next
  const paidBy = purchase.paidBy.map((part) => ({
    ...part,
    pointsExpired: points(part.pointsExpired + expiredOf((origin) => origin === part.lotId)),
  }))
  return { ...next, paidBy }
}

/** What a redemption keeps of each lot after lot uses (negative: given back) are undone. */
function keptOf(kept: readonly RedeemedFromLot[], uses: readonly LotUse[]): readonly RedeemedFromLot[] {
  const undone = new Map<string, bigint>()
  for (const { lotId, points: n } of uses) undone.set(lotId, (undone.get(lotId) ?? 0n) + n)
  return kept
    .map(({ lotId, points: n }) => ({ lotId, points: points(n + (undone.get(lotId) ?? 0n)) }))
    .filter((part) => part.points > 0n)
}

const usesOf = (entries: readonly Entry[], kind: EntryKind & LotUse['kind']): LotUse[] =>
  entries.flatMap((entry) => entry.lotUses).filter((use) => use.kind === kind)

const sumOf = (parts: readonly { readonly points: bigint }[]) =>
  points(parts.reduce((sum, part) => sum + part.points, 0n))
