import type pg from 'pg'
import { connectDirectly } from '../pool/connect-directly.ts'
import { makeRoles } from '../privileges/make-roles.ts'
import { restorePrivileges } from '../privileges/restore-privileges.ts'
import { readMigrationList } from './migration-files.ts'
import { pendingMigrationsOn } from './pending-migrations.ts'
import { withSchemaEngine } from './schema-engine.ts'

const NO_FILTER = { externalTables: [], externalEnums: [] }

/**
 * Brings the database to the committed migrations, in Prisma's `_prisma_migrations` layout, and its owners and grants to
 * what they leave; a second run does nothing and asks for no right, and runs of several processes wait for one another. The URL must be of a
 * role that may create roles and tables, not of the application's, and past any pooler: the lock is of a session.
 * `onMigration` hears each name after it is applied; `repaired` says which owners and grants were wrong.
 * @throws IncompleteDatabase when something is missing that the database records as made; PoolerInBetween
 */
export async function migrate(options: {
  databaseUrl: string
  onMigration?: (name: string) => void
}): Promise<{ applied: string[]; repaired: string[] }> {
  return underLock(options.databaseUrl, async (client) => {
    const applied = await applyPending(client, options.databaseUrl)
    for (const name of applied) options.onMigration?.(name)
    return { applied, repaired: await restorePrivileges(client) }
  })
}

/** What the migrations themselves leave, without the repair: `prisma/privileges.txt` is compared with that. */
export async function migrateOnly(databaseUrl: string): Promise<void> {
  await underLock(databaseUrl, (client) => applyPending(client, databaseUrl))
}

async function underLock<Result>(
  databaseUrl: string,
  work: (client: pg.Client) => Promise<Result>,
): Promise<Result> {
  const client = await connectDirectly(databaseUrl)
  try {
    await client.query("select pg_advisory_lock(hashtext('artel migrate'))")
    return await work(client)
  } finally {
    await client.end()
  }
}

/**
 * A migration is one transaction, so one that was cut short left nothing behind and may simply run again. Where there is
 * nothing to apply no right is asked for: an API whose login may only become the application starts here too.
 */
async function applyPending(client: pg.Client, databaseUrl: string): Promise<string[]> {
  if ((await pendingMigrationsOn(client)).length === 0) return []
  await makeRoles(client)
  const migrationsList = await readMigrationList()
  const history = { migrationsList, optInToShadowDatabase: false, filters: NO_FILTER }
  return withSchemaEngine(databaseUrl, async (engine) => {
    const { failedMigrationNames } = await engine.diagnoseMigrationHistory(history)
    for (const migrationName of failedMigrationNames) await engine.markMigrationRolledBack({ migrationName })
    const { appliedMigrationNames } = await engine.applyMigrations({ migrationsList, filters: NO_FILTER })
    return appliedMigrationNames
  })
}
