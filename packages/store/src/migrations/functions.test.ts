import { readdir, readFile } from 'node:fs/promises'
import { basename } from 'node:path'
import { fileURLToPath } from 'node:url'
import pg from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { createTestDatabase, type TestDatabase } from '../testing/index.ts'

const FUNCTIONS = fileURLToPath(new URL('../../prisma/functions/', import.meta.url))

let database: TestDatabase
let client: pg.Client
beforeAll(async () => {
  database = await createTestDatabase()
  client = new pg.Client({ connectionString: database.databaseUrl })
  await client.connect()
})
afterAll(async () => {
  await client.end()
  await database.drop()
})

/** The functions of the database by name, as the server writes them down: signature, options and body, to the letter. */
async function definitions(): Promise<Record<string, string>> {
  const { rows } = await client.query<{ name: string; definition: string }>(
    `select p.proname as name, pg_get_functiondef(p.oid) as definition from pg_proc p
      where p.pronamespace = 'public'::regnamespace order by p.proname`,
  )
  return Object.fromEntries(rows.map(({ name, definition }) => [name, definition]))
}

/**
 * Both sides are written by the server that runs the test, so its version does not matter. Red after a migration that
 * defines a function: copy the new definition to the file of its name.
 */
test('prisma/functions has every function exactly as the migrations leave it, a file each', async () => {
  const migrated = await definitions()
  const files = (await readdir(FUNCTIONS)).filter((name) => name.endsWith('.sql')).sort()
  await client.query('begin')
  try {
    await client.query(`drop function ${Object.keys(migrated).join(', ')} cascade`)
    for (const [at, file] of files.entries()) {
      await client.query(await readFile(`${FUNCTIONS}${file}`, 'utf8'))
      const defined = files.slice(0, at + 1).map((name) => basename(name, '.sql'))
      expect(Object.keys(await definitions()), `${file} defines one function, of its own name`).toEqual(
        defined,
      )
    }
    expect(await definitions()).toEqual(migrated)
  } finally {
    await client.query('rollback')
  }
})
