import {
  type BasisPoints,
  type BreakageSplit,
  basisPoints,
  InvalidInputError,
  type LotPrices,
  MAX_COMMAND_MINOR,
  MAX_PRICE_MICROS,
  type Minor,
  micros,
  minor,
} from '@artel/ledger'
import { type EarnRule, validateEarnRule } from '../purchase/earn-rule.ts'

/** What is assumed of a business that thinks of joining. None of it is known before it has joined. */
export interface JoinAssumptions {
  /** How its sales would earn. */
  readonly earnRule: EarnRule
  /** Micros a point; the deposit is what the forecasts differ in. */
  readonly prices: Omit<LotPrices, 'deposit'>
  /** What a point pays at the till, minor units. */
  readonly faceValueMinor: Minor
  /** Who gets the deposits behind points that run out. */
  readonly breakage: BreakageSplit
  /** A member that redeems its own points pays no redeem fee. */
  readonly selfRedemptionFeeWaived: boolean
  /** Share of sales whose customers take part. */
  readonly participationBps: BasisPoints
  /** Share of the points given that are ever spent; the rest run out. */
  readonly redemptionBps: BasisPoints
  /** Months from giving points to the first that are spent; 1 at least. */
  readonly redemptionLagMonths: number
  /** Months over which they are then spent, evenly. */
  readonly redemptionSpreadMonths: number
  /** Share of the spent points that are spent at other members. */
  readonly elsewhereBps: BasisPoints
  /** Share of the month's sales that customers pay in points of other members. */
  readonly inboundBps: BasisPoints
  /** Months until what is not spent runs out; null: never. */
  readonly expiryMonths: number | null
}

/** What is assumed where nobody says otherwise; the prices are those of the example terms. */
export const DEFAULT_JOIN_ASSUMPTIONS: JoinAssumptions = {
  earnRule: { kind: 'PERCENT', percentBps: basisPoints(500n), minTotalMinor: minor(0n) },
  prices: { reservePrice: micros(900_000n), issueFee: micros(100_000n), redeemFee: micros(20_000n) },
  faceValueMinor: minor(100n),
  breakage: { issuer: basisPoints(5_000n), promoFund: basisPoints(3_000n), operator: basisPoints(2_000n) },
  selfRedemptionFeeWaived: false,
  participationBps: basisPoints(6_000n),
  redemptionBps: basisPoints(7_000n),
  redemptionLagMonths: 1,
  redemptionSpreadMonths: 6,
  elsewhereBps: basisPoints(5_000n),
  inboundBps: basisPoints(100n),
  expiryMonths: 12,
}

const WHOLE_BPS = 10_000n
const MAX_MONTHS = 60

/** Throws a InvalidInputError that names the first assumption that cannot be. */
export function validateJoinAssumptions(assumptions: JoinAssumptions): void {
  validateEarnRule(assumptions.earnRule)
  const { reservePrice, issueFee, redeemFee } = assumptions.prices
  for (const [path, price] of Object.entries({ reservePrice, issueFee }))
    if (price < 0n || price > MAX_PRICE_MICROS)
      throw new InvalidInputError({ path: [path], problem: `Must be from 0 to ${MAX_PRICE_MICROS}.` })
  if (redeemFee < 0n || redeemFee > reservePrice)
    throw new InvalidInputError({ path: ['redeemFee'], problem: 'Must be from 0 to the reserve price.' })
  const { faceValueMinor } = assumptions
  if (faceValueMinor < 1n || faceValueMinor > MAX_COMMAND_MINOR)
    throw new InvalidInputError({
      path: ['faceValueMinor'],
      problem: `Must be from 1 to ${MAX_COMMAND_MINOR}.`,
    })
  share('participationBps', assumptions.participationBps)
  share('redemptionBps', assumptions.redemptionBps)
  share('elsewhereBps', assumptions.elsewhereBps)
  share('inboundBps', assumptions.inboundBps)
  const { issuer, promoFund, operator } = assumptions.breakage
  for (const part of [issuer, promoFund, operator]) share('breakage', part)
  if (issuer + promoFund + operator !== WHOLE_BPS)
    throw new InvalidInputError({ path: ['breakage'], problem: `Must sum to ${WHOLE_BPS}.` })
  months('redemptionLagMonths', assumptions.redemptionLagMonths)
  months('redemptionSpreadMonths', assumptions.redemptionSpreadMonths)
  if (assumptions.expiryMonths !== null) months('expiryMonths', assumptions.expiryMonths)
}

function share(path: string, bps: bigint): void {
  if (bps < 0n || bps > WHOLE_BPS)
    throw new InvalidInputError({ path: [path], problem: `Must be from 0 to ${WHOLE_BPS}.` })
}

function months(path: string, count: number): void {
  if (!Number.isInteger(count) || count < 1 || count > MAX_MONTHS)
    throw new InvalidInputError({ path: [path], problem: `Must be a whole number from 1 to ${MAX_MONTHS}.` })
}
