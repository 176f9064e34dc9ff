import {
  booksNothing,
  type CustomerState,
  type Entry,
  earn,
  evolve,
  MemberNotActiveError,
  type Minor,
  type Points,
  PointsShareExceededError,
  ReceiptAlreadyUsedError,
  recoverDebt,
  releaseEntries,
} from '@artel/ledger'
import { datesOfEarned, maxRedeemablePoints, type Terms } from '@artel/rules'
import type { MemberStatus } from '../access/member-status.ts'
import { refuseStatus } from '../access/verb-statuses.ts'
import { type Agreement, type Participation, type TermsVersion, termsBinding } from '../terms/agreement.ts'

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

/**
 * What a member sells under at `now`. Points are given by an ACTIVE member alone: one that is EXITING goes on taking them
 * as long as it likes, and one that is SUSPENDED captures what it holds. What a bill earns goes by when the sale happened:
 * `priceSale`.
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

/** Throws PointsShareExceededError when points would pay more of a bill than the terms let them. */
export function refuseAboveShare(
  terms: Terms,
  bill: { readonly totalMinor: Minor; readonly spent: Points },
): void {
  const maxPoints = maxRedeemablePoints(terms, bill.totalMinor)
  if (bill.spent > maxPoints) throw new PointsShareExceededError({ maxPoints, requested: bill.spent })
}

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
