import type { Minor, Quantity } from '@artel/ledger'

/** An amount of what customers pay. `currency` is ISO 4217 and must be the coalition's. */
export interface MoneyAmount {
  readonly amountMinor: Minor
  readonly currency: string
}

/** One line of a bill; `ref` is the member's own name of the line, unique in the bill. */
export interface BillLineInput {
  readonly ref: string
  readonly title: string
  /** The whole line, quantity included. */
  readonly total: MoneyAmount
  /** The member's article number: at most 64 characters. */
  readonly sku?: string | null
  /** What it is, as a slash path of the coalition's: `service/oil`. */
  readonly category?: string | null
  /** Thousandths of a unit, above 0, up to a million units; one unit when left out. */
  readonly quantity?: Quantity | null
  /** False for what never earns points: gift cards, deposits. Earns when left out. */
  readonly earns?: boolean | null
}
