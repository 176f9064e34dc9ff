import type { Minor } from '@artel/ledger'

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
}
