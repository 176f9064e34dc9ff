import type { Store } from '../store.ts'
import { uuidArray } from '../wire/binary-array.ts'

/**
 * Number of the last batch of each coalition, in one query. Batches of a coalition commit one by one, each holding the end
 * of its chain until it has: whoever reads a number here finds everything of that batch and of those before it, and what
 * commits later has a higher number.
 */
export async function chainHeads(
  store: Pick<Store, 'pool'>,
  coalitionIds: readonly string[],
): Promise<ReadonlyMap<string, bigint>> {
  const { rows } = await store.pool.query<{ coalition_id: string; batch_no: string }>({
    name: 'artel_chain_heads',
    text: 'select coalition_id, batch_no from chain_head where coalition_id = any($1::uuid[])',
    values: [uuidArray(coalitionIds, (id) => id)],
  })
  return new Map(rows.map((row) => [row.coalition_id, BigInt(row.batch_no)]))
}
