import { InvalidInputError, MAX_PRICE_MICROS } from '@artel/ledger'
import { validateSettlementTerms } from '../settlement/settlement-terms.ts'
import type { Terms } from './terms.ts'

/** One whole in basis points. */
const WHOLE_BPS = 10_000n
const MAX_FACE_VALUE_MINOR = 100_000_000n
const MAX_EXPIRY_MONTHS = 1_200
const MAX_GRACE_DAYS = 3_650
const MAX_ACTIVATION_DELAY_DAYS = 366
const MIN_HOLD_TTL_SECONDS = 60
const MAX_HOLD_TTL_SECONDS = 366 * 86_400

/** Throws a InvalidInputError that names the first field of `terms` that cannot be agreed on. */
export function validateTerms(terms: Omit<Terms, 'id' | 'version' | 'startsAt'>): void {
  const { reservePrice, deposit, issueFee, redeemFee } = terms.prices
  inRange('reservePrice', reservePrice, 1n, MAX_PRICE_MICROS)
  inRange('issueFee', issueFee, 0n, MAX_PRICE_MICROS)
  inRange('redeemFee', redeemFee, 0n, reservePrice)
  inRange('deposit', deposit, 0n, reservePrice)
  inRange('faceValueMinor', terms.faceValueMinor, 1n, MAX_FACE_VALUE_MINOR)

  const { issuer, promoFund, operator } = terms.breakage
  inRange('breakageIssuerBps', issuer, 0n, WHOLE_BPS)
  inRange('breakagePromoFundBps', promoFund, 0n, WHOLE_BPS)
  inRange('breakageOperatorBps', operator, 0n, WHOLE_BPS)
  if (issuer + promoFund + operator !== WHOLE_BPS)
    throw new InvalidInputError({
      path: ['breakageIssuerBps'],
      problem: 'and the other breakage shares must sum to 10000',
    })

  inRange('maxPointsShareBps', terms.maxPointsShareBps, 0n, WHOLE_BPS)
  if (terms.expiry.kind === 'ROLLING_MONTHS' || terms.expiry.kind === 'INACTIVITY')
    whole('expiryMonths', terms.expiry.months, 1, MAX_EXPIRY_MONTHS)
  whole('refundGraceDays', terms.refundGraceDays, 0, MAX_GRACE_DAYS)
  whole('activationDelayDays', terms.activationDelayDays, 0, MAX_ACTIVATION_DELAY_DAYS)
  whole('holdTtlSeconds', terms.holdTtlSeconds, MIN_HOLD_TTL_SECONDS, MAX_HOLD_TTL_SECONDS)
  if (terms.settlement) validateSettlementTerms(terms.settlement)
}

function inRange(path: string, value: bigint, low: bigint, high: bigint): void {
  if (value < low || value > high)
    throw new InvalidInputError({ path: [path], problem: `Must be from ${low} to ${high}.` })
}

function whole(path: string, value: number, low: number, high: number): void {
  if (!Number.isInteger(value) || value < low || value > high)
    throw new InvalidInputError({ path: [path], problem: `Must be a whole number from ${low} to ${high}.` })
}
