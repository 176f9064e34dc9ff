import { afterAll, beforeAll, expect, test } from 'vitest'
import { createTestDatabase, type TestDatabase } from '../testing/index.ts'
import type { LedgerWorld } from '../testing/ledger-world.ts'
import { type TamperedBooks, tamperedBooks } from '../testing/tampered-books.ts'
import { TAMPERINGS } from '../testing/tamperings.ts'
import { wholeHistory } from '../testing/whole-history.ts'
import { replay, type VerifyProgress, type VerifyResult, verify } from './verify.ts'

let database: TestDatabase
let world: LedgerWorld
let books: TamperedBooks
let honest: VerifyResult
let auditors: VerifyResult
const progress: VerifyProgress[] = []

beforeAll(async () => {
  database = await createTestDatabase()
  world = await wholeHistory(database.store)
  // Before the books are locked by whoever tampers with them.
  honest = await verify({ databaseUrl: database.databaseUrl, onProgress: (at) => progress.push(at) })
  const asReader = new URL(database.databaseUrl)
  asReader.searchParams.set('options', '-c role=pg_read_all_data')
  auditors = await verify({ databaseUrl: asReader.href })
  books = await tamperedBooks(database.databaseUrl)
})
afterAll(async () => {
  await books.close()
  await database.drop()
})

test('an honest history is clean, has every table and books every kind of entry', async () => {
  expect(honest.findings).toEqual([])
  expect(honest.ok).toBe(true)
  expect(honest.checked).toMatchObject({
    hold: 3,
    debt: 3,
    refund: 12,
    voucher: 4,
    rule_gift: 4,
    gift_return: 2,
    counter: 2,
    claim: 2,
    refusal: 2,
    chain_checkpoint: 2,
  })
  for (const [table, rows] of Object.entries(honest.checked))
    expect(rows, table).toBeGreaterThan(['chain_head', 'audit_event'].includes(table) ? 0 : 1)
  expect(honest.heads).toMatchObject([
    { coalitionId: world.coalitionId, batchNo: String(honest.checked.batch) },
  ])
  const { rows } = await books.client.query('select distinct kind from entry order by kind')
  expect(rows.map(({ kind }) => kind)).toEqual([
    'ADJUSTMENT',
    'DEBT_RECOVERY',
    'DISCOUNT_COST',
    'EARN',
    'EARN_REVERSAL',
    'EXPIRE',
    'HOLD',
    'HOLD_VOID',
    'MERGE_IN',
    'MERGE_OUT',
    'PAYMENT',
    'PROMO',
    'REDEEM',
    'REDEEM_REVERSAL',
    'TRANSFER_IN',
    'TRANSFER_OUT',
  ])
})

test('progress says how far it is, how fast it goes and when it will be done', () => {
  expect(progress.map(({ done }) => done)).toEqual(progress.map((_, index) => index + 1))
  const last = progress.at(-1)
  expect(last).toMatchObject({ total: progress.length, share: 1, remainingSeconds: 0, rows: honest.rows })
  expect(last?.rowsPerSecond).toBeGreaterThan(0)
  expect(progress.every(({ share }, index) => share >= (progress[index - 1]?.share ?? 0))).toBe(true)
})

test('a role that may only read the tables comes to the same', () => {
  const { ok, checked, rows } = auditors
  expect({ ok, checked, rows }).toEqual({ ok: true, checked: honest.checked, rows: honest.rows })
})

test('any number of readers see the same books', async () => {
  const { ok, checked, rows } = await replay([books.client], {})
  expect({ ok, checked, rows }).toEqual({ ok: true, checked: honest.checked, rows: honest.rows })
})

test.each(TAMPERINGS)('tampering with %s is found', async (_says, sql, invariant, table) => {
  const findings = await books.findings(sql)
  const found = findings.find((finding) => finding.invariant === invariant)
  expect(found, JSON.stringify(findings.map((finding) => finding.invariant))).toMatchObject({ table })
  expect(Object.keys(found?.row ?? {}).length).toBeGreaterThan(0)
  expect(found?.coalitionId).toBe(world.coalitionId)
})
