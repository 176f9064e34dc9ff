import { randomBytes } from 'node:crypto'
import pg from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { createTestDatabase, type TestDatabase } from './testing/index.ts'
import { wholeHistory } from './testing/whole-history.ts'
import { LEDGER_TABLES } from './verify/ledger-tables.ts'

let database: TestDatabase
/** As a deployment runs: a login that is nothing but a member of the application's role. */
let login: pg.Client
const loginRole = `artel_login_${randomBytes(6).toString('hex')}`
beforeAll(async () => {
  database = await createTestDatabase()
  await wholeHistory(database.store)
  await asSuperuser(
    `create role ${loginRole} login password 'of this test'`,
    `grant artel_app to ${loginRole}`,
  )
  const url = new URL(database.databaseUrl)
  url.username = loginRole
  url.password = 'of this test'
  login = new pg.Client({ connectionString: url.href, options: '-c role=artel_app' })
  await login.connect()
})
afterAll(async () => {
  await login.end()
  await asSuperuser(`drop role ${loginRole}`)
  await database.drop()
})

async function asSuperuser(...statements: string[]): Promise<void> {
  const client = new pg.Client({ connectionString: database.databaseUrl })
  await client.connect()
  try {
    for (const statement of statements) await client.query(statement)
  } finally {
    await client.end()
  }
}

/** SQLSTATE of a statement that must fail, as the application role. */
const sqlstate = (sql: string): Promise<string> =>
  login.query(sql).then(
    () => 'it was allowed',
    (error: { code: string }) => error.code,
  )

const deniedTo = async (statements: readonly string[]): Promise<string[]> => {
  const allowed: string[] = []
  for (const sql of statements) {
    const answer = await sqlstate(sql)
    if (answer !== '42501') allowed.push(`${sql}: ${answer}`)
  }
  return allowed
}

test.each(LEDGER_TABLES.map(({ table }) => table))(
  'the application cannot write %s but through the write functions, nor change what guards it',
  async (table) => {
    const { rows } = await login.query<{ name: string }>(
      `select attname as name from pg_attribute where attrelid = $1::regclass and attnum > 0 and not attisdropped`,
      [table],
    )
    expect(rows.length).toBeGreaterThan(3)
    // Answered with a warning, and without effect: what follows is denied all the same.
    await login.query(`grant all on ${table} to artel_app`)
    const statements = [
      ...rows.map(({ name }) => `update ${table} set "${name}" = "${name}"`),
      `insert into ${table} select * from ${table}`,
      `delete from ${table}`,
      `truncate ${table} cascade`,
      `do $$ begin lock table ${table} in exclusive mode; end $$`,
      `merge into ${table} t using (select 1) x on true when matched then delete`,
      `copy ${table} from stdin`,
      `create trigger quiet before insert on ${table} for each row execute function suppress_redundant_updates_trigger()`,
      `create rule quiet as on insert to ${table} do instead nothing`,
      `create policy mine on ${table}`,
      `create index mine on ${table} (coalition_id)`,
      `alter table ${table} disable trigger all`,
      `alter table ${table} owner to artel_app`,
      `alter table ${table} add column mine int`,
      `alter table ${table} drop column coalition_id`,
      `drop table ${table} cascade`,
    ]
    expect(await deniedTo(statements)).toEqual([])
  },
)

test('the application cannot become the owner, make objects, or touch the functions that write', async () => {
  const { rows } = await login.query('select current_user::text as role, session_user::text as login')
  expect(rows).toEqual([{ role: 'artel_app', login: loginRole }])
  const statements = [
    'set role artel_owner',
    'set local role artel_owner',
    'set session authorization artel_owner',
    'set session_replication_role = replica',
    'create table mine (x int)',
    'create function mine() returns int language sql as $$ select 1 $$',
    'create schema mine',
    'alter function post_entries owner to artel_app',
    'alter function summarise_batches() set search_path = mine',
    'drop function roll_up_accounts',
    `create or replace function summarise_batches() returns void language sql as $$ select $$`,
    'alter role artel_app superuser',
    'grant artel_owner to artel_app',
    'select post_holds(null, null, null, null, null, null)',
    'select post_refunds(null, null, null, null, null, null, null, null)',
    'select post_lot_uses(null, null, null, null, null, null, null, null, null, null, null, null, null, null)',
  ]
  expect(await deniedTo(statements)).toEqual([])
  // What it may become again is its own login, and that may do nothing here.
  await login.query('reset role')
  const asLogin = await deniedTo([
    'set role artel_owner',
    'delete from entry',
    'select post_holds(null, null, null, null, null, null)',
  ])
  await login.query('set role artel_app')
  expect(asLogin).toEqual([])
})

test('every function that runs with the rights of the owner pins its search path and is closed to the public', async () => {
  const { rows } = await login.query<{ name: string; pinned: boolean; open: boolean; login: boolean }>(
    `select p.proname as name, r.rolcanlogin as login,
        'search_path=pg_catalog, public, pg_temp' = any(coalesce(p.proconfig, '{}')) as pinned,
        has_function_privilege('public', p.oid, 'execute') as open
      from pg_proc p join pg_roles r on r.oid = p.proowner
      where p.pronamespace = 'public'::regnamespace and p.prosecdef order by 1`,
  )
  expect(rows.map(({ name }) => name)).toEqual(
    expect.arrayContaining(['post_entries', 'record_checkpoint', 'roll_up_accounts']),
  )
  for (const { name, pinned, open, login } of rows)
    expect({ name, pinned, open, login }).toEqual({ name, pinned: true, open: false, login: false })
})

test('an account opens empty: nothing but its name can be inserted', async () => {
  expect(
    await sqlstate(`insert into customer_account (coalition_id, customer_id, posted)
    select coalition_id, customer_id, 1000000 from customer`),
  ).toBe('42501')
})

test('an event can be marked as sent, and not rewritten', async () => {
  expect(await sqlstate('update outbox set sent_at = now()')).toBe('it was allowed')
  expect(await sqlstate(`update outbox set payload = '{}'`)).toBe('42501')
  expect(await sqlstate('delete from outbox')).toBe('42501')
})

test('the application changes what its verbs change, and nothing that is evidence', async () => {
  const { rows } = await login.query<{ name: string }>(
    `select c.table_name || '.' || c.column_name as name
    from information_schema.columns c join pg_class t on t.oid = c.table_name::regclass and t.relkind = 'r'
    where c.table_schema = 'public' and has_column_privilege('artel_app', c.table_name, c.column_name, 'update')`,
  )
  const changed = new Set(rows.map(({ name }) => name))
  const evidence = [
    ...['terms_acceptance.contract_hash', 'terms_acceptance.accepted_by', 'terms_acceptance.accepted_at'],
    ...['earn_rule.percent_bps', 'api_key.scopes', 'api_key.member_id', 'api_key.secret_hash'],
    ...['token_key.public_jwk', 'coalition.mode', 'coalition.currency', 'coalition.time_zone'],
    ...['customer.consent_at', 'customer.enrolled_by_id', 'member.handle', 'terms.reserve_price'],
  ]
  expect(evidence.filter((column) => changed.has(column))).toEqual([])
  expect(changed).toContain('api_key.revoked_at')
  expect(await sqlstate(`update terms_acceptance set accepted_by = 'somebody else'`)).toBe('42501')
})
