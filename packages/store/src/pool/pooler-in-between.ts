/**
 * A pooler stands between us and PostgreSQL that nobody declared: it refuses or drops startup options, with which the
 * application takes its role. As the login itself the application would have rights that it must not have.
 */
export class PoolerInBetween extends Error {
  readonly code = 'POOLER_IN_BETWEEN'

  constructor(found: string, cause?: unknown) {
    super(
      `The database connection ${found}: a pooler stands in between. Set DATABASE_POOLER=transaction, and DATABASE_DIRECT_URL to the database itself for migrations.`,
      { cause },
    )
    this.name = 'PoolerInBetween'
  }
}
