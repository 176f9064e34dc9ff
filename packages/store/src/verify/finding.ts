/** One broken invariant in one coalition. */
export interface Finding {
  /** Stable name, for example ENTRY_CHAIN. */
  readonly invariant: string
  readonly table: string
  readonly coalitionId: string
  /** Key of the first bad row. */
  readonly row: Readonly<Record<string, unknown>>
  /** What must hold, in one sentence. */
  readonly message: string
  readonly expected: string
  readonly actual: string
  /** How many rows break it. */
  readonly badRows: number
}
