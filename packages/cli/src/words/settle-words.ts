import type { ImportedBankLine } from '@artel/use-cases'
import type { Language } from './language.ts'
import { en } from './settle-words-en.ts'
import { ru } from './settle-words-ru.ts'

/** Heads of columns. */
type Column =
  | ('window' | 'status' | 'opens' | 'cutOff' | 'payment' | 'member' | 'opening' | 'net' | 'payments')
  | ('closing' | 'lines' | 'answer' | 'no' | 'payer' | 'payee' | 'amount' | 'paid' | 'reference')
  | ('verdict' | 'remainder' | 'reason' | 'dispute' | 'taken' | 'line' | 'date' | 'purpose' | 'operation')
  | ('counterparty' | 'points' | 'document' | 'source' | 'takenBackOn')

/** What settling says to people. */
export interface SettleWords {
  readonly language: Language
  readonly locale: string
  readonly columns: Readonly<Record<Column, string>>
  /** Of a window. */
  readonly status: Readonly<Record<string, string>>
  /** Of a statement: what its member has said. */
  readonly answer: Readonly<Record<string, string>>
  /** Of a payment that a plan asks for. */
  readonly legStatus: Readonly<Record<string, string>>
  /** Of a dispute. */
  readonly outcome: Readonly<Record<string, string>>
  /** Of a line of a bank's statement. */
  readonly verdict: Readonly<Record<ImportedBankLine['verdict'], string>>
  readonly remainder: Readonly<Record<string, string>>
  readonly coalition: string
  readonly stating: string
  /** Below statements: what a sign means. */
  readonly signs: string
  readonly plan: (no: number, method: string) => string
  /** Below a plan that waits for approval. */
  readonly toApprove: (command: string) => string
  readonly total: string
  readonly nothingToPay: string
  /** Below windows that are the newest of more. */
  readonly olderWindows: (coalition: string) => string
  /** Of orders of a window that asks no payment of who wants to pay. */
  readonly nothingToOrder: (window: number, coalition: string) => string
  readonly noStatements: (window: number) => string
  readonly noStatement: (member: string, window: number) => string
  readonly noDisputes: (window: number) => string
  readonly moreLines: (shown: number, of: number) => string
  /** Of a line that an earlier reading of the file had. */
  readonly before: string
  readonly imported: (amount: string) => string
  readonly leftForPeople: (lines: number) => string
  readonly recorded: (amount: string, reference: string) => string
  /** `window` says where the window stands now. */
  readonly takenBack: (amount: string, reference: string, window: string) => string
  readonly noPayments: (window: number) => string
  /** Who says that a payment was made. */
  readonly source: Readonly<Record<string, string>>
  readonly bankDetailsOf: (name: string) => string
  /** Of a party whose bank details an order needs. */
  readonly bankDetailsMissing: (facts: {
    readonly party: string
    readonly fields: string
    readonly command: string
  }) => string
  readonly done: (window: number, status: string) => string
  readonly ask: Readonly<Record<string, (window: number) => string>>
  readonly askApprove: (plan: number, window: number) => string
  readonly askKey: string
  readonly askPaid: (reference: string, amount: string) => string
  readonly stopped: string
  readonly waiting: string
  /** What a step may wait for, by its kind. */
  readonly missing: Readonly<Record<string, string>>
  readonly written: (file: string) => string
  readonly sound: string
  readonly broken: (count: number) => string
}

/** Words of the command by language. */
export const SETTLE_WORDS: Readonly<Record<Language, SettleWords>> = { en, ru }
