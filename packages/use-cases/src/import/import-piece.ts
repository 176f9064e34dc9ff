import type { ImportFault, ImportRow, Store, TransactionClient } from '@artel/store'
import type { ImportJob } from '@artel/store/prisma'
import type { AdminPrincipal, MemberPrincipal } from '../access/principal.ts'

/** A piece of an import that a worker deals with. */
export interface ImportPiece {
  readonly store: Store
  readonly job: ImportJob
  /** As whom, as they stand now. */
  readonly principal: AdminPrincipal | MemberPrincipal
  /** Rows that can be read. */
  readonly rows: readonly PieceRow[]
  /** Nothing is recorded: the rows are judged as if they were. */
  readonly isDry: boolean
}

export interface PieceRow extends ImportRow {
  readonly data: Readonly<Record<string, string>>
}

/** What became of a row: it is new, was there before, or is not taken. */
export type RowOutcome =
  | { readonly kind: 'ADDED'; readonly points: bigint }
  | { readonly kind: 'MATCHED' }
  | { readonly kind: 'FAULT'; readonly fault: ImportFault }

/** What became of a piece, by position, and what is still to be written in the transaction that settles it. */
export interface PieceOutcome {
  readonly outcomes: ReadonlyMap<number, RowOutcome>
  readonly write?: (client: TransactionClient) => Promise<void>
}

export const MATCHED: RowOutcome = { kind: 'MATCHED' }
export const faulty = (fault: ImportFault): RowOutcome => ({ kind: 'FAULT', fault })
