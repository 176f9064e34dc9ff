import { afterAll, beforeAll, expect, test } from 'vitest'
import { createTestDatabase, type TestDatabase } from '../testing/index.ts'
import { type TamperedBooks, tamperedBooks } from '../testing/tampered-books.ts'
import { wholeHistory } from '../testing/whole-history.ts'

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

test.each([
  ["a line's category", 'lines', `replace(lines::text, 'service/oil', 'service/oik')::json`],
  ["a line's article", 'lines', `replace(lines::text, 'OIL-5W30', 'OIL-5W31')::json`],
  ["a line's quantity", 'lines', `replace(lines::text, '"4500"', '"4501"')::json`],
  ['what a line earns', 'lines', `replace(lines::text, '"earns":false', '"earns":true')::json`],
  ['a code', 'code', `replace(code, 'WINTER', 'WINTEP')`],
  ['a code taken away', 'code', 'null'],
])('of a bill, %s changed by a byte is found, with the purchase named', async (_what, column, to) => {
  const { rows } = await books.client.query<{ purchase_id: string }>(
    "select purchase_id from purchase where code = 'WINTER-26'",
  )
  const [row] = rows
  const found = await books.findings(
    `update purchase set ${column} = ${to} where purchase_id = '${row?.purchase_id}'`,
  )
  expect(rows).toHaveLength(1)
  expect(found[0]).toMatchObject({ invariant: 'ROW_HASH', table: 'purchase', row })
})

test.each(['', '0'])('a code of %j where there was none is found', async (code) => {
  const { rows } = await books.client.query<{ purchase_id: string }>(
    'select purchase_id from purchase where code is null order by 1 limit 1',
  )
  const [row] = rows
  const found = await books.findings(
    `update purchase set code = '${code}' where purchase_id = '${row?.purchase_id}'`,
  )
  expect(found[0]).toMatchObject({ invariant: 'ROW_HASH', table: 'purchase', row })
})
