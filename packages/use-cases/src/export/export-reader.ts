import type { Row, RowColumn } from '@artel/documents'
import type { AdminPrincipal, MemberPrincipal } from '../access/principal.ts'
import type { ExportEnd } from './export-end.ts'
import type { ExportFilters, ListedKind } from './export-kinds.ts'

/** A page of a list that is asked for. */
export interface AskedPage {
  readonly principal: AdminPrincipal | MemberPrincipal
  readonly kind: ListedKind
  readonly filters: ExportFilters
  readonly end: ExportEnd
  /** Where the page before ended; null for the first. */
  readonly cursor: string | null
}

export interface ReadPage {
  readonly rows: readonly Row[]
  /** Where the next page begins; null behind the last. */
  readonly next: string | null
}

/**
 * Reads lists as their callers see them: by the queries that they could send themselves. A page rejects with UnreadableListError for what
 * would fail again, and with anything else for what may pass, such as a database that is away.
 */
export interface ExportReader {
  columns(kind: ListedKind): readonly RowColumn[]
  page(asked: AskedPage): Promise<ReadPage>
}

/** A list cannot be read, and could not be read later either. */
export class UnreadableListError extends Error {
  override readonly name = 'UnreadableListError'
  readonly code: string

  constructor(code: string, message: string) {
    super(message)
    this.code = code
  }
}
