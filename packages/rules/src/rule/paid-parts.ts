import {
  allocate,
  lesser,
  MICROS_PER_MINOR,
  type Micros,
  type Minor,
  minor,
  type PaidPart,
  type Points,
  type PurchaseState,
  points,
} from '@artel/ledger'
import { sumOf } from './bill-lines.ts'
import type { Given } from './evaluated-bill.ts'
import type { DecidedRules, LeftOfRules } from './left-of-bill.ts'
import type { RuleDefinition, RuleVersion } from './rule.ts'

/** What one payer pays for: points and money off, of one rule or of a whole bill. */
export interface PayerGift {
  /** A member; the coalition's own id where its promo fund pays. */
  readonly payerId: string
  readonly points: Points
  readonly discountMinor: Minor
}

/** What a payer may still come to owe, and what points cost it. */
export interface Purse {
  /** Micros; null: without limit. Below 0 for one that is over its limit already. */
  readonly roomMicros: Micros | null
  /** What giving one point adds to what it owes, micros. */
  readonly pointMicros: Micros
  /** Whose leaves, or has left: it pays for vouchers that were given before, and for nothing else. */
  readonly paysVouchersAlone?: true
}

/** Whether anybody but the seller pays for a rule. */
export const isPaidByOthers = ({ pays }: Pick<RuleDefinition, 'pays'>, sellerId: string): boolean =>
  pays?.some(({ payerId }) => payerId !== sellerId) ?? false

/** Whether a rule of the coalition is paid by the seller too. */
export const isPaidForCoalition = (
  { pays, isOfCoalition }: Pick<RuleVersion, 'pays' | 'isOfCoalition'>,
  sellerId: string,
): boolean => isOfCoalition === true && (pays?.some(({ payerId }) => payerId === sellerId) ?? false)

/** Splits what a rule gave among its payers, points and money each by largest remainder, ties to the smaller id. */
export function splitGift(
  { pays }: Pick<RuleDefinition, 'pays'>,
  gave: { readonly points: Points; readonly discountMinor: Minor },
  sellerId: string,
): readonly PayerGift[] {
  if (!pays) return [{ payerId: sellerId, points: gave.points, discountMinor: gave.discountMinor }]
  const shares = pays.map(({ payerId, shareBps }) => ({ id: payerId, weight: shareBps }))
  const ofPoints = allocate(gave.points, shares)
  const ofDiscount = allocate(gave.discountMinor, shares)
  return pays.map(({ payerId }, index) => ({
    payerId,
    points: points(ofPoints[index] ?? 0n),
    discountMinor: minor(ofDiscount[index] ?? 0n),
  }))
}

/** Gifts summed by payer: the seller first, whatever it pays, then the others by id. */
export function sumByPayer(gifts: readonly PayerGift[], sellerId: string): readonly PayerGift[] {
  const sums = new Map<string, PayerGift>([[sellerId, nothingOf(sellerId)]])
  for (const { payerId, points: n, discountMinor } of gifts) {
    const before = sums.get(payerId) ?? nothingOf(payerId)
    sums.set(payerId, {
      payerId,
      points: points(before.points + n),
      discountMinor: minor(before.discountMinor + discountMinor),
    })
  }
  const byId = (a: PayerGift, b: PayerGift) => (a.payerId < b.payerId ? -1 : 1)
  return [...sums.values()].sort((a, b) =>
    a.payerId === sellerId ? -1 : b.payerId === sellerId ? 1 : byId(a, b),
  )
}

const nothingOf = (payerId: string): PayerGift => ({ payerId, points: points(0n), discountMinor: minor(0n) })

/** Who pays for a bill; empty where the seller pays for all of it. */
export function paidByOf(
  { given, basePoints }: { readonly given: readonly Given[]; readonly basePoints: Points },
  sellerId: string,
): readonly PayerGift[] {
  if (!given.some(({ rule }) => isPaidByOthers(rule, sellerId))) return []
  const base = { payerId: sellerId, points: basePoints, discountMinor: minor(0n) }
  return sumByPayer([base, ...given.flatMap((gave) => splitGift(gave.rule, gave, sellerId))], sellerId)
}

