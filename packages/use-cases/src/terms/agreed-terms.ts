import { basisPoints, micros, minor, points, type RefundPolicy } from '@artel/ledger'
import type {
  EarnRule,
  ExpiryRule,
  MemberTerms,
  SettlementTerms,
  Weekday,
  WindowSchedule,
} from '@artel/rules'
import type { EarnRule as StoredEarnRule, Terms as StoredTerms } from '@artel/store/prisma'
import type { termsColumns } from './terms-columns.ts'

/** Terms before they are stored: without id, version and start. */
export type DraftTerms = Omit<MemberTerms, 'id' | 'version' | 'startsAt'>

/** Terms as the rules reckon with them, from the stored row. */
export function agreedTerms(row: StoredTerms): MemberTerms {
  return {
    ...draftTerms(row),
    id: row.id,
    version: row.version,
    startsAt: row.startsAt,
  }
}

type TermsColumns = Pick<
  StoredTerms,
  Exclude<
    keyof ReturnType<typeof termsColumns>,
    'contractTextEn' | 'contractTextRu' | 'contractHash' | 'revaluation'
  >
>

/** The same of terms that are still to be agreed. Values are only branded here: `validateTerms` judges them. */
export function draftTerms(columns: TermsColumns): DraftTerms {
  return {
    prices: {
      reservePrice: micros(columns.reservePrice),
      deposit: micros(columns.deposit),
      issueFee: micros(columns.issueFee),
      redeemFee: micros(columns.redeemFee),
    },
    faceValueMinor: minor(columns.faceValueMinor),
    breakage: {
      issuer: basisPoints(BigInt(columns.breakageIssuerBps)),
      promoFund: basisPoints(BigInt(columns.breakagePromoFundBps)),
      operator: basisPoints(BigInt(columns.breakageOperatorBps)),
    },
    refundPolicy: columns.refundPolicy as RefundPolicy,
    expiry: expiryRuleOf(columns),
    refundGraceDays: columns.refundGraceDays,
    activationDelayDays: columns.activationDelayDays,
    maxPointsShareBps: basisPoints(BigInt(columns.maxPointsShareBps)),
    selfRedemptionFeeWaived: columns.selfRedemptionFeeWaived,
    holdTtlSeconds: columns.holdTtlSeconds,
    settlement: settlementOf(columns),
  }
}

/** An earn rule as the rules reckon with it, from the stored row. */
export function earnRuleOf(
  row: Pick<StoredEarnRule, 'kind' | 'percentBps' | 'fixedPoints' | 'minTotalMinor'>,
): EarnRule {
  const minTotalMinor = minor(row.minTotalMinor)
  if (row.kind === 'FIXED') return { kind: 'FIXED', fixedPoints: points(row.fixedPoints), minTotalMinor }
  return { kind: 'PERCENT', percentBps: basisPoints(BigInt(row.percentBps)), minTotalMinor }
}

function expiryRuleOf(columns: Pick<StoredTerms, 'expiryKind' | 'expiryMonths'>): ExpiryRule {
  if (columns.expiryKind === 'ROLLING_MONTHS') return { kind: 'ROLLING_MONTHS', months: columns.expiryMonths }
  if (columns.expiryKind === 'INACTIVITY') return { kind: 'INACTIVITY', months: columns.expiryMonths }
  if (columns.expiryKind === 'END_OF_YEAR') return { kind: 'END_OF_YEAR' }
  return { kind: 'NONE' }
}

function settlementOf(columns: TermsColumns): SettlementTerms {
  const { secondApproverAboveMinor } = columns
  return {
    creditLimit: columns.creditLimit === null ? null : micros(columns.creditLimit),
    creditPolicy: columns.creditPolicy as SettlementTerms['creditPolicy'],
    missedPaymentStopsCredit: columns.missedPaymentStopsCredit,
    lateDays: columns.lateDays,
    minPayout: minor(columns.minPayoutMinor),
    schedule: scheduleOf(columns),
    disputeDays: columns.disputeDays,
    paymentDays: columns.paymentDays,
    secondApproverAbove: secondApproverAboveMinor === null ? null : minor(secondApproverAboveMinor),
  }
}

function scheduleOf(columns: Pick<StoredTerms, 'windowKind' | 'windowWeekday'>): WindowSchedule {
  if (columns.windowKind === 'WEEKLY')
    return { kind: 'WEEKLY', weekday: (columns.windowWeekday ?? 1) as Weekday }
  return { kind: columns.windowKind as 'DAILY' | 'HALF_MONTH' | 'MONTHLY' }
}
