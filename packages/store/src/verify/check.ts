/** One thing that must hold in the books of a coalition. */
export interface Check {
  /** Stable name, upper case. */
  readonly invariant: string
  /** The table whose row is at fault. */
  readonly table: string
  /** What must hold, in one sentence. */
  readonly says: string
  /**
   * Selects the rows that break it, for the coalition $1: `row` (jsonb with the row's key), `expected` and `actual`
   * (text). One pass over whole tables with hash joins, so that it grows with the data and no faster.
   */
  readonly sql: string
}
