/** The migrations are recorded as applied, but what they made is not all there: a backup was restored in part. */
export class IncompleteDatabase extends Error {
  readonly code = 'INCOMPLETE_DATABASE'

  readonly missing: readonly string[]

  constructor(missing: readonly string[]) {
    super(
      `The database is recorded as migrated, but ${missing.join(', ')}. Restore a complete backup into an empty database.`,
    )
    this.name = 'IncompleteDatabase'
    this.missing = missing
  }
}
