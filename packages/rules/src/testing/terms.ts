import { basisPoints, micros, minor } from '@artel/ledger'
import type { Terms } from '../terms/terms.ts'

/** Terms of the worked example, burn-funded, with what a test says otherwise. */
export const someTerms = (over: Partial<Terms> = {}): Terms => ({
  id: 'T',
  version: 1,
  startsAt: new Date('2026-01-01T00:00:00Z'),
  prices: {
    reservePrice: micros(900_000n),
    deposit: micros(0n),
    issueFee: micros(100_000n),
    redeemFee: micros(20_000n),
  },
  faceValueMinor: minor(100n),
  breakage: { issuer: basisPoints(5_000n), promoFund: basisPoints(3_000n), operator: basisPoints(2_000n) },
  refundPolicy: 'ISSUER_BEARS',
  expiry: { kind: 'ROLLING_MONTHS', months: 12 },
  refundGraceDays: 14,
  activationDelayDays: 0,
  maxPointsShareBps: basisPoints(5_000n),
  selfRedemptionFeeWaived: false,
  holdTtlSeconds: 604_800,
  ...over,
})
