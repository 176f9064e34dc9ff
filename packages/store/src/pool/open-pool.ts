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
const STARTUP_OPTIONS = Object.entries(SETTINGS)
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
export function openPool(databaseUrl: string, max: number, pooler?: Pooler): pg.Pool {
  const pool = new pg.Pool({
    connectionString: databaseUrl,
    max,
    idleTimeoutMillis: 0,
    connectionTimeoutMillis: CONNECT_LIMIT_MS,
    query_timeout: ANSWER_LIMIT_MS,
    keepAlive: true,
    keepAliveInitialDelayMillis: FIRST_KEEP_ALIVE_MS,
    ...(pooler ? { Client: pooledClient(pooler, SETTINGS) } : { options: STARTUP_OPTIONS }),
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
