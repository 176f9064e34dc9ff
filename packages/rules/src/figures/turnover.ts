import { type Minor, minor } from '@artel/ledger'

/** What bills of a period add up to, minor units. */
export interface TurnoverSums {
  readonly purchases: bigint
  readonly grossMinor: bigint
  readonly discountMinor: bigint
  readonly pointsPartMinor: bigint
  readonly refundedMinor: bigint
  readonly refundedMoneyMinor: bigint
}

export interface Turnover {
  /** Bills less discounts, less what was undone; points paid a part of it. */
  readonly netMinor: Minor
  /** What of it came in money. Below 0 where more went back than came. */
  readonly moneyMinor: Minor
  /** Bills less discounts a purchase, rounded down; null without a purchase. */
  readonly averageBillMinor: Minor | null
}

/** What the sums of a period mean. */
export function turnoverOf(sums: TurnoverSums): Turnover {
  const billed = sums.grossMinor - sums.discountMinor
  return {
    netMinor: minor(billed - sums.refundedMinor),
    moneyMinor: minor(billed - sums.pointsPartMinor - sums.refundedMoneyMinor),
    averageBillMinor: sums.purchases === 0n ? null : minor(billed / sums.purchases),
  }
}
