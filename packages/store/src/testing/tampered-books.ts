import pg from 'pg'
import type { Finding } from '../verify/finding.ts'
import { replay, type VerifyOptions } from '../verify/verify.ts'

/** Books that may be changed past every right and constraint, and are as they were after each look. */
export interface TamperedBooks {
  readonly client: pg.Client
  /** What `verify` says after `sql`, which is then undone. */
  findings(sql: string, options?: Omit<VerifyOptions, 'databaseUrl'>): Promise<Finding[]>
  close(): Promise<void>
}

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

/**
 * Opens a superuser's transaction on the books of a test database, without keys, checks or foreign keys: whoever
 * tampers with the files of a server asks none of them. Nothing of it is ever committed.
 */
export async function tamperedBooks(databaseUrl: string): Promise<TamperedBooks> {
  const client = new pg.Client({
    connectionString: databaseUrl,
    options: '-c jit=off -c enable_nestloop=off',
  })
  await client.connect()
  await client.query('begin')
  await client.query('set local session_replication_role = replica')
  await client.query(DROP_CONSTRAINTS)
  await client.query('savepoint honest')
  const findings = async (sql: string, options: Omit<VerifyOptions, 'databaseUrl'> = {}) => {
    try {
      await client.query(sql)
      return (await replay([client], options)).findings
    } finally {
      await client.query('rollback to savepoint honest')
    }
  }
  return { client, findings, close: () => client.end() }
}
