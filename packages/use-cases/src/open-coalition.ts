import type { Micros, Minor } from '@artel/ledger'
import type { Coalition, Terms } from '@artel/store/prisma'
import type { Context } from './principal.ts'

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
  readonly expiryKind: 'NONE' | 'ROLLING_MONTHS' | 'END_OF_YEAR'
  readonly expiryMonths: number
  readonly refundGraceDays: number
  readonly activationDelaySeconds: number
  readonly maxPointsShareBps: number
  readonly selfRedemptionFeeWaived: boolean
  readonly holdTtlSeconds: number
  readonly contractTextEn: string
  readonly contractTextRu: string
}

export interface OpenCoalitionInput {
  readonly handle: string
  readonly name: string
  readonly pointsName: string
  readonly pointsSymbol: string
  readonly currency: string
  readonly timeZone: string
  readonly locales: readonly string[]
  readonly mode: 'TEST' | 'LIVE'
  /**
   * Seconds that a TEST coalition's clock starts from the database's: negative to play a history up to today, with
   * `advanceClock` day by day. Defaults to 0; a LIVE coalition has no other.
   */
  readonly clockOffsetSeconds?: number | null
  readonly terms: TermsInput
}

export interface OpenedCoalition {
  readonly coalition: Coalition
  readonly terms: Terms
  /** The administrator's secret key, shown this once. */
  readonly adminKey: string
}

/** Opens a coalition with version 1 of its terms and its first administrator's key. Operators only. */
export async function openCoalition(context: Context, input: OpenCoalitionInput): Promise<OpenedCoalition> {
  throw new Error('openCoalition is not built yet', { cause: [context, input] })
}
