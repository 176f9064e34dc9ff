import { afterAll, beforeAll, expect, test } from 'vitest'
import { post } from './post/post.ts'
import { createTestDatabase, type TestDatabase } from './testing/index.ts'
import { earning, holding, ledgerWorld, spending } from './testing/ledger-world.ts'

let database: TestDatabase
beforeAll(async () => {
  database = await createTestDatabase()
  const world = await ledgerWorld(database.store)
  await post(database.store, world.coalitionId, earning(world, 100n))
  await post(database.store, world.coalitionId, spending(world, 10n))
  await post(database.store, world.coalitionId, holding(world, 10n, world.termsId))
})
afterAll(() => database.drop())

const LEDGER_TABLES = {
  customer_account: 'posted',
  lot: 'remaining',
  lot_use: 'points',
  entry: 'points_delta',
  transfer: 'amount',
  refusal: 'code',
  hold: 'points',
  hold_lot: 'points',
  purchase: 'points_earned',
  refund: 'points_returned',
  debt: 'remaining',
}

/** SQLSTATE of a statement that must fail, as the application role. */
const sqlstate = (sql: string): Promise<string> =>
  database.store.pool.query(sql).then(
    () => 'it was allowed',
    (error: { code: string }) => error.code,
  )

test.each(Object.entries(LEDGER_TABLES))(
  'the application cannot write %s but through the write function',
  async (table, column) => {
    expect(await sqlstate(`update ${table} set ${column} = ${column}`)).toBe('42501')
    expect(await sqlstate(`delete from ${table}`)).toBe('42501')
    expect(await sqlstate(`truncate ${table} cascade`)).toBe('42501')
    expect(await sqlstate(`insert into ${table} select * from ${table}`)).toBe('42501')
    expect(await sqlstate(`alter table ${table} disable trigger all`)).toBe('42501')
    expect(await sqlstate(`drop table ${table} cascade`)).toBe('42501')
  },
)

test('the application cannot become the owner, make objects, or run the inner functions', async () => {
  const { rows } = await database.store.pool.query('select current_user::text as role')
  expect(rows).toEqual([{ role: 'artel_app' }])
  expect(await sqlstate('create table mine (x int)')).toBe('42501')
  expect(await sqlstate(`select post_holds(null, null, null, null, null, null)`)).toBe('42501')
  expect(await sqlstate(`select post_refunds(null, null, null, null, null, null, null, null)`)).toBe('42501')
})

test('an account opens empty: nothing but its name can be inserted', async () => {
  expect(
    await sqlstate(`insert into customer_account (coalition_id, customer_id, posted)
    select coalition_id, customer_id, 1000000 from customer`),
  ).toBe('42501')
})

test('the write function has an owner that nobody logs in as, and a pinned search path', async () => {
  const { rows } = await database.store.pool.query(`select r.rolcanlogin as login, p.prosecdef as definer,
      p.proconfig as settings
    from pg_proc p join pg_roles r on r.oid = p.proowner where p.proname = 'post_entries'`)
  expect(rows).toEqual([
    {
      login: false,
      definer: true,
      settings: expect.arrayContaining(['search_path=pg_catalog, public, pg_temp']),
    },
  ])
})

test('an event can be marked as sent, and not rewritten', async () => {
  expect(await sqlstate('update outbox set sent_at = now()')).toBe('it was allowed')
  expect(await sqlstate(`update outbox set payload = '{}'`)).toBe('42501')
  expect(await sqlstate('delete from outbox')).toBe('42501')
})
