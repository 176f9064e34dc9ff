import type pg from 'pg'

/**
 * Customers that were erased at least so many seconds ago, by the database's clock, and whose messages and files have yet to be
 * looked through; the oldest first, with those merged into each.
 */
export async function erasuresToScrub(
  { pool }: { readonly pool: pg.Pool },
  coalitionId: string,
  { settledSeconds, limit }: { readonly settledSeconds: number; readonly limit: number },
): Promise<readonly { readonly customerId: string; readonly personIds: readonly string[] }[]> {
  const { rows } = await pool.query<{ customerId: string; personIds: string[] }>({
    name: 'artel_erasures_to_scrub',
    text: `select e.customer_id as "customerId", array(select c.customer_id from customer c where c.coalition_id = $1
        and (c.customer_id = e.customer_id or c.merged_into_id = e.customer_id)) as "personIds"
      from erasure e
      where e.coalition_id = $1 and e.scrub is not null
        and e.recorded_at <= clock_timestamp() - make_interval(secs => $2::int)
      order by e.recorded_at limit $3`,
    values: [coalitionId, settledSeconds, limit],
  })
  return rows
}

/** Goes on with one of them, through at most `limit` rows of one table. Whether there is more of it. */
export async function scrubErasure(
  { pool }: { readonly pool: pg.Pool },
  coalitionId: string,
  erased: { readonly customerId: string; readonly publicIds: readonly string[]; readonly limit: number },
): Promise<boolean> {
  const { rows } = await pool.query<{ more: boolean }>({
    name: 'artel_scrub_erasure',
    text: 'select scrub_erasure($1, $2, $3::text[], $4::int) as more',
    values: [coalitionId, erased.customerId, erased.publicIds, erased.limit],
  })
  return rows[0]?.more ?? false
}
