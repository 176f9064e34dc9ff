import type pg from 'pg'
import type { Step } from './fold-batch.ts'

/** A customer that becomes another one. */
interface Merge {
  readonly coalitionId: string
  readonly customerId: string
  readonly intoId: string
}

/** The merge that these steps are, if they are one. */
export function mergeOf(coalitionId: string, steps: readonly Step[]): Merge | undefined {
  const [gone, survivor] = steps
  if (gone?.outcome.kind !== 'group' || !gone.outcome.group.mergesCustomers || !survivor) return undefined
  return { coalitionId, customerId: gone.command.customerId, intoId: survivor.command.customerId }
}

/**
 * Posts the entries of a merge and, when they are posted, closes the customer that goes, in one transaction: whoever
 * decides on a state after it sees a customer that is CLOSED and leads to the survivor, as do those merged into it
 * before. The head of the coalition's chain is locked from the first statement to the last, so no other batch comes
 * between.
 */
export async function withMerge(
  pool: pg.Pool,
  post: pg.QueryConfig,
  { coalitionId, customerId, intoId }: Merge,
): Promise<pg.QueryResult<{ r: string }>> {
  const client = await pool.connect()
  let failed: Error | undefined
  try {
    await client.query('begin')
    const posted = await client.query<{ r: string }>(post)
    if (posted.rows[0]?.r.startsWith('PP '))
      for (const statement of MERGE) await client.query(statement, [coalitionId, customerId, intoId])
    await client.query('commit')
    return posted
  } catch (error) {
    failed = error instanceof Error ? error : new Error(String(error))
    throw error
  } finally {
    // A connection that failed within a transaction is thrown away, and its transaction with it.
    client.release(failed)
  }
}

/** $1 coalition, $2 the customer that goes, $3 the survivor, who takes over a household if it has none. */
const MERGE = [
  `update customer survivor set household_id = gone.household_id from customer gone
    where survivor.coalition_id = $1 and survivor.customer_id = $3 and survivor.household_id is null
      and gone.coalition_id = $1 and gone.customer_id = $2`,
  `update customer set status = 'CLOSED', merged_into_id = $3, household_id = null
    where coalition_id = $1 and customer_id = $2`,
  'update customer set merged_into_id = $3 where coalition_id = $1 and merged_into_id = $2',
  'update card set customer_id = $3 where coalition_id = $1 and customer_id = $2',
  'update customer_reference set customer_id = $3 where coalition_id = $1 and customer_id = $2',
]
