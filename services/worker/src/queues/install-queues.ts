import pg from 'pg'
import PgBoss from 'pg-boss'
import { QUEUE_SCHEMA, QUEUES } from './queue-schema.ts'

/** What a worker does with its queues at run time. It owns none of it, so it can neither alter nor drop a table. */
const GRANTS = `grant usage on schema ${QUEUE_SCHEMA} to artel_app;
  grant select, insert, update, delete on all tables in schema ${QUEUE_SCHEMA} to artel_app;
  revoke execute on all functions in schema ${QUEUE_SCHEMA} from public`

/**
 * Brings the queues' own schema to this version: tables by pg-boss, one partition a queue, rights of the application's
 * role. Run with the role that migrates, after `migrate`; a second run changes nothing and asks for no right, and runs
 * of several processes wait for one another. Fails with PostgreSQL's own error.
 */
export async function installQueues(options: { databaseUrl: string }): Promise<void> {
  const client = new pg.Client({ connectionString: options.databaseUrl })
  await client.connect()
  try {
    await client.query("select pg_advisory_lock(hashtext('artel install queues'))")
    const boss = new PgBoss({
      db: { executeSql: (text, values) => client.query(text, values) },
      schema: QUEUE_SCHEMA,
      schedule: false,
      supervise: false,
    })
    await boss.start()
    const made = new Set((await boss.getQueues()).map(({ name }) => name))
    // Short: of jobs for one coalition at most one waits, so that looking twice for due work puts it there once.
    for (const name of QUEUES) if (!made.has(name)) await boss.createQueue(name, { name, policy: 'short' })
    if (!(await mayWork(client))) await client.query(GRANTS)
    await boss.stop({ graceful: false })
  } finally {
    await client.end()
  }
}

async function mayWork(client: pg.Client): Promise<boolean> {
  const { rows } = await client.query<{ may: boolean }>(
    `select has_schema_privilege('artel_app', '${QUEUE_SCHEMA}', 'usage')
      and bool_and(has_table_privilege('artel_app', c.oid, 'select, insert, update, delete')) as may
    from pg_class c where c.relnamespace = '${QUEUE_SCHEMA}'::regnamespace and c.relkind in ('r', 'p')`,
  )
  return rows[0]?.may ?? false
}
