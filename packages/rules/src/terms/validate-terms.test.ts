import { basisPoints, micros, minor } from '@artel/ledger'
import { describe, expect, it } from 'vitest'
import { DEFAULT_SETTLEMENT_TERMS, type SettlementTerms } from '../settlement/settlement-terms.ts'
import { someTerms } from '../testing/terms.ts'
import type { Terms } from './terms.ts'
import { validateTerms } from './validate-terms.ts'

const terms = someTerms()
const priced = (over: Partial<Record<keyof Terms['prices'], bigint>>): Partial<Terms> => ({
  prices: { ...terms.prices, ...(over as Partial<Terms['prices']>) },
})
const split = (issuer: bigint, promoFund: bigint, operator: bigint): Partial<Terms> => ({
  breakage: {
    issuer: basisPoints(issuer),
    promoFund: basisPoints(promoFund),
    operator: basisPoints(operator),
  },
})
const months = (count: number): Partial<Terms> => ({ expiry: { kind: 'ROLLING_MONTHS', months: count } })
const settled = (over: Partial<SettlementTerms>): Partial<Terms> => ({
  settlement: { ...DEFAULT_SETTLEMENT_TERMS, ...over },
})

describe('validateTerms', () => {
  const good: [string, Partial<Terms>][] = [
    ['burn-funded', priced({ deposit: 0n })],
    ['issue-funded', priced({ deposit: 900_000n })],
    ['hybrid', priced({ deposit: 450_000n })],
    ['without fees', priced({ issueFee: 0n, redeemFee: 0n })],
    ['all to the issuer', split(10_000n, 0n, 0n)],
    ['without expiry', { expiry: { kind: 'NONE' } }],
    ['to the end of the year', { expiry: { kind: 'END_OF_YEAR' } }],
    ['by inactivity', { expiry: { kind: 'INACTIVITY', months: 6 } }],
    ['that settle by default', settled({})],
    ['that give no credit', settled({ creditLimit: micros(0n), secondApproverAbove: minor(0n) })],
    ['bills wholly in points', { maxPointsShareBps: basisPoints(10_000n) }],
  ]
  it.each(good)('accepts terms %s', (_name, over) => {
    expect(() => validateTerms(someTerms(over))).not.toThrow()
  })

  const bad: [string, Partial<Terms>][] = [
    ['reservePrice', priced({ reservePrice: 0n, redeemFee: 0n })],
    ['reservePrice', priced({ reservePrice: 1_000_000_000_001n })],
    ['deposit', priced({ deposit: -1n })],
    ['deposit', priced({ deposit: 900_001n })],
    ['issueFee', priced({ issueFee: -1n })],
    ['redeemFee', priced({ redeemFee: 900_001n })],
    ['redeemFee', priced({ redeemFee: -1n })],
    ['faceValueMinor', { faceValueMinor: minor(0n) }],
    ['breakageIssuerBps', split(5_000n, 3_000n, 1_999n)],
    ['breakageIssuerBps', split(10_001n, 0n, -1n)],
    ['breakagePromoFundBps', split(10_000n, -1n, 1n)],
    ['breakageOperatorBps', split(0n, 10_000n, -1n)],
    ['maxPointsShareBps', { maxPointsShareBps: basisPoints(10_001n) }],
    ['expiryMonths', months(0)],
    ['expiryMonths', months(1.5)],
    ['expiryMonths', months(1_201)],
    ['refundGraceDays', { refundGraceDays: -1 }],
    ['refundGraceDays', { refundGraceDays: Number.NaN }],
    ['activationDelayDays', { activationDelayDays: -1 }],
    ['holdTtlSeconds', { holdTtlSeconds: 59 }],
    ['expiryMonths', { expiry: { kind: 'INACTIVITY', months: 0 } }],
    ['creditLimit', settled({ creditLimit: micros(-1n) })],
    ['minPayout', settled({ minPayout: minor(-1n) })],
    ['secondApproverAbove', settled({ secondApproverAbove: minor(-1n) })],
    ['lateDays', settled({ lateDays: -1 })],
    ['disputeDays', settled({ disputeDays: 91 })],
    ['paymentDays', settled({ paymentDays: 0.5 })],
    ['windowWeekday', settled({ schedule: { kind: 'WEEKLY', weekday: 8 as never } })],
  ]
  it.each(bad)('refuses a %s out of its range, by name', (field, over) => {
    expect(() => validateTerms(someTerms(over))).toThrow(
      expect.objectContaining({ code: 'INVALID_INPUT', path: [field] }),
    )
  })
})
