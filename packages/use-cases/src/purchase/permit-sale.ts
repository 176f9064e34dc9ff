import {
  type Entry,
  InvalidInputError,
  type Micros,
  micros,
  type Points,
  SaleNeedsApprovalError,
} from '@artel/ledger'
import { acceptLateSale, issueCost, mayIssue } from '@artel/rules'
import type { Agreement, TermsVersion } from '../terms/agreement.ts'
import { addedTo, approvalName, type CreditStanding, creditLimitOf } from './credit-standing.ts'

/** A member's clock may run this far ahead of the coalition's. Milliseconds. */
const MAX_CLOCK_SKEW_MS = 60_000

/**
 * When a sale happened: given, or now. Not in the future, and not later than the terms' late days unless approved, both
 * by the coalition's clock: a sandbox that was moved ahead counts them from where it stands.
 * Throws InvalidInputError and the rules' SALE_TOO_LATE.
 */
export function saleInstant(
  sale: { readonly occurredAt: Date | null | undefined; readonly receiptRef: string },
  now: Date,
  agreed: {
    readonly terms: TermsVersion
    readonly coalition: Agreement['coalition']
    readonly standing: CreditStanding | undefined
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
  const { coalition, terms, standing } = agreed
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
