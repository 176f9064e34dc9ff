import type { LotPrices } from '../lot.ts'
import { micros } from '../money.ts'

/** Prices of the worked example, micros a point, with the deposit that makes the funding. */
export const examplePrices = (deposit: bigint): LotPrices => ({
  reservePrice: micros(900_000n),
  deposit: micros(deposit),
  issueFee: micros(100_000n),
  redeemFee: micros(20_000n),
})
