import type { PaymentIdentity } from './payment-identity.ts'

/** One movement of a bank account, from whatever format it was read. */
export interface BankLine {
  /** The line of the file on which it begins, from 1. */
  readonly line: number
  /** Own account, as the bank writes it. */
  readonly account: string
  readonly direction: 'IN' | 'OUT'
  /** In the currency's minor units; positive, or 0 where `problem` says why there is none. */
  readonly amountMinor: bigint
  /** ISO 4217; `XXX` where the file does not tell, or contradicts itself. */
  readonly currency: string
  /** Day of booking, `YYYY-MM-DD`; empty where `problem` says why there is none. */
  readonly bookedOn: string
  /** False while the bank only announces it, and for a line with a problem. */
  readonly booked: boolean
  /** True when it takes back an earlier movement: a reversal, or money that came back. */
  readonly reversal: boolean
  /** The bank's or the order's own number; empty if none. */
  readonly documentNo: string
  /** The reference that the payer's order carried end to end, or at least to its bank; empty if none. */
  readonly endToEndId: string
  readonly counterparty: { readonly name: string; readonly account: string; readonly taxId: string }
  /** All that is said about the purpose. */
  readonly remittance: string
  /** The reference that the bank gave the movement and keeps in every file; empty if none. */
  readonly bankRef: string
  /** What tells this payment from all others, whatever file it comes in: see isSamePayment. */
  readonly identity: PaymentIdentity
  /** Why the line proves no payment; null when it does. */
  readonly problem: BankFileRemark | null
  /** What is odd about a line that is read all the same. */
  readonly remarks: readonly BankFileRemark[]
}

/** What is odd about a part of a bank's file. The message has no word of the file's own but amounts of totals. */
export interface BankFileRemark {
  readonly code: BankRemarkCode
  readonly message: string
  /** The line of the file, from 1. */
  readonly line: number
  /** By the name it has in the file. */
  readonly field: string
}

/** What can be odd about a bank's file, in English. */
export const BANK_REMARKS = {
  CONTROL_CHARACTERS: 'has control characters; each is read as a space',
  DATE_OF_STATEMENT: 'has no date of its own; it is that of the statement',
  DOUBTFUL_DOCUMENT: 'begins inside a document that has no end, and may be its text',
  FOREIGN_ACCOUNT: 'neither the payer nor the payee is an account of this file',
  INVALID_AMOUNT: 'is no amount',
  INVALID_CURRENCY: 'is no currency',
  INVALID_DATE: 'is no date',
  CURRENCY_MISMATCH: 'the currency is not that of the account number',
  NESTED_DOCUMENT: 'holds a document inside its text, which is not read',
  NO_AMOUNT: 'has no amount',
  NO_DATE: 'has no date',
  NO_DIRECTION: 'does not say whether money came or left',
  NO_NUMBER: 'has no number',
  OTHER_DATE_FORM: 'writes its date in another form than the format',
  REPEATED_FIELD: 'is there twice; the first is read',
  STRAY_TEXT: 'is neither a field nor a section',
  TOTALS_MISMATCH: 'the totals are not those of the movements',
  TWO_CURRENCIES: 'moves one amount between accounts in two currencies',
  UNCLOSED_DOCUMENT: 'has no end',
  UNKNOWN_CURRENCY: 'the currency of the account is not known',
  ZERO_AMOUNT: 'is an amount of zero',
} as const

export type BankRemarkCode = keyof typeof BANK_REMARKS

/** A remark with the words that its code stands for, or with more exact ones. */
export function bankRemark(
  code: BankRemarkCode,
  { line, field, message = BANK_REMARKS[code] }: { line: number; field: string; message?: string },
): BankFileRemark {
  return { code, message, line, field }
}

/** Most bytes that a bank's file may have, unless the caller says otherwise. */
export const MAX_BANK_FILE_BYTES = 64 * 1024 * 1024
