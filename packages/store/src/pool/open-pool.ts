import pg from 'pg'
import { type Pooler, pooledClient } from './pooled-client.ts'

const CONNECT_LIMIT_MS = 3_000
/** Longer than any read or batch that is well, and short enough that a repeat fits into a caller's deadline. */
const ANSWER_LIMIT_MS = 4_000
const STATEMENT_LIMIT_MS = 30_000
const FIRST_KEEP_ALIVE_MS = 10_000
/** What the driver says, without a code, when `query_timeout` has passed. */
const SILENCE = 'Query read timeout'

/** What every statement of the application runs as and under. */
const SETTINGS = { role: 'artel_app', jit: 'off', statement_timeout: String(STATEMENT_LIMIT_MS) }
/**
 * Of connections that carry batches: the two statements of a batch are looked up by whole keys and need one plan each. Left to
 * itself PostgreSQL makes the load's plan anew for every batch, since it takes lists of unknown length for long, and that takes it
 * longer than the load.
 */
export const WRITE_SETTINGS = { plan_cache_mode: 'force_generic_plan' }

const startupOptions = (settings: Readonly<Record<string, string>>): string =>
  Object.entries(settings)
    .map(([name, value]) => `-c ${name}=${value}`)
    .join(' ')

/**
 * A pool of connections that are the application role from their first statement. Idle connections are kept: with
 * them go the prepared statements and the plans inside the write function. Behind a pooler each transaction takes the role.
 *
 * A network that fails may tell nobody: a query then waits for minutes, until TCP gives up. So silence is an error here.
 * The server's own limit is longer on purpose: a slow batch that we no longer wait for is still recorded, and its
 * repeat finds it by its keys.
 */
export function openPool(
  databaseUrl: string,
  max: number,
  by: { readonly pooler: Pooler | undefined; readonly settings?: Readonly<Record<string, string>> },
): pg.Pool {
  const { pooler } = by
  const settings = { ...SETTINGS, ...by.settings }
  const pool = new pg.Pool({
    connectionString: databaseUrl,
    max,
    idleTimeoutMillis: 0,
    connectionTimeoutMillis: CONNECT_LIMIT_MS,
    query_timeout: ANSWER_LIMIT_MS,
    keepAlive: true,
    keepAliveInitialDelayMillis: FIRST_KEEP_ALIVE_MS,
    ...(pooler ? { Client: pooledClient(pooler, settings) } : { options: startupOptions(settings) }),
  })
  // The pool has dropped the broken client already; whoever queries next connects anew or gets the error.
  pool.on('error', () => undefined)
  pool.on('release', (error) => {
    if (error instanceof Error && error.message === SILENCE) dropIdle(pool)
  })
  return pool
}

/** A query that sums up much of a coalition: it may take as long as the server lets it. */
export const withLongTimeout = (query: pg.QueryConfig): pg.QueryConfig & { query_timeout: number } => ({
  ...query,
  query_timeout: STATEMENT_LIMIT_MS,
})

/** Where one connection has gone silent the others are most likely dead too: each would cost its user the whole limit. */
function dropIdle(pool: pg.Pool): void {
  for (let left = pool.idleCount; left > 0; left -= 1)
    pool.connect().then(
      (client) => client.release(true),
      // It was given to somebody else, who will hear of it.
      () => undefined,
    )
}
