import type { Saw } from './play.ts'

/** Counts what histories reach. */
export function tally(): { readonly saw: Saw; show(): void; missing(names: readonly string[]): string[] } {
  const seen = new Map<string, number>()
  return {
    saw: (name) => void seen.set(name, (seen.get(name) ?? 0) + 1),
    show: () =>
      console.log(
        [...seen]
          .map(([name, count]) => `${count} ${name}`)
          .sort()
          .join('\n'),
      ),
    missing: (names) => names.filter((name) => !seen.has(name)),
  }
}

/** A generator that stopped reaching one of these would make the test weaker without a sound. */
const REACHED_ALWAYS = [
  'purchaseRecord accepted',
  'purchaseRecord accepted replayed',
  'purchaseRecord mixed',
  'purchaseRecord INSUFFICIENT_POINTS',
  'purchaseRecord POINTS_SHARE_EXCEEDED',
  'purchaseRecord RECEIPT_ALREADY_USED',
  'holdCreate accepted',
  'holdCreate INSUFFICIENT_POINTS',
  'holdCapture accepted',
  'holdCapture mixed',
  'holdCapture HOLD_NOT_OPEN',
  'holdVoid accepted',
  'holdVoid HOLD_NOT_OPEN',
  'purchaseRefund accepted',
  'purchaseRefund with pointsReturned',
  'purchaseRefund with pointsRecovered',
  'purchaseRefund REFUND_EXCEEDS_PURCHASE',
  'wait accepted',
  'promoAward accepted',
  'adjustmentPropose accepted',
  'adjustmentPropose INSUFFICIENT_POINTS',
  'pointsTransfer accepted',
  'pointsTransfer INSUFFICIENT_POINTS',
  'customerMerge accepted',
] as const

export const REACHED_ONE_AT_A_TIME = [
  ...REACHED_ALWAYS,
  'purchaseRecord IDEMPOTENCY_KEY_MISMATCH',
  'holdCreate POINTS_SHARE_EXCEEDED',
  'holdCreate TOKEN_CAP_EXCEEDED',
  'holdCreate INVALID_INPUT',
  'holdCapture CAPTURE_EXCEEDS_HOLD',
  'holdVoid NOT_FOUND',
  'purchaseRefund INVALID_INPUT',
  'purchaseRefund with pointsToDebt',
  'purchaseRefund with pointsBorne',
  'purchaseRefund with pointsClaimed',
  'purchaseRefund with pointsExpired',
  'enrol accepted',
  'enrol ALREADY_EXISTS',
  'quote accepted',
  'quote INSUFFICIENT_POINTS',
  'readWallet accepted',
  'advanceClock accepted',
  'releaseDueHolds accepted',
  'expireDueLots accepted',
  'promoAward accepted replayed',
  'promoAward MEMBER_NOT_ACTIVE',
  'promoAward PROMO_FUND_SHORT',
  'points of the promo fund',
  'pointsTransfer NOT_SAME_HOUSEHOLD',
  'customerMerge CUSTOMER_CLOSED',
  'purchaseRecord CUSTOMER_CLOSED',
  'purchaseRecord INVALID_INPUT',
  'purchaseRecord MEMBER_NOT_ACTIVE',
  'memberSuspend accepted',
  'memberReinstate accepted',
  'memberClose MEMBER_HAS_OBLIGATIONS',
  'householdJoin accepted',
  'receivableWriteOff accepted',
  'receivableWriteOff WRITE_OFF_EXCEEDS_RECEIVABLE',
  'points ended by inactivity',
  'a refund for a survivor',
  'a debt recovered',
  'a claim satisfied',
  'points expired',
  'a reserve forfeited',
  'a hold timed out',
] as const

export const REACHED_IN_CROWDS = [...REACHED_ALWAYS, 'points expired', 'a hold timed out'] as const
