import { randomBytes } from 'node:crypto'
import pg from 'pg'
import { openStore, type Store } from '../store.ts'
import { urlOfDatabase } from './template.ts'
import { closeReader } from './verify-books.ts'

export interface TestDatabase {
  /** Superuser URL: for `verify`, and for tests that tamper. */
  readonly databaseUrl: string
  readonly store: Store
  /** Closes the store and removes the database. */
  drop(): Promise<void>
}

/** A migrated, empty database of its own on the run's server, with a store open on it. */
export async function createTestDatabase(): Promise<TestDatabase> {
  const adminUrl = process.env.ARTEL_TEST_ADMIN_URL
  const template = process.env.ARTEL_TEST_TEMPLATE
  if (!adminUrl || !template)
    throw new Error('No test server: list packages/store/src/testing/global-setup.ts in vitest globalSetup')
  const name = `artel_test_${randomBytes(8).toString('hex')}`
  await administer(adminUrl, `create database ${name} template ${template}`)
  const databaseUrl = urlOfDatabase(adminUrl, name)
  const store = await openTestStore(name, databaseUrl)
  const drop = async () => {
    await closeReader(databaseUrl)
    await store.close()
    await administer(adminUrl, `drop database if exists ${name} with (force)`)
  }
  return { databaseUrl, store, drop }
}

/** Through the run's pooler where it has one (`ARTEL_TEST_POOLER`). */
function openTestStore(name: string, databaseUrl: string): Promise<Store> {
  const poolerUrl = process.env.ARTEL_TEST_POOLER_URL
  if (!poolerUrl) return openStore({ databaseUrl })
  return openStore({ databaseUrl: urlOfDatabase(poolerUrl, name), pooler: 'transaction' })
}

/** Clones of one template wait for each other on its lock, so that parallel test files do not meet in it. */
async function administer(adminUrl: string, sql: string): Promise<void> {
  const admin = new pg.Client({ connectionString: adminUrl })
  await admin.connect()
  try {
    await admin.query("select pg_advisory_lock(hashtext('artel test template'))")
    await admin.query(sql)
  } finally {
    await admin.end()
  }
}
