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

test('figures at the end of their range are found like any other, and end no search', async () => {
  const most = '9223372036854775807'
  const beyond: readonly [table: string, column: string][] = [
    ['purchase', 'points_redeemed'],
    ['purchase', 'total_minor'],
    ['entry', 'points_delta'],
    ['entry', 'balance_after'],
    ['entry', 'customer_sequence'],
    ['lot', 'amount'],
    ['lot', 'reserve_price'],
    ['transfer', 'amount'],
    ['customer_account', 'posted'],
    ['batch', 'batch_no'],
    ['refund', 'points_recovered'],
  ]
  for (const [table, column] of beyond) {
    const first = `ctid = (select min(ctid) from ${table})`
    const { rowCount } = await books.client.query(`select from ${table} limit 1`)
    expect(rowCount, table).toBe(1)
    const found = await books.findings(`update ${table} set ${column} = ${most} where ${first}`)
    expect(
      found.map((finding) => finding.table),
      `${table}.${column}`,
    ).toContain(table)
  }
  const endless = await books.findings(`update batch set posted_at = 'infinity' where batch_no = 1`)
  expect(endless.map(({ invariant }) => invariant)).toContain('BATCH_ORDER')
})
