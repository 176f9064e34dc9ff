import pg from 'pg'
import { readMigrationList } from './migration-files.ts'

const UNDEFINED_TABLE = '42P01'

/** Names of the committed migrations that the database lacks, oldest first; all of them on an empty database. */
export async function pendingMigrations(options: { databaseUrl: string }): Promise<string[]> {
  const client = new pg.Client({ connectionString: options.databaseUrl })
  await client.connect()
  try {
    return await pendingMigrationsOn(client)
  } finally {
    await client.end()
  }
}

/** The same over a connection that is there. */
export async function pendingMigrationsOn(client: Pick<pg.ClientBase, 'query'>): Promise<string[]> {
  const { migrationDirectories } = await readMigrationList()
  const applied = new Set(await appliedMigrations(client))
  return migrationDirectories.map((directory) => directory.path).filter((name) => !applied.has(name))
}

async function appliedMigrations(client: Pick<pg.ClientBase, 'query'>): Promise<string[]> {
  try {
    const { rows } = await client.query<{ migration_name: string }>(
      'select migration_name from _prisma_migrations where finished_at is not null and rolled_back_at is null',
    )
    return rows.map((row) => row.migration_name)
  } catch (error) {
    if (error instanceof pg.DatabaseError && error.code === UNDEFINED_TABLE) return []
    throw error
  }
}
