import pg from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { createTestDatabase, type TestDatabase } from '../testing/index.ts'
import { migrate } from './migrate.ts'
import { readMigrationList, readSchemaFiles } from './migration-files.ts'
import { withSchemaEngine } from './schema-engine.ts'

let database: TestDatabase
beforeAll(async () => {
  database = await createTestDatabase()
})
afterAll(() => database.drop())

async function asSuperuser(sql: string, url = database.databaseUrl): Promise<pg.QueryResult> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    return await client.query(sql)
  } finally {
    await client.end()
  }
}

test('migrating a migrated database does nothing', async () => {
  expect(await migrate(database)).toEqual({ applied: [], repaired: [] })
})

test('the migrations and schema.prisma say the same', async () => {
  await asSuperuser('drop database if exists artel_drift with (force)')
  await asSuperuser('create database artel_drift')
  const url = new URL(database.databaseUrl)
  url.pathname = '/artel_drift'
  const files = await readSchemaFiles()
  const migrations = await readMigrationList()
  const difference = await withSchemaEngine(url.href, (engine) =>
    engine.diff({
      from: { tag: 'migrations', ...migrations },
      to: { tag: 'schemaDatamodel', files },
      script: true,
      exitCode: true,
      filters: { externalTables: [], externalEnums: [] },
    }),
  )
  await asSuperuser('drop database if exists artel_drift with (force)')
  expect(statementsOf(difference.stdout ?? '')).toEqual(ABSENT_FOREIGN_KEYS)
})

/** Relations of the schema that the database does not enforce row by row: see the first migration. */
const ABSENT_FOREIGN_KEYS = [
  'act_by_person_id_fkey',
  'act_by_coalition_id_till_id_fkey',
  'act_by_purchase_fkey',
  'act_by_refund_fkey',
  'act_by_hold_fkey',
  'entry_coalition_id_customer_id_fkey',
  'entry_coalition_id_member_id_fkey',
  'entry_purchase_fkey',
  'entry_refund_fkey',
  'transfer_coalition_id_entry_id_fkey',
  'lot_coalition_id_customer_id_fkey',
  'lot_coalition_id_issuer_id_fkey',
  'lot_coalition_id_terms_id_fkey',
  'lot_use_coalition_id_entry_id_fkey',
  'lot_use_coalition_id_lot_id_fkey',
  'purchase_coalition_id_member_id_fkey',
  'purchase_coalition_id_customer_id_fkey',
  'purchase_coalition_id_terms_id_fkey',
  'purchase_coalition_id_hold_id_fkey',
  'reconciliation_line_coalition_id_reconciliation_id_fkey',
]

/** What a script would change: the names of the foreign keys that it adds, and any other statement as it stands. */
const statementsOf = (script: string): string[] =>
  script
    .split(/;\n/)
    .map((statement) => statement.replace(/^--.*$/gm, '').trim())
    .filter((statement) => statement !== '')
    .map((statement) => /ADD CONSTRAINT "(\w+)" FOREIGN KEY/.exec(statement)?.[1] ?? statement)

test('a migration cut short by a crash runs again', async () => {
  const name = '20261122000300_post_entries'
  await asSuperuser('drop function post_entries, post_holds, post_refunds')
  await asSuperuser(`update _prisma_migrations set finished_at = null, applied_steps_count = 0
    where migration_name = '${name}'`)
  expect(await migrate(database)).toEqual({ applied: [name], repaired: [] })
  expect(await migrate(database)).toEqual({ applied: [], repaired: [] })
})
