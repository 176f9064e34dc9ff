import pg from 'pg'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { migrate } from '../migrations/migrate.ts'
import { post } from '../post/post.ts'
import { openStore, type Store } from '../store.ts'
import {
  createTestDatabase,
  findPgBouncer,
  NO_PGBOUNCER,
  needs,
  type PgBouncer,
  startPgBouncer,
  type TestDatabase,
} from '../testing/index.ts'
import { earning, ledgerWorld } from '../testing/ledger-world.ts'
import { verify } from '../verify/verify.ts'
import { openPool } from './open-pool.ts'
import { POOLERS } from './pooled-client.ts'

let database: TestDatabase
const undo: (() => Promise<unknown>)[] = []
beforeAll(async () => {
  database = await createTestDatabase()
  undo.push(() => database.drop())
})
afterAll(async () => {
  for (const stop of undo.reverse()) await stop()
})

const IDENTITY = `select current_user as role, current_setting('jit') as jit,
  current_setting('statement_timeout') as "limit"`
const AS_APPLICATION = { role: 'artel_app', jit: 'off', limit: '30s' }

/** The same conversation over any pool that takes role and settings a transaction. */
async function converse(pool: pg.Pool): Promise<void> {
  expect((await pool.query(IDENTITY)).rows).toEqual([AS_APPLICATION])
  expect((await pool.query(`${IDENTITY}, $1::int as n`, [7])).rows).toEqual([{ ...AS_APPLICATION, n: 7 }])
  const asArrays = await pool.query({ text: 'select 1 as a, $1::text as b', values: ['x'], rowMode: 'array' })
  expect([asArrays.rows, asArrays.fields.map(({ name }) => name)]).toEqual([[[1, 'x']], ['a', 'b']])
  const none = await pool.query('update outbox set sent_at = now() where false')
  expect([none.command, none.rowCount, none.rows]).toEqual(['UPDATE', 0, []])

  await expect(pool.query('select * from nowhere')).rejects.toMatchObject({ code: '42P01' })
  const named = { name: 'artel_trial', text: 'select $1::int + 1 as n' }
  await expect(
    pool.query({ name: 'artel_broken', text: 'select $1::int from nowhere', values: [1] }),
  ).rejects.toThrow(/nowhere/)
  await expect(
    pool.query({ name: 'artel_broken', text: 'select $1::int from nowhere', values: [1] }),
  ).rejects.toThrow(/nowhere/)
  await expect(pool.query({ ...named, values: ['no number'] })).rejects.toMatchObject({ code: '22P02' })
  for (const n of [1, 2]) expect((await pool.query({ ...named, values: [n] })).rows).toEqual([{ n: n + 1 }])

  const client = await pool.connect()
  try {
    await client.query('begin')
    await client.query('set transaction isolation level repeatable read')
    expect((await client.query(IDENTITY)).rows).toEqual([AS_APPLICATION])
    await client.query({ ...named, values: [3] })
    await expect(client.query('select 1 / 0')).rejects.toMatchObject({ code: '22012' })
    await client.query('rollback')
    await client.query("begin; set local work_mem = '5MB'")
    const { rows } = await client.query(`${IDENTITY}, current_setting('work_mem') as memory`)
    expect(rows).toEqual([{ ...AS_APPLICATION, memory: '5MB' }])
    await client.query('commit')
    expect((await client.query(IDENTITY)).rows).toEqual([AS_APPLICATION])
  } finally {
    client.release()
  }
  await expect(pool.query('delete from entry')).rejects.toMatchObject({ code: '42501' })
}

describe.each(POOLERS)('%s', (pooler) => {
  test('each transaction has role and settings, and leaves none of it to the next', async () => {
    const pool = openPool(database.databaseUrl, 1, { pooler })
    undo.push(() => pool.end())
    await converse(pool)
    const text = await seenByOthers(pool)
    expect(text).toMatchObject({ session: 'postgres', jit: expect.stringMatching(/^o/) })
  })
})

/** Who the server connection is when no transaction is open: asked past the wrapping. */
async function seenByOthers(pool: pg.Pool): Promise<Record<string, string>> {
  const client = await pool.connect()
  try {
    const query = pg.Client.prototype.query.bind(client) as pg.Client['query']
    const { rows } = await query(`select current_user as session, current_setting('jit') as jit`)
    return rows[0]
  } finally {
    client.release()
  }
}

/** PgBouncer before the run's server, and a store behind it. */
let bouncer: PgBouncer | undefined
let pooled: Store | undefined
const nameOf = () => new URL(database.databaseUrl).pathname.slice(1)
beforeAll(async () => {
  const program = findPgBouncer()
  if (program === undefined) return
  bouncer = await startPgBouncer(program, database.databaseUrl)
  undo.push(bouncer.stop)
  pooled = await openStore({ databaseUrl: bouncer.url(nameOf()), pooler: 'transaction' })
  undo.push(pooled.close)
})

test('behind PgBouncer role and settings are there for everybody, also after others have changed the connection', async (context) => {
  const { pool } = needs(context, pooled, NO_PGBOUNCER)
  await converse(pool)
  const spoiler = new pg.Client({ connectionString: bouncer?.url(nameOf()) })
  await spoiler.connect()
  for (let times = 0; times < 4; times += 1) await spoiler.query('set role pg_read_all_data; set jit = on')
  await spoiler.end()
  const answers = await Promise.all(Array.from({ length: 20 }, () => pool.query(IDENTITY)))
  for (const { rows } of answers) expect(rows).toEqual([AS_APPLICATION])
})

test('behind PgBouncer commands are posted, Prisma reads and writes, and the books add up', async (context) => {
  const store = needs(context, pooled, NO_PGBOUNCER)
  const world = await ledgerWorld(store)
  const posted = await Promise.all(
    Array.from({ length: 60 }, () => post(store, world.coalitionId, earning(world, 10n))),
  )
  expect(Math.max(...posted.map(({ balanceAfter }) => Number(balanceAfter)))).toBe(600)
  const names = await store.prisma.$transaction(
    async (transaction) => {
      await transaction.coalition.update({ where: { id: world.coalitionId }, data: { name: 'Pooled' } })
      return transaction.coalition.findMany({ select: { name: true } })
    },
    { isolationLevel: 'RepeatableRead' },
  )
  expect(names).toEqual([{ name: 'Pooled' }])
  expect(await verify({ databaseUrl: bouncer?.url(nameOf()) ?? '' })).toMatchObject({
    ok: true,
    checked: { entry: 60 },
  })
})

test('a pooler that is not declared is refused, whether it refuses the startup options or ignores them', async (context) => {
  const program = needs(context, findPgBouncer(), NO_PGBOUNCER)
  const advice = /DATABASE_POOLER=transaction/
  for (const settings of [{}, { ignore_startup_parameters: 'options' }]) {
    const undeclared = await startPgBouncer(program, database.databaseUrl, settings)
    const opened = openStore({ databaseUrl: undeclared.url(nameOf()) })
    await expect(opened).rejects.toMatchObject({
      code: 'POOLER_IN_BETWEEN',
      message: expect.stringMatching(advice),
    })
    await expect(migrate({ databaseUrl: undeclared.url(nameOf()) })).rejects.toMatchObject({
      code: 'POOLER_IN_BETWEEN',
    })
    await undeclared.stop()
  }
})
