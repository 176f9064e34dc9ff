import type { MoneyShape } from '../vocabulary/money.ts'

/** A part of a definition, with the currency of its amounts. */
export type PricedPart<Value> = Value & { readonly currency: string }

/** An amount of such a part; null where it has none. */
export const moneyIn = (amountMinor: bigint | undefined | null, currency: string): MoneyShape | null =>
  amountMinor == null ? null : { amountMinor, currency }
