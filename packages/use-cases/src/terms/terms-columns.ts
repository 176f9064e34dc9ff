import { hash } from 'node:crypto'
import type { Micros, Minor } from '@artel/ledger'
import { DEFAULT_SETTLEMENT_TERMS as DEFAULTS } from '@artel/rules'

/** Terms as they are agreed. Prices are micros a point, shares are basis points. */
export interface TermsInput {
  readonly reservePrice: Micros
  readonly issueFee: Micros
  readonly redeemFee: Micros
  /** 0 = burn-funded, reservePrice = issue-funded, between = hybrid. */
  readonly deposit: Micros
  readonly faceValueMinor: Minor
  readonly breakageIssuerBps: number
  readonly breakagePromoFundBps: number
  readonly breakageOperatorBps: number
  readonly refundPolicy: 'ISSUER_BEARS' | 'CUSTOMER_DEBT'
  /** INACTIVITY: `expiryMonths` after the customer last bought, moved points or was given some back. */
  readonly expiryKind: 'NONE' | 'ROLLING_MONTHS' | 'END_OF_YEAR' | 'INACTIVITY'
  readonly expiryMonths: number
  readonly refundGraceDays: number
  readonly activationDelayDays: number
  readonly maxPointsShareBps: number
  readonly selfRedemptionFeeWaived: boolean
  readonly holdTtlSeconds: number
  /** Most that a member may owe before it gives no more points, micros; null: without limit. */
  readonly creditLimit?: Micros | null
  /** What becomes of a sale whose points would pass the limit. Defaults to REFUSE. */
  readonly creditPolicy?: 'REFUSE' | 'PENDING_APPROVAL' | null
  /** A payment missed drops the member's limit to zero until it is made. Defaults to false. */
  readonly missedPaymentStopsCredit?: boolean | null
  /** Local days after its own that a sale may be handed in without the coalition's approval. Defaults to 30. */
  readonly lateDays?: number | null
  /** Nets below this are carried forward. Defaults to 0. */
  readonly minPayoutMinor?: Minor | null
  /** When settlement windows end. Defaults to MONTHLY. */
  readonly windowKind?: 'DAILY' | 'WEEKLY' | 'HALF_MONTH' | 'MONTHLY' | null
  /** 1 Monday to 7 Sunday; for WEEKLY alone. */
  readonly windowWeekday?: number | null
  /** Local days to dispute a statement. Defaults to 5. */
  readonly disputeDays?: number | null
  /** Days from the cut-off to the payment. Defaults to 10. */
  readonly paymentDays?: number | null
  /** Plans that move more need two approvals; null: one always does. */
  readonly secondApproverAboveMinor?: Minor | null
  /** Who makes good what a changed R does to outstanding points. Defaults to NONE. */
  readonly revaluation?: 'NONE' | 'ISSUERS' | null
  readonly contractTextEn: string
  readonly contractTextRu: string
}

/** The columns of terms, with what was left out at its default. */
export function termsColumns(terms: TermsInput) {
  return {
    reservePrice: terms.reservePrice,
    issueFee: terms.issueFee,
    redeemFee: terms.redeemFee,
    deposit: terms.deposit,
    faceValueMinor: terms.faceValueMinor,
    breakageIssuerBps: terms.breakageIssuerBps,
    breakagePromoFundBps: terms.breakagePromoFundBps,
    breakageOperatorBps: terms.breakageOperatorBps,
    refundPolicy: terms.refundPolicy,
    expiryKind: terms.expiryKind,
    expiryMonths: terms.expiryMonths,
    refundGraceDays: terms.refundGraceDays,
    activationDelayDays: terms.activationDelayDays,
    maxPointsShareBps: terms.maxPointsShareBps,
    selfRedemptionFeeWaived: terms.selfRedemptionFeeWaived,
    holdTtlSeconds: terms.holdTtlSeconds,
    creditLimit: terms.creditLimit ?? null,
    creditPolicy: terms.creditPolicy ?? DEFAULTS.creditPolicy,
    missedPaymentStopsCredit: terms.missedPaymentStopsCredit ?? DEFAULTS.missedPaymentStopsCredit,
    lateDays: terms.lateDays ?? DEFAULTS.lateDays,
    minPayoutMinor: terms.minPayoutMinor ?? DEFAULTS.minPayout,
    windowKind: terms.windowKind ?? DEFAULTS.schedule.kind,
    windowWeekday: terms.windowWeekday ?? null,
    disputeDays: terms.disputeDays ?? DEFAULTS.disputeDays,
    paymentDays: terms.paymentDays ?? DEFAULTS.paymentDays,
    secondApproverAboveMinor: terms.secondApproverAboveMinor ?? null,
    revaluation: terms.revaluation ?? 'NONE',
    contractTextEn: terms.contractTextEn,
    contractTextRu: terms.contractTextRu,
    contractHash: contractHash(terms),
  }
}

/** SHA-256, hex, over the JSON array `[english, russian]` in UTF-8: what a member's acceptance binds to. */
export const contractHash = (terms: Pick<TermsInput, 'contractTextEn' | 'contractTextRu'>): string =>
  hash('sha256', JSON.stringify([terms.contractTextEn, terms.contractTextRu]), 'hex')
