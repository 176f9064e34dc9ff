import { createHash } from 'node:crypto'
import pg from 'pg'
import { migrateOnly } from '../migrations/migrate.ts'
import { readMigrationList } from '../migrations/migration-files.ts'

/** The same server, another database. */
export function urlOfDatabase(adminUrl: string, database: string): string {
  const url = new URL(adminUrl)
  url.pathname = `/${database}`
  return url.href
}

/** Makes the migrated database that every test database is cloned from, named after the migrations' content. */
export async function prepareTemplate(adminUrl: string): Promise<string> {
  const { migrationDirectories } = await readMigrationList()
  const digest = createHash('sha256').update(JSON.stringify(migrationDirectories)).digest('hex')
  const name = `artel_template_${digest.slice(0, 12)}`
  const admin = new pg.Client({ connectionString: adminUrl })
  await admin.connect()
  try {
    await admin.query("select pg_advisory_lock(hashtext('artel test template'))")
    const { rowCount } = await admin.query('select 1 from pg_database where datname = $1', [name])
    if (rowCount === 0) await admin.query(`create database ${name}`)
    await migrateOnly(urlOfDatabase(adminUrl, name))
  } finally {
    await admin.end()
  }
  return name
}
