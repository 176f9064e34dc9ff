/** The languages in which a document can be printed. */
export type DocumentLanguage = 'ru' | 'en'

/** Somebody who signs a statement, as registers and tax offices know them. All but the name is printed if known. */
export interface StatementParty {
  /** Public id, printed so that two namesakes stay apart. */
  readonly id: string
  readonly name: string
  /** Full legal name, where it differs from the name over the door. */
  readonly legalName?: string
  /** Taxpayer number; in Russia the INN. */
  readonly taxId?: string
  /** Second taxpayer number of a Russian organisation. */
  readonly kpp?: string
  readonly address?: string
  readonly signatory?: { readonly position: string; readonly name: string }
  /** An affiliate, in place of a member. */
  readonly isAffiliate?: true
}

/**
 * One line of a statement. `amount` is signed and counts in the document's `amountDigits`:
 * positive is a debit (the member owes more), negative a credit.
 */
export interface StatementLine {
  /** 1 for the first line, without gaps. */
  readonly no: number
  readonly entryId: string
  readonly postedAt: Date
  /** What happened, e.g. `EARN`; printed by its name where the package knows one. */
  readonly kind: string
  /** The member on the other side; null when there is none. */
  readonly counterpartyId: string | null
  /** A receipt number or another reference that the member knows; empty if none. */
  readonly reference: string
  /** Signed whole points; 0 for a line of money alone. */
  readonly points: bigint
  readonly amount: bigint
}

/** Turnover of one group of lines: `debit` and `credit` are not negative. */
export interface StatementTotal {
  readonly lineCount: number
  readonly points: bigint
  readonly debit: bigint
  readonly credit: bigint
}

export interface StatementKindTotal extends StatementTotal {
  readonly kind: string
}

export interface StatementCounterpartyTotal extends StatementTotal {
  /** Null gathers the lines that have no counterparty. */
  readonly counterpartyId: string | null
}

/** Value-added tax inside the statement's charges, by rate. */
export interface StatementVat {
  /** Basis points; null for "no VAT". */
  readonly rateBps: bigint | null
  readonly net: bigint
  readonly tax: bigint
}

/** All of a statement but its lines, which are streamed beside it. */
export interface StatementDocument {
  readonly id: string
  readonly coalition: StatementParty
  readonly member: StatementParty
  /** ISO 4217. */
  readonly currency: string
  /** Decimal digits of every amount below: 2 counts kopecks, 6 counts micros of the currency unit. */
  readonly amountDigits: number
  /** IANA zone of the coalition, in which dates are printed. */
  readonly timeZone: string
  readonly window: {
    readonly no: number
    /** First instant of the window. */
    readonly from: Date
    /** First instant after the window. */
    readonly to: Date
  }
  readonly issuedAt: Date
  /** Signed as lines are: positive when the member owed. Whole minor units: the closing of the statement before. */
  readonly opening: bigint
  /** Sum of all lines, exact. */
  readonly net: bigint
  /** What makes the closing whole minor units: less than two of them. */
  readonly rounding: bigint
  /** `opening + net + rounding`, in whole minor units. */
  readonly closing: bigint
  /** What the exact balance is more than `closing`, less than a minor unit: nobody pays it. */
  readonly residue: bigint
  readonly totalsByKind: readonly StatementKindTotal[]
  readonly totalsByCounterparty: readonly StatementCounterpartyTotal[]
  /** Names of the counterparties, by id. An id without one is printed itself. */
  readonly counterpartyNames: ReadonlyMap<string, string>
  readonly lineCount: number
  /** Hash of all lines, chained: see `hashStatementLine`. Hex. */
  readonly lineHash: string
  /** Head of the ledger's hash chain when the window closed. Hex. */
  readonly chainHead: string
  readonly vat?: readonly StatementVat[]
  /** How the closing balance goes into the plan of payments; left out where there will be none. */
  readonly plan?: StatementPlanFacts
}

/**
 * What is known of a plan of payments while a statement is made, which is before there is a plan: it alone decides who
 * pays whom, and it looks at more than one statement. Amounts are minor units of the currency.
 */
export interface StatementPlanFacts {
  /** Day (`YYYY-MM-DD`) on which what the plan asks for is due. */
  readonly dueOn: string
  /** A balance below it is carried forward, not paid; 0 where every balance is paid. */
  readonly minPayoutMinor: bigint
}

/** The lines of a statement, in the order of their numbers; read once. */
export type StatementLines = AsyncIterable<StatementLine> | Iterable<StatementLine>
