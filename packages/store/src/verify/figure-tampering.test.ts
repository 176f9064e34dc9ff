import { afterAll, beforeAll, expect, test } from 'vitest'
import { foldFigures } from '../figures/fold-figures.ts'
import { createTestDatabase, type TestDatabase } from '../testing/index.ts'
import type { LedgerWorld } from '../testing/ledger-world.ts'
import { columnsOf, flipped } from '../testing/tamper-sql.ts'
import { type TamperedBooks, tamperedBooks } from '../testing/tampered-books.ts'
import { wholeHistory } from '../testing/whole-history.ts'

const KEYS = {
  figure: ['dimension', 'scope_id', 'day', 'key'],
  figure_visit: ['customer_id', 'day', 'member_id'],
  figure_customers: ['kind', 'scope_id', 'day', 'since_day', 'from_id'],
  figure_cursor: ['coalition_id'],
} as const
const TABLES = Object.keys(KEYS) as (keyof typeof KEYS)[]

let database: TestDatabase
let world: LedgerWorld
let books: TamperedBooks
beforeAll(async () => {
  database = await createTestDatabase()
  world = await wholeHistory(database.store)
  while ((await foldFigures(database.store, world.coalitionId, { steps: 10 })).more);
  books = await tamperedBooks(database.databaseUrl)
})
afterAll(async () => {
  await books.close()
  await database.drop()
})

const coalition = () => ({ coalitionId: world.coalitionId })

test('figures of a whole history are what its books make', async () => {
  expect(await books.findings('select', coalition())).toEqual([])
  const { rows } = await books.client.query('select distinct dimension from figure')
  expect(rows.length).toBeGreaterThan(2)
})

/** Rows of a table as text. */
async function rowsOf(table: keyof typeof KEYS) {
  const columns = (await columnsOf(books.client, table)).map(({ name }) => `${name}::text`)
  const { rows } = await books.client.query<Record<string, string>>(
    `select ctid::text, ${columns.join(', ')} from ${table} order by ${KEYS[table].join(', ')}`,
  )
  return rows
}

test.each(TABLES)('a bit flipped in any column of %s is found, with the row named', async (table) => {
  const [row] = await rowsOf(table)
  const missed: string[] = []
  for (const column of await columnsOf(books.client, table)) {
    if (column.name === 'coalition_id') continue
    const change = `update ${table} set ${column.name} = ${flipped(column, 0)} where ctid = '${row?.ctid}'`
    const found = await books.findings(change, coalition())
    if (!found.some((finding) => finding.table.startsWith('figure'))) missed.push(column.name)
    const keeps = !(KEYS[table] as readonly string[]).includes(column.name)
    if (keeps && table !== 'figure_cursor') {
      const named = found.find((finding) => finding.table === table)
      expect(named?.row).toEqual(Object.fromEntries(KEYS[table].map((key) => [key, row?.[key]])))
    }
  }
  expect(missed).toEqual([])
})

test.each(TABLES)('a row of %s that is gone is found', async (table) => {
  for (const row of await rowsOf(table)) {
    const found = await books.findings(`delete from ${table} where ctid = '${row.ctid}'`, coalition())
    expect(found.some((finding) => finding.table.startsWith('figure'))).toBe(true)
  }
})
