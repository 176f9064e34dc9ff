import pg from 'pg'
import type { Finding } from '../verify/finding.ts'
import { replay, type VerifyOptions } from '../verify/verify.ts'
import { PLANNED_ONCE } from './planned-once.ts'
import { rememberedAnswers } from './remembered-answers.ts'

/** Books that may be changed past every right and constraint, and are as they were after each look. */
export interface TamperedBooks {
  readonly client: pg.Client
  /** What `verify` says after `sql`, which is then undone. */
  findings(sql: string, options?: LookOptions): Promise<Finding[]>
  /** Whether the migrations let a column be null: tampered books have no such constraint left. */
  isNullable(table: string, column: string): boolean
  close(): Promise<void>
}

interface LookOptions extends Omit<VerifyOptions, 'databaseUrl'> {
  /** Asks everything again. */
  readonly whole?: boolean
}

/** The long run of the tests takes nothing from memory. */
const LOOKS_WHOLE = process.env.ARTEL_TAMPER_RUNS !== undefined

const DROP_CONSTRAINTS = `do $$ declare c record; begin
  for c in select conrelid::regclass as t, conname from pg_constraint
    where contype in ('c', 'f', 'u', 'p') and connamespace = 'public'::regnamespace and conparentid = 0
    order by contype = 'p', conname
  loop execute format('alter table %s drop constraint if exists %I cascade', c.t, c.conname); end loop;
  for c in select indexrelid::regclass as i from pg_index join pg_class on pg_class.oid = indexrelid
    where indisunique and relnamespace = 'public'::regnamespace
  loop execute format('drop index %s', c.i); end loop;
  for c in select attrelid::regclass as t, attname from pg_attribute
    join pg_class on pg_class.oid = attrelid
    where attnotnull and attnum > 0 and relkind = 'r' and relnamespace = 'public'::regnamespace
  loop execute format('alter table %s alter %I drop not null', c.t, c.attname); end loop;
end $$`

/** Columns that may be null as the migrations have it. */
const NULLABLE = `select attrelid::regclass || '.' || attname as name from pg_attribute
  join pg_class on pg_class.oid = attrelid
  where not attnotnull and attnum > 0 and relkind = 'r' and relnamespace = 'public'::regnamespace`

/**
 * Makes the books of a test database a superuser's to change, without keys, checks or foreign keys: whoever tampers with
 * the files of a server asks none of them. The database is good for nothing else afterwards. No change of a row is ever
 * committed.
 *
 * A look asks only what reads a table that was changed, and takes the rest from the honest books (`rememberedAnswers`);
 * with `whole`, and in the long run of the tests, it asks everything.
 */
export async function tamperedBooks(databaseUrl: string): Promise<TamperedBooks> {
  const client = new pg.Client({
    connectionString: databaseUrl,
    options: `${PLANNED_ONCE} -c session_replication_role=replica`,
  })
  await client.connect()
  const { rows } = await client.query<{ name: string }>(NULLABLE)
  const nullable = new Set(rows.map(({ name }) => name))
  // Committed: a transaction that has changed the catalogue goes through all that it knows of it at every savepoint.
  await client.query(DROP_CONSTRAINTS)
  await client.query('begin')
  const remembered = await rememberedAnswers(client)
  remembered.remember()
  await replay([remembered.client], {})
  await client.query('savepoint honest')
  const findings = async (sql: string, { whole = LOOKS_WHOLE, ...options }: LookOptions = {}) => {
    try {
      await client.query(sql)
      await (whole ? remembered.forgetAll() : remembered.forgetWritten())
      return (await replay([remembered.client], options)).findings
    } finally {
      await client.query('rollback to savepoint honest')
    }
  }
  const isNullable = (table: string, column: string) => nullable.has(`${table}.${column}`)
  return { client, findings, isNullable, close: () => client.end() }
}
