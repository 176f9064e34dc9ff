import type pg from 'pg'

/** Forgets deliveries that were made longer ago than their coalition keeps them, whatever became of them; at most `limit`. How many. */
export async function forgetDeliveries(
  client: pg.ClientBase,
  coalitionId: string,
  { limit }: { readonly limit: number },
): Promise<number> {
  const { rows } = await client.query<{ delivery_id: string }>({
    name: 'artel_old_deliveries',
    text: `select delivery_id from webhook_delivery
      where coalition_id = $1 and made_at < (
        select start_of_day((statement_timestamp() at time zone c.time_zone)::date - c.keep_deliveries_days, c.time_zone)
        from coalition c where c.coalition_id = $1)
      order by made_at limit $2 for update skip locked`,
    values: [coalitionId, limit],
  })
  const values = [coalitionId, rows.map((row) => row.delivery_id)]
  if (rows.length === 0) return 0
  for (const table of ['webhook_attempt', 'webhook_delivery'])
    await client.query(
      `delete from ${table} where coalition_id = $1 and delivery_id = any($2::uuid[])`,
      values,
    )
  return rows.length
}
