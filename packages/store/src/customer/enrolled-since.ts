import type pg from 'pg'

/**
 * Since when a customer, or whoever was merged into it, is enrolled; undefined for one that there is not. Asked for every sale that is
 * handed in with its instant, as tills do, so it is a statement with a plan of its own.
 */
export async function enrolledSince(
  store: { readonly pool: pg.Pool },
  { coalitionId, customerId }: { readonly coalitionId: string; readonly customerId: string },
): Promise<Date | undefined> {
  const { rows } = await store.pool.query<{ since: Date | null }>({
    name: 'artel_enrolled_since',
    text: `select min(one.created_at) as since
      from (select c.created_at from customer c where c.coalition_id = $1 and c.customer_id = $2
        union all
        select c.created_at from customer c where c.coalition_id = $1 and c.merged_into_id = $2) one`,
    values: [coalitionId, customerId],
  })
  return rows[0]?.since ?? undefined
}
