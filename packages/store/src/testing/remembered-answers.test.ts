import { afterAll, beforeAll, expect, test } from 'vitest'
import { LEDGER_TABLES } from '../verify/ledger-tables.ts'
import { createTestDatabase, type TestDatabase } from './index.ts'
import { columnsOf, flipped } from './tamper-sql.ts'
import { type TamperedBooks, tamperedBooks } from './tampered-books.ts'
import { wholeHistory } from './whole-history.ts'

let database: TestDatabase
let books: TamperedBooks
beforeAll(async () => {
  database = await createTestDatabase()
  await wholeHistory(database.store)
  books = await tamperedBooks(database.databaseUrl)
})
afterAll(async () => {
  await books.close()
  await database.drop()
})

const looks = async (sql: string, whole: boolean) =>
  (await books.findings(sql, { whole })).map((finding) => JSON.stringify(finding))

test.each(LEDGER_TABLES)(
  'a look after a change of $table finds what one that remembers nothing does',
  async ({ table, key }) => {
    const first = `(select min(ctid) from ${table})`
    const kept = (await columnsOf(books.client, table)).filter(
      ({ name }) => name !== 'coalition_id' && !key.includes(name),
    )
    const { rows } = await books.client.query<Record<string, boolean>>(
      `select ${kept.map(({ name }) => `${name} is not null as ${name}`)} from ${table} where ctid = ${first}`,
    )
    // Into what is absent something else is put each time.
    const changed = kept.findLast(({ name }) => rows[0]?.[name.replaceAll('"', '')])
    const changes = [
      `delete from ${table} where ctid = ${first}`,
      ...(changed ? [`update ${table} set ${changed.name} = ${flipped(changed)} where ctid = ${first}`] : []),
    ]
    for (const sql of changes) expect(await looks(sql, false), sql).toEqual(await looks(sql, true))
  },
)
