import { MICROS_PER_MINOR, type Micros, micros } from '@artel/ledger'
import type { Terms } from '../terms/terms.ts'
import type { TurnoverSums } from './turnover.ts'
import { turnoverOf } from './turnover.ts'

/** What of a period the costs of the programme follow from. */
export interface CostSums extends TurnoverSums {
  /** Discounts that it pays for, whoever sold, less what refunds undid. Minor units. */
  readonly discountCostMinor: bigint
  /** Points. */
  readonly issued: bigint
  readonly reversed: bigint
  readonly spent: bigint
  readonly returned: bigint
  /** Customers who bought for the first time ever. */
  readonly fresh: bigint
}

/** What the programme costs in a period, and what it returns. Below 0 where more was taken back than given. */
export interface ProgrammeCost {
  /** Points issued less those taken back, at R + fi. */
  readonly pointsIssued: Micros
  /** Points taken as payment less those given back, at what a point is short of its face value: face - (R - fr). */
  readonly pointsTaken: Micros
  /** Those that it pays for, less what refunds undid. */
  readonly discounts: Micros
  readonly total: Micros
  /** Of the turnover, by the margin stated. */
  readonly margin: Micros
  /** Cost a customer (CAC): total by new customers, rounded down; null without one, or without a cost. */
  readonly perNewCustomer: Micros | null
  /** Return on cost (ROI): (margin - total) of total, basis points, rounded towards 0; null without a cost. */
  readonly returnBps: bigint | null
}

/** Reckons the cost of a period by the prices of the terms, and its return by a margin that the caller states, basis points of turnover. */
export function programmeCost(
  sums: CostSums,
  { prices, faceValueMinor }: Pick<Terms, 'prices' | 'faceValueMinor'>,
  marginBps: number,
): ProgrammeCost {
  const pointsIssued = (sums.issued - sums.reversed) * (prices.reservePrice + prices.issueFee)
  const short = faceValueMinor * MICROS_PER_MINOR - prices.reservePrice + prices.redeemFee
  const pointsTaken = (sums.spent - sums.returned) * short
  const discounts = sums.discountCostMinor * MICROS_PER_MINOR
  const total = pointsIssued + pointsTaken + discounts
  // A basis point of a minor unit is a micro.
  const margin = turnoverOf(sums).netMinor * BigInt(marginBps)
  return {
    pointsIssued: micros(pointsIssued),
    pointsTaken: micros(pointsTaken),
    discounts: micros(discounts),
    total: micros(total),
    margin: micros(margin),
    perNewCustomer: total <= 0n || sums.fresh === 0n ? null : micros(total / sums.fresh),
    returnBps: total <= 0n ? null : ((margin - total) * 10_000n) / total,
  }
}
