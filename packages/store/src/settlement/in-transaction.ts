import type pg from 'pg'
import type { Store } from '../store.ts'

/** A connection inside a transaction, as its work is given it. */
export type TransactionClient = pg.PoolClient

/**
 * Runs `work` in one READ COMMITTED transaction of the application role: committed when it returns, rolled back when it
 * throws. Short work only: it keeps a connection, and a head of a chain that it locks stops all posting.
 */
export async function inTransaction<Result>(
  store: Pick<Store, 'pool'>,
  work: (client: pg.PoolClient) => Promise<Result>,
): Promise<Result> {
  const client = await store.pool.connect()
  let broken: Error | undefined
  try {
    await client.query('begin')
    const result = await work(client)
    await client.query('commit')
    return result
  } catch (error) {
    await client.query('rollback').catch((failure: Error) => {
      broken = failure
    })
    throw error
  } finally {
    // A connection that cannot even roll back is not given to the next.
    client.release(broken)
  }
}