/** What a gift adds to what a payer that is not the seller owes, micros. What the seller takes off its own bill it owes to nobody. */
export const costOfGift = (
  gift: Pick<PayerGift, 'points' | 'discountMinor'>,
  { pointMicros }: Pick<Purse, 'pointMicros'>,
): bigint => gift.points * pointMicros + gift.discountMinor * MICROS_PER_MINOR

/**
 * What a refund takes back of each payer, so that of each what its rules still give is left: together at least what leaves the
 * customer no more than the rest of the bill gives. What another rule gives instead stays only as far
 * as those who pay for it gave something: nobody is charged for a rule that it did not accept. Nobody's part ever grows, and once
 * nothing is left all of it is back. Empty where the seller paid for all.
 */
export function undoneByPayer(
  { paidBy = [], memberId: sellerId }: Pick<PurchaseState, 'paidBy' | 'memberId'>,
  { given, basePoints }: Pick<DecidedRules, 'given' | 'basePoints'>,
  left: LeftOfRules,
): readonly PayerGift[] {
  if (paidBy.length === 0) return []
  const { own, more: instead } = leftByPayer(sellerId, { given, basePoints }, left)
  const wanted = new Map(sumByPayer(own, sellerId).map((each) => [each.payerId, each]))
  const others = new Map(sumByPayer(instead, sellerId).map((each) => [each.payerId, each]))
  const still = paidBy.map((part) => ({
    points: part.points - part.pointsDue,
    discount: part.discount - part.discountBack,
  }))
  const leftPoints = sumOf(own.map((each) => each.points))
  const wholePoints = sumOf(still.map((each) => each.points))
  const ofRules = undone(
    paidBy.map((part, index) => kept(part, still[index]?.points, wanted.get(part.payerId)?.points)),
    lesser(points(leftPoints), points(wholePoints)),
  )
  const ofPoints = paidBy.map(({ payerId }, index) => {
    const back = ofRules[index] ?? 0n
    return back - lesser(points(back), others.get(payerId)?.points ?? points(0n))
  })
  const leftOff = sumOf([...left.byRule.values()].map(({ discountMinor }) => discountMinor))
  const wholeOff = sumOf(still.map(({ discount }) => discount))
  const ofDiscount = undone(
    paidBy.map((part, index) => kept(part, still[index]?.discount, wanted.get(part.payerId)?.discountMinor)),
    lesser(minor(leftOff), minor(wholeOff)),
  )
  return paidBy.map(({ payerId }, index) => ({
    payerId,
    points: points(ofPoints[index] ?? 0n),
    discountMinor: minor(ofDiscount[index] ?? 0n),
  }))
}

/** What the rest of a bill gives by payer: of what rules gave before, and what others of them give instead. */
function leftByPayer(
  sellerId: string,
  { given, basePoints }: Pick<DecidedRules, 'given' | 'basePoints'>,
  left: LeftOfRules,
) {
  const split = (rule: Pick<RuleDefinition, 'pays'>, n: bigint, discountMinor = minor(0n)) =>
    splitGift(rule, { points: points(n), discountMinor }, sellerId)
  const ofGiven = given.flatMap(({ rule }) => {
    const now = left.byRule.get(rule.id)
    return now ? split(rule, now.points, now.discountMinor) : []
  })
  const base = lesser(left.basePoints, basePoints)
  return {
    own: [...split({}, base), ...ofGiven],
    more: [
      ...split({}, left.basePoints - base),
      ...left.won.flatMap(({ rule, points: n }) => split(rule, n)),
    ],
  }
}

/** What a payer still gives, and what of it its own rules keep. */
interface Kept {
  readonly id: string
  readonly still: bigint
  readonly keeps: bigint
}

const kept = ({ payerId: id }: PaidPart, still = 0n, wanted: bigint = 0n): Kept => ({
  id,
  still,
  keeps: lesser(points(still), points(wanted)),
})

/** Of each payer what is undone, so that `total` is left of them all. */
function undone(parts: readonly Kept[], total: bigint): readonly bigint[] {
  const missing = total - sumOf(parts.map(({ keeps }) => keeps))
  const room = parts.map(({ id, still, keeps }) => ({ id, weight: still - keeps }))
  const more = missing > 0n ? allocate(missing, room) : []
  return parts.map(({ still, keeps }, index) => still - keeps - (more[index] ?? 0n))
}
