import pg from 'pg'
import { readMigrationList } from './migration-files.ts'
import { withSchemaEngine } from './schema-engine.ts'

const NO_FILTER = { externalTables: [], externalEnums: [] }

/**
 * Brings the database to the committed migrations, in Prisma's `_prisma_migrations` layout; a second run does
 * nothing, and runs of several processes wait for one another. The URL must be of a role that may create roles and
 * tables, not of the application's. `onMigration` hears each name after it is applied.
 */
export async function migrate(options: {
  databaseUrl: string
  onMigration?: (name: string) => void
}): Promise<{ applied: string[] }> {
  const lock = new pg.Client({ connectionString: options.databaseUrl })
  await lock.connect()
  try {
    await lock.query("select pg_advisory_lock(hashtext('artel migrate'))")
    const applied = await applyPending(options.databaseUrl)
    for (const name of applied) options.onMigration?.(name)
    return { applied }
  } finally {
    await lock.end()
  }
}

/** A migration is one transaction, so one that was cut short left nothing behind and may simply run again. */
async function applyPending(databaseUrl: string): Promise<string[]> {
  const migrationsList = await readMigrationList()
  const history = { migrationsList, optInToShadowDatabase: false, filters: NO_FILTER }
  return withSchemaEngine(databaseUrl, async (engine) => {
    const { failedMigrationNames } = await engine.diagnoseMigrationHistory(history)
    for (const migrationName of failedMigrationNames) await engine.markMigrationRolledBack({ migrationName })
    const { appliedMigrationNames } = await engine.applyMigrations({ migrationsList, filters: NO_FILTER })
    return appliedMigrationNames
  })
}
