import pg from 'pg'

const CONNECT_LIMIT_MS = 5_000
const STATEMENT_LIMIT_MS = 30_000

/**
 * A pool of connections that are the application role from their first statement. Idle connections are kept: with
 * them go the prepared statements and the plans inside the write function.
 */
export function openPool(databaseUrl: string, max: number): pg.Pool {
  const pool = new pg.Pool({
    connectionString: databaseUrl,
    max,
    idleTimeoutMillis: 0,
    connectionTimeoutMillis: CONNECT_LIMIT_MS,
    keepAlive: true,
    options: `-c role=artel_app -c jit=off -c statement_timeout=${STATEMENT_LIMIT_MS}`,
  })
  // The pool has dropped the broken client already; whoever queries next connects anew or gets the error.
  pool.on('error', () => undefined)
  return pool
}
