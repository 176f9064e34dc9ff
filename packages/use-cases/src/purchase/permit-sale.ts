import {
  type Entry,
  InvalidInputError,
  type Micros,
  micros,
  type Points,
  SaleBeforeJoiningError,
  SaleNeedsApprovalError,
} from '@artel/ledger'
import { acceptLateSale, issueCost, localDateOf, mayIssue } from '@artel/rules'
import { enrolledSince, type Store } from '@artel/store'
import type { Agreement, TermsVersion } from '../terms/agreement.ts'
import { addedTo, approvalName, type CreditStanding, creditLimitOf } from './credit-standing.ts'

/** A member's clock may run this far ahead of the coalition's. Milliseconds. */
const MAX_CLOCK_SKEW_MS = 60_000

/** Since when a sale's parties take part. Undefined when nobody asks, since the sale is of now. */
export interface Joined {
  readonly member: Date | undefined
  readonly customer: Date | undefined
}

/** Since when a sale's parties take part; looked up for sales of a given moment alone. */
export async function loadJoined(
  store: Store,
  sale: {
    readonly agreement: Agreement
    readonly memberId: string
    readonly customerId: string
    readonly occurredAt: Date | null | undefined
  },
): Promise<Joined> {
  const { agreement, memberId, customerId, occurredAt } = sale
  if (!occurredAt) return { member: undefined, customer: undefined }
  const customer = await enrolledSince(store, { coalitionId: agreement.coalition.id, customerId })
  return { member: agreement.joinedAt.get(memberId), customer }
}

function refuseBeforeJoining(occurredAt: Date, { member, customer }: Joined, timeZone: string): void {
  const soldOn = localDateOf(occurredAt, timeZone)
  for (const [who, since] of [
    ['MEMBER', member],
    ['CUSTOMER', customer],
  ] as const) {
    const joinedOn = since && localDateOf(since, timeZone)
    if (joinedOn && soldOn < joinedOn) throw new SaleBeforeJoiningError({ soldOn, who, joinedOn })
  }
}

/**
 * When a sale happened: given, or now. Not in the future, not before its member or customer joined, and not later than
 * the terms' late days unless approved, all by the coalition's clock and in its local days: a sandbox that was moved
 * ahead counts them from where it stands, and who pays and then enrols at the counter is no stranger.
 * Throws InvalidInputError, SaleBeforeJoiningError and the rules' SALE_TOO_LATE.
 */
export function saleInstant(
  sale: { readonly occurredAt: Date | null | undefined; readonly receiptRef: string },
  now: Date,
  agreed: {
    readonly terms: TermsVersion
    readonly coalition: Agreement['coalition']
    readonly standing: CreditStanding | undefined
    readonly joined: Joined
  },
): Date {
  const { occurredAt } = sale
  if (!occurredAt) return now
  const path = ['occurredAt']
  const latenessMs = now.getTime() - occurredAt.getTime()
  if (Number.isNaN(latenessMs)) throw new InvalidInputError({ path, problem: 'Must be an instant.' })
  if (latenessMs < -MAX_CLOCK_SKEW_MS)
    throw new InvalidInputError({
      path,
      problem: `Must not be in the future: the coalition's clock says ${now.toISOString()}.`,
    })
  const { coalition, terms, standing, joined } = agreed
  refuseBeforeJoining(occurredAt, joined, coalition.timeZone)
  const approved = standing?.approved.has(approvalName('LATE', sale.receiptRef)) ?? false
  const { lateDays } = terms.settlement
  acceptLateSale({ occurredAt, approved }, now, { lateDays, timeZone: coalition.timeZone })
  return occurredAt
}

/**
 * Whether a member may come to owe `adds` more, micros, or the coalition decides on it by the terms. Throws
 * CREDIT_LIMIT_REACHED.
 */
export function creditVerdict(
  standing: CreditStanding,
  asked: {
    readonly terms: TermsVersion
    readonly adds: Micros
    readonly timeZone: string
    readonly now: Date
  },
): 'ALLOWED' | 'PENDING_APPROVAL' {
  const { adds, terms } = asked
  const { creditPolicy } = terms.settlement
  return mayIssue(standing.position, creditLimitOf(standing, asked), { adds, creditPolicy })
}

/**
 * Whether a sale may give its points: what they cost the member, less what the same sale brings it for points taken, may
 * not pass its credit limit. Points taken are never refused for what their issuer owes; whose they are is not asked.
 * Throws CREDIT_LIMIT_REACHED, or SaleNeedsApprovalError where the terms leave it to the coalition.
 */
export function permitEarning(
  standing: CreditStanding | undefined,
  sale: {
    readonly terms: TermsVersion
    /** At the seller's own cost. */
    readonly pointsToEarn: Points
    readonly redemption: Entry
    readonly memberId: string
    readonly receiptRef: string
    readonly timeZone: string
    readonly now: Date
  },
): void {
  const { terms, redemption, memberId, receiptRef } = sale
  if (!standing || sale.pointsToEarn === 0n) return
  const adds = micros(issueCost(sale.pointsToEarn, terms.prices) + addedTo(memberId, redemption))
  if (adds < 0n) return
  const isApproved = standing.approved.has(approvalName('CREDIT', receiptRef))
  if (isApproved || creditVerdict(standing, { ...sale, adds }) === 'ALLOWED') return
  throw new SaleNeedsApprovalError({ receiptRef })
}
