/** Whose grammar a journal is written in. */
export const JOURNAL_DIALECTS = ['hledger', 'ledger', 'beancount'] as const
export type JournalDialect = (typeof JOURNAL_DIALECTS)[number]

/** The commodity of points in every journal. A code of a currency has three letters, so none is ever this. */
export const POINTS_COMMODITY = 'POINTS'

/** Of which book an account is: whole points, or money in micros of the currency. */
export type JournalUnit = 'POINTS' | 'MONEY'

/** An account by the name that all three programs take, such as `Assets:Money:Clearing:Wash`. */
export interface JournalAccount {
  readonly name: string
  readonly unit: JournalUnit
}

/** What stands before the first transaction. */
export interface JournalHead {
  /** Handle of the coalition. */
  readonly title: string
  /** ISO 4217 code of the money book. */
  readonly currency: string
  /** IANA zone of the dates. */
  readonly timeZone: string
  /** Lines of comment, for people. */
  readonly notes: readonly string[]
}

/** One debit-credit pair of a transaction, of two accounts of one unit; amount > 0. */
export interface JournalPair {
  readonly debit: JournalAccount
  readonly credit: JournalAccount
  readonly amount: bigint
}

export interface JournalTransaction {
  readonly type: 'TRANSACTION'
  /** Its date is that of this instant. Never earlier than that of the event before. */
  readonly at: Date
  /** Public id of the entry. */
  readonly entryId: string
  readonly kind: string
  readonly batchNo: bigint
  readonly pairs: readonly JournalPair[]
}

/**
 * What the books say that accounts hold after everything before this event: debits less credits. The writer does not
 * compare it with the transactions. That is for the program which reads the file.
 */
export interface JournalBalances {
  readonly type: 'BALANCES'
  /** The last instant that counts. */
  readonly at: Date
  /** What ends there, such as `Window 3`. */
  readonly label: string
  readonly balances: readonly { readonly account: JournalAccount; readonly amount: bigint }[]
}

/** An event of a journal, in the order of the chain. */
export type JournalEvent = JournalTransaction | JournalBalances
