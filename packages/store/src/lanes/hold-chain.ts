import type pg from 'pg'
import type { Prisma } from '../generated/prisma/client.ts'

/**
 * Runs `work` in a transaction that holds the end of the coalition's chain from its first statement to its commit: what
 * it loads nobody changes before it has recorded what it decided, so it is never stale. Others wait meanwhile.
 */
export async function holdingChain<Result>(
  pool: pg.Pool,
  coalitionId: string,
  work: (client: pg.PoolClient) => Promise<Result>,
): Promise<Result> {
  const client = await pool.connect()
  let failed: Error | undefined
  try {
    await client.query('begin')
    await client.query('select hold_chain($1)', [coalitionId])
    const result = await work(client)
    await client.query('commit')
    return result
  } catch (error) {
    failed = error instanceof Error ? error : new Error(String(error))
    throw error
  } finally {
    // A connection that failed within a transaction is thrown away, and its transaction with it.
    client.release(failed)
  }
}

/** The same within a transaction of Prisma: what it reads of sales and writes because of it comes before or after every batch. */
export async function holdChain(
  transaction: Pick<Prisma.TransactionClient, '$executeRaw'>,
  coalitionId: string,
): Promise<void> {
  await transaction.$executeRaw`select hold_chain(${coalitionId}::uuid)`
}
