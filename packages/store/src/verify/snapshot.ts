import pg from 'pg'

/** Connections that all see the books as they were at one instant, whatever is posted meanwhile. */
export interface Snapshot {
  readonly clients: readonly [pg.Client, ...pg.Client[]]
  close(): Promise<void>
}

/**
 * Whole tables are read: without fresh statistics a nested loop looks cheap and takes for ever. What does not fit into
 * the memory given to a sort or a hash goes to disk, so that the server's memory is bounded whatever the history. All of
 * it holds for the transaction, so that a pooler may stand in between.
 */
const BEGIN = `begin transaction isolation level repeatable read, read only; set local jit = off;
  set local work_mem = '64MB'; set local hash_mem_multiplier = 1; set local enable_nestloop = off;
  set local max_parallel_workers_per_gather = 0`

/** What may keep the summaries from being brought up to date: rights, an older schema, a standby, somebody's lock. */
const NEVER_MIND = new Set(['42501', '42883', '25006', '55P03', '55000'])

/** Opens `connections` of them, at least one. Fails with PostgreSQL's own error when the server cannot be reached. */
export async function openSnapshot(databaseUrl: string, connections: number): Promise<Snapshot> {
  const first = clientOf(databaseUrl)
  const others = Array.from({ length: Math.max(1, connections) - 1 }, () => clientOf(databaseUrl))
  const close = async () => void (await Promise.allSettled([first, ...others].map((client) => client.end())))
  try {
    await Promise.all([first, ...others].map((client) => client.connect()))
    await summarise(first)
    await first.query(BEGIN)
    if (others.length > 0) {
      const { rows } = await first.query<{ id: string }>('select pg_export_snapshot() as id')
      const join = `${BEGIN}; set transaction snapshot '${rows[0]?.id}'`
      await Promise.all(others.map((client) => client.query(join)))
    }
  } catch (error) {
    await close()
    throw error
  }
  return { clients: [first, ...others], close }
}

function clientOf(databaseUrl: string): pg.Client {
  const client = new pg.Client({ connectionString: databaseUrl })
  // A lost connection fails the query that runs, which is how the caller hears of it.
  client.on('error', () => undefined)
  return client
}

/** Ranges of batches are found through summaries of blocks; without fresh ones every range reads the newest blocks. */
async function summarise(client: pg.Client): Promise<void> {
  try {
    await client.query('select summarise_batches()')
  } catch (error) {
    if (!NEVER_MIND.has((error as { code?: string }).code ?? '')) throw error
  }
}
