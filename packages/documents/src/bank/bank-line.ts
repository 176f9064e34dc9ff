/** One movement of a bank account, from whatever format it was read. */
export interface BankLine {
  /** The line of the file on which it begins, from 1. */
  readonly line: number
  /** Own account, as the bank writes it. */
  readonly account: string
  readonly direction: 'IN' | 'OUT'
  /** Positive, in the currency's minor units. */
  readonly amountMinor: bigint
  /** ISO 4217. */
  readonly currency: string
  /** Day of booking, `YYYY-MM-DD`. */
  readonly bookedOn: string
  /** False while the bank only announces it. */
  readonly booked: boolean
  /** True when it takes back an earlier movement. */
  readonly reversal: boolean
  /** The bank's or the order's own number; empty if none. */
  readonly documentNo: string
  /** The reference that the payer's order carried end to end; empty if none. */
  readonly endToEndId: string
  readonly counterparty: { readonly name: string; readonly account: string; readonly taxId: string }
  /** All that is said about the purpose. */
  readonly remittance: string
}

/** Most bytes that a bank's file may have, unless the caller says otherwise. */
export const MAX_BANK_FILE_BYTES = 64 * 1024 * 1024
