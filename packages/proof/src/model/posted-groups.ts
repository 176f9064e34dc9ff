import type { Store } from '@artel/store'

/** An entry group as the books keep it: whose key, and which place in its customer's sequence. */
export interface PostedGroup {
  readonly customerId: string
  readonly scopeId: string
  readonly operation: string
  readonly key: string
  /** Milliseconds. */
  readonly now: number
}

interface GroupRow {
  readonly customer_id: string
  readonly customer_sequence: string
  readonly key_scope_id: string
  readonly key_operation: string
  readonly key: string
  readonly now: string
}

/** Commands posted after the given sequences, in the order of the coalition's batches. */
export async function groupsSince(
  store: Store,
  coalitionId: string,
  sequences: ReadonlyMap<string, bigint>,
): Promise<PostedGroup[]> {
  const { rows } = await store.pool.query<GroupRow>(
    `select customer_id, entry.customer_sequence::text as customer_sequence, key_scope_id, key_operation, key,
      floor(extract(epoch from posted_at) * 1000)::bigint::text as now
    from entry where coalition_id = $1 and key is not null and key_operation not like '%.received'
    order by batch_no, batch_step`,
    [coalitionId],
  )
  return rows
    .filter((row) => BigInt(row.customer_sequence) > (sequences.get(row.customer_id) ?? 0n))
    .map((row) => ({
      customerId: row.customer_id,
      scopeId: row.key_scope_id,
      operation: row.key_operation,
      key: row.key,
      now: Number(row.now),
    }))
}
