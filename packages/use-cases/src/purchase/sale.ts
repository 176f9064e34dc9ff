import {
  booksNothing,
  type CustomerState,
  discountCost,
  type Entry,
  earn,
  evolve,
  FiscalReceiptUsedError,
  InvalidInputError,
  MemberNotActiveError,
  type Minor,
  type Points,
  PointsShareExceededError,
  paidByFund,
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
type SellingVerb = 'quotePurchase' | 'recordPurchase' | 'confirmReceiptClaim' | 'createHold' | 'captureHold'

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

/** Throws FiscalReceiptUsedError when a purchase of any member has the receipt. */
export function refuseUsedFiscal(receipt: string, purchaseId: string | undefined): void {
  if (purchaseId !== undefined) throw new FiscalReceiptUsedError({ purchaseId, receipt })
}

/**
 * That a receipt is of another member's till, which is InvalidInputError. A till's key does not remember it: the number may have been taken
 * by mistake, and the till sends the sale again once that drive is closed.
 */
export function foreignReceipt(): InvalidInputError {
  return new InvalidInputError({
    path: ['fiscal', 'fn'],
    problem: 'Must be a receipt of your own till: another member has registered this fiscal drive.',
  })
}

/** Points of a sale that one payer gives. */
export interface EarnedPart {
  /** The seller, another member, or the coalition where its promo fund pays. */
  readonly issuerId: string
  readonly lotId: string
  readonly points: Points
  /** Those that bind the payer. */
  readonly terms: Pick<Terms, 'id' | 'prices'> & Parameters<typeof datesOfEarned>[0]
}

/** What the entries of a sale need to know besides the redemption. */
export interface SaleFacts {
  readonly coalitionId: string
  readonly timeZone: string
  readonly memberId: string
  readonly purchaseId: string
  /** What the sale earns, a part for each who pays for it: of the seller alone but for rules that others pay for. */
  readonly parts: readonly EarnedPart[]
  /** What others pay the seller for discounts, minor units by payer; undefined for nothing. */
  readonly costs: readonly { readonly payerId: string; readonly discount: Minor }[] | undefined
  readonly occurredAt: Date
  readonly now: Date
}

/**
 * The entries of a sale in their order: the redemption or capture, what refunds claim of the points that a capture lets
 * go, the earning, and what of it an old debt takes.
 * Entries that book nothing are left out, but for one earning where no points were earned or spent: every sale is an event of
 * its customer, whom it keeps from falling silent.
 */
export function saleEntries(state: CustomerState, redemption: Entry, sale: SaleFacts): readonly Entry[] {
  const { parts, costs, coalitionId, memberId, purchaseId: documentId } = sale
  const earnings = parts.map((part) => earningOf(part, state.customerId, sale))
  const spent = releaseEntries(state, redemption, sale)
  const cost = costs && discountCost({ coalitionId, memberId, documentId, costs })
  const all = [...spent, ...earnings, ...(cost ? [cost] : [])]
  // What says that the customer bought is its points: an entry of money alone is none of its events.
  const isSeen = all.some((entry) => SALE_KINDS.has(entry.kind) && !booksNothing(entry))
  const booked = all.filter((entry) => !booksNothing(entry) || (!isSeen && entry === earnings[0]))
  if (state.debts.length === 0 || parts.every((part) => part.points === 0n)) return booked
  const recovered: Entry[] = []
  let after = booked.reduce(evolve, state)
  for (const { lotId, points: n } of parts) {
    const recovery = n > 0n ? recoverDebt(after, { lotId, coalitionId, documentId }) : undefined
    if (!recovery) continue
    recovered.push(recovery)
    after = evolve(after, recovery)
  }
  return [...booked, ...recovered]
}

const SALE_KINDS: ReadonlySet<string> = new Set(['EARN', 'REDEEM'])

function earningOf(
  { issuerId, lotId, points: n, terms }: EarnedPart,
  customerId: string,
  sale: SaleFacts,
): Entry {
  const { now, occurredAt, timeZone, coalitionId } = sale
  const { activatesAt, expiresAt } = datesOfEarned(terms, { occurredAt, postedAt: now, timeZone })
  return earn({
    issuerId,
    customerId,
    coalitionId,
    documentId: sale.purchaseId,
    lotId,
    points: n,
    terms: issuerId === coalitionId ? { id: terms.id, prices: paidByFund(terms.prices) } : terms,
    now,
    activatesAt,
    expiresAt,
  })
}
