import pg from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { migrate } from '../migrations/migrate.ts'
import { createTestDatabase, type TestDatabase } from '../testing/index.ts'
import { comparePrivileges, PRIVILEGES_FILE } from './compare-privileges.ts'
import { readPrivileges } from './read-privileges.ts'
import { privilegeFaults } from './restore-privileges.ts'

let database: TestDatabase
let client: pg.Client
beforeAll(async () => {
  database = await createTestDatabase()
  client = new pg.Client({ connectionString: database.databaseUrl })
  await client.connect()
})
afterAll(async () => {
  await client?.end()
  await database?.drop()
})

/** Red after a migration that changes an owner or a grant: run this file with `-u` and read the difference. */
test('prisma/privileges.txt says who owns and may do what, exactly as the migrations leave it', async () => {
  await expect(`${(await readPrivileges(client)).join('\n')}\n`).toMatchFileSnapshot(PRIVILEGES_FILE)
})

const faults = async () => (await privilegeFaults(client)).map(({ fault }) => fault)

test('migrate names and repairs owners and grants that are missing, wrong or too many', async () => {
  await client.query(`
    alter table entry owner to current_user;
    alter function post_entries owner to current_user;
    grant execute on function post_entries to public;
    grant update on entry to artel_app;
    grant update (remaining) on lot to artel_app;
    revoke insert on customer from artel_app;
    revoke update (sent_at) on outbox from artel_app;
    grant create on schema public to public`)
  const broken = await faults()
  expect(broken.sort()).toEqual([
    'artel_app has update (remaining) on table lot',
    'artel_app has update on table entry',
    'artel_app lacks insert on table customer',
    'artel_app lacks update (sent_at) on table outbox',
    'function post_entries is not owned by artel_owner',
    'public has create on schema public',
    'public has execute on function post_entries',
    'table entry is not owned by artel_owner',
  ])
  const { applied, repaired } = await migrate(database)
  expect({ applied, repaired: repaired.sort() }).toEqual({ applied: [], repaired: broken })
  expect(await faults()).toEqual([])
  expect(await migrate(database)).toEqual({ applied: [], repaired: [] })
})

test("an administrator's own tables, roles and grants are left alone", async () => {
  await client.query(`
    create role artel_test_reader nologin;
    create table reading_list (x int);
    grant select on entry to artel_test_reader;
    grant usage on schema public to artel_test_reader`)
  try {
    expect(await migrate(database)).toEqual({ applied: [], repaired: [] })
    const { rows } = await client.query(
      `select has_table_privilege('artel_test_reader', 'entry', 'select') as may`,
    )
    expect(rows).toEqual([{ may: true }])
  } finally {
    await client.query(
      'drop table reading_list; drop owned by artel_test_reader; drop role artel_test_reader',
    )
  }
})

test('a table that is recorded as made but is not there is named, and nothing is changed', async () => {
  await client.query('alter table audit_run rename to elsewhere; grant update on entry to artel_app')
  await expect(migrate(database)).rejects.toMatchObject({
    code: 'INCOMPLETE_DATABASE',
    missing: ['table audit_run is missing'],
  })
  await client.query('alter table elsewhere rename to audit_run')
  expect((await migrate(database)).repaired).toEqual(['artel_app has update on table entry'])
})

test('owners are put right before the rights that only an owner may grant', () => {
  const expected = [
    'schema public: artel_owner create',
    'table a: artel_app select',
    'table a: owner artel_owner',
  ]
  expect(comparePrivileges(expected, ['table a: artel_app update', 'table a: owner me'])).toEqual([
    {
      fault: 'artel_owner lacks create on schema public',
      repair: 'grant create on schema public to artel_owner',
    },
    { fault: 'table a is not owned by artel_owner', repair: 'alter table a owner to artel_owner' },
    { fault: 'artel_app has update on table a', repair: 'revoke update on table a from artel_app' },
    { fault: 'artel_app lacks select on table a', repair: 'grant select on table a to artel_app' },
  ])
})

test('a login that may create roles but is no superuser migrates a database of its own', async () => {
  const name = 'artel_migrator_trial'
  const login = 'artel_test_migrator'
  await client.query(`drop database if exists ${name} with (force)`)
  await client.query(`drop role if exists ${login}`)
  await client.query(`create role ${login} login createrole password 'trial'`)
  // As on a server of its own: no earlier grant lets this login become the roles, which it may administer.
  const { rows } = await client.query(
    `select current_setting('server_version_num')::int >= 160000 as "isSplit"`,
  )
  const without = rows[0].isSplit ? ', inherit false, set false' : ''
  await client.query(`grant artel_owner, artel_app to ${login} with admin option${without}`)
  await client.query(`create database ${name} owner ${login}`)
  const url = new URL(database.databaseUrl)
  Object.assign(url, { username: login, password: 'trial', pathname: `/${name}` })
  try {
    expect((await migrate({ databaseUrl: url.href })).repaired).toEqual([])
    expect(await migrate({ databaseUrl: url.href })).toEqual({ applied: [], repaired: [] })
  } finally {
    await client.query(`drop database ${name} with (force)`)
    await client.query(`drop owned by ${login} cascade`)
    await client.query(`drop role ${login}`)
  }
})
