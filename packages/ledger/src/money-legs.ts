import type { MoneyAccountKind } from './account.ts'
import { clearing, fees, payerOf, reserve } from './account.ts'
import type { LotPrices } from './lot.ts'
import type { CompoundLine } from './pairs.ts'
import type { Points } from './points.ts'

type MoneyLine = CompoundLine<MoneyAccountKind>

/** Giving n points: the issuer owes the deposit and the issue fee. */
export function earnLine(given: {
  issuerId: string
  coalitionId: string
  points: Points
  prices: Pick<LotPrices, 'deposit' | 'issueFee'>
}): MoneyLine {
  const { issuerId, coalitionId, points: n, prices } = given
  return {
    debits: [{ account: payerOf(issuerId, coalitionId), amount: n * (prices.deposit + prices.issueFee) }],
    credits: [
      { account: reserve(coalitionId), amount: n * prices.deposit },
      { account: fees(coalitionId), amount: n * prices.issueFee },
    ],
  }
}

/** Spending n points of one lot: RESERVE and the issuer pay R a point; the redeemer gets it less the fee. */
export function redeemLine(spent: {
  issuerId: string
  redeemerId: string
  coalitionId: string
  points: Points
  prices: LotPrices
  feeWaived: boolean
}): MoneyLine {
  const { issuerId, redeemerId, coalitionId, points: n, prices } = spent
  const redeemFee = spent.feeWaived ? 0n : prices.redeemFee
  return {
    debits: [
      { account: reserve(coalitionId), amount: n * prices.deposit },
      { account: payerOf(issuerId, coalitionId), amount: n * (prices.reservePrice - prices.deposit) },
    ],
    credits: [
      { account: clearing(redeemerId), amount: n * (prices.reservePrice - redeemFee) },
      { account: fees(coalitionId), amount: n * redeemFee },
    ],
  }
}

/** The same line with its sides exchanged: what undoes it exactly. */
export const reversed = <Kind extends string>(line: CompoundLine<Kind>): CompoundLine<Kind> => ({
  debits: line.credits,
  credits: line.debits,
})
