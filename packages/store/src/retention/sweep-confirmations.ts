import type { Store } from '../store.ts'

/** Deletes codes that ended longer ago than their coalition keeps them, in whole local days; at most `limit`. How many. */
export async function sweepConfirmations(
  { pool }: Pick<Store, 'pool'>,
  coalitionId: string,
  { limit }: { readonly limit: number },
): Promise<number> {
  const { rowCount } = await pool.query({
    name: 'artel_sweep_confirmations',
    text: `delete from confirmation where coalition_id = $1 and confirmation_id in (
      select f.confirmation_id from coalition c
      cross join lateral (select coalition_clock(c.clock_offset_seconds) as now) clock
      join confirmation f on f.coalition_id = c.coalition_id and f.expires_at
        < start_of_day((clock.now at time zone c.time_zone)::date - c.keep_confirmations_days, c.time_zone)
      where c.coalition_id = $1
      order by f.expires_at limit $2)`,
    values: [coalitionId, limit],
  })
  return rowCount ?? 0
}
