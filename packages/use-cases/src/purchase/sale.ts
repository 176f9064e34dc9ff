import {
  booksNothing,
  type CustomerState,
  type Entry,
  earn,
  evolve,
  MemberNotActiveError,
  type Minor,
  minor,
  type Points,
  PointsShareExceededError,
  ReceiptAlreadyUsedError,
  recoverDebt,
  releaseEntries,
  ZERO_POINTS,
} from '@artel/ledger'
import {
  datesOfEarned,
  type EarnRule,
  earnedPoints,
  maxRedeemablePoints,
  pointsPartMinor,
  type Terms,
} from '@artel/rules'
import type { MemberStatus } from '../access/member-status.ts'
import { refuseStatus } from '../access/verb-statuses.ts'
import {
  type Agreement,
  earnRuleAt,
  type Participation,
  type TermsVersion,
  termsBinding,
} from '../terms/agreement.ts'

/** How a bill falls into a points part and a money part, and what the money part earns. */
export interface PricedBill {
  readonly pointsPartMinor: Minor
  readonly moneyPartMinor: Minor
  readonly pointsToEarn: Points
  /** Most points that the bill may take by the share cap. */
  readonly maxPoints: Points
}

/**
 * Prices a bill of which `spent` points pay a part: what they may pay goes by the terms that they were promised under,
 * what the rest earns by `terms`. Throws PointsShareExceededError above the share cap.
 */
export function priceBill(
  terms: Terms,
  earnRule: EarnRule,
  bill: { readonly totalMinor: Minor; readonly spent: Points; readonly promisedUnder?: Terms },
): PricedBill {
  const { totalMinor, spent, promisedUnder = terms } = bill
  const maxPoints = maxRedeemablePoints(promisedUnder, totalMinor)
  if (spent > maxPoints) throw new PointsShareExceededError({ maxPoints, requested: spent })
  const pointsPart = pointsPartMinor(spent, promisedUnder)
  const moneyPart = minor(totalMinor - pointsPart)
  const pointsToEarn = earnedPoints(earnRule, {
    totalMinor,
    moneyPartMinor: moneyPart,
    faceValueMinor: terms.faceValueMinor,
  })
  return { pointsPartMinor: pointsPart, moneyPartMinor: moneyPart, pointsToEarn, maxPoints }
}

/** The terms that bind an ACTIVE member's new lots at `now`. Throws MemberNotActiveError for any other member. */
export function termsOfActive(agreement: Agreement, participation: Participation, now: Date): TermsVersion {
  const { member } = participation
  const status = member.status as MemberStatus
  if (status !== 'ACTIVE') throw new MemberNotActiveError({ memberStatus: status })
  const terms = termsBinding(agreement, member, now)
  if (!terms) throw new MemberNotActiveError({ memberStatus: 'INVITED' })
  return terms
}

/** The verbs that price a bill. */
type SellingVerb = 'quotePurchase' | 'recordPurchase' | 'createHold' | 'captureHold'

const EARNS_NOTHING: EarnRule = { kind: 'FIXED', fixedPoints: ZERO_POINTS, minTotalMinor: minor(0n) }

/**
 * What a member sells under at `now`. Points are given by an ACTIVE member alone: one that is EXITING goes on taking them
 * as long as it likes, and one that is SUSPENDED captures what it holds. The earn rule is looked up by when the sale
 * happened: `earnRuleOfSale`.
 * Throws MemberNotActiveError for a member whose status does not allow the verb.
 */
export function sellingTerms(
  agreement: Agreement,
  participation: Participation,
  { verb, now }: { readonly verb: SellingVerb; readonly now: Date },
): TermsVersion {
  const { member } = participation
  const status = member.status as MemberStatus
  refuseStatus(verb, status)
  if (status === 'ACTIVE') return termsOfActive(agreement, participation, now)
  const terms = termsBinding(agreement, member, now)
  if (!terms) throw new MemberNotActiveError({ memberStatus: status })
  return terms
}

/** What a sale of the moment earns by: the member's rule of that moment, nothing unless it is ACTIVE. */
export const earnRuleOfSale = (participation: Participation, occurredAt: Date): EarnRule =>
  participation.member.status === 'ACTIVE' ? earnRuleAt(participation, occurredAt) : EARNS_NOTHING

/** Throws ReceiptAlreadyUsedError when the receipt has a purchase already. */
export function refuseUsedReceipt(receiptRef: string, purchaseId: string | undefined): void {
  if (purchaseId !== undefined) throw new ReceiptAlreadyUsedError({ purchaseId, receiptRef })
}

/** What the entries of a sale need to know besides the redemption. */
export interface SaleFacts {
  readonly coalitionId: string
  readonly timeZone: string
  readonly memberId: string
  readonly purchaseId: string
  readonly lotId: string
  readonly terms: Terms
  readonly pointsToEarn: Points
  readonly occurredAt: Date
  readonly now: Date
}

/**
 * The entries of a sale in their order: the redemption or capture, what refunds claim of the points that a capture lets
 * go, the earning, and what of it an old debt takes.
 * Entries that book nothing are left out, but for one, so that every sale has an entry.
 */
export function saleEntries(state: CustomerState, redemption: Entry, sale: SaleFacts): readonly Entry[] {
  const { terms, now, occurredAt, timeZone } = sale
  const { activatesAt, expiresAt } = datesOfEarned(terms, { occurredAt, postedAt: now, timeZone })
  const earning = earn({
    issuerId: sale.memberId,
    customerId: state.customerId,
    coalitionId: sale.coalitionId,
    documentId: sale.purchaseId,
    lotId: sale.lotId,
    points: sale.pointsToEarn,
    terms,
    now,
    activatesAt,
    expiresAt,
  })
  const spent = releaseEntries(state, redemption, sale)
  const booked = [...spent, earning].filter((entry) => !booksNothing(entry))
  if (sale.pointsToEarn === 0n) return booked.length > 0 ? booked : [earning]
  if (state.debts.length === 0) return booked
  const recovery = recoverDebt(booked.reduce(evolve, state), {
    lotId: sale.lotId,
    coalitionId: sale.coalitionId,
    documentId: sale.purchaseId,
  })
  return recovery ? [...booked, recovery] : booked
}
