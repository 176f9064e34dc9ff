import type { EntryKind, Points } from '@artel/ledger'
import type { Context } from './principal.ts'

/** Where a page of a statement ends: the key of its last entry. */
export interface StatementCursor {
  readonly customerSequence: bigint
  readonly position: number
}

export interface StatementEntry {
  /** Raw UUID of the entry. */
  readonly id: string
  readonly kind: EntryKind
  readonly memberId: string | null
  /** Signed change of the balance. */
  readonly points: Points
  readonly balanceAfter: Points
  readonly postedAt: Date
  readonly cursor: StatementCursor
}

export interface ReadStatementInput {
  readonly coalitionId: string
  readonly customerId: string
  /** 1 to 100. */
  readonly first: number
  readonly after?: StatementCursor | null
}

export interface StatementPage {
  readonly entries: readonly StatementEntry[]
  readonly hasNextPage: boolean
}

/** Reads one page of a customer's events, newest first. */
export async function readStatement(context: Context, input: ReadStatementInput): Promise<StatementPage> {
  throw new Error('readStatement is not built yet', { cause: [context, input] })
}
