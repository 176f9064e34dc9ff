import type { Store } from '../store.ts'

/** How long a customer's device is kept that is not seen again. */
const KEPT = `interval '1 year'`

/** Deletes devices of customers that were not seen for a year, by the coalition's clock; at most `limit`. How many. */
export async function sweepDevices(
  { pool }: Pick<Store, 'pool'>,
  coalitionId: string,
  { limit }: { readonly limit: number },
): Promise<number> {
  const { rowCount } = await pool.query({
    name: 'artel_sweep_devices',
    text: `delete from customer_device d using (
      select v.customer_id, v.device_hash from coalition c
      join customer_device v on v.coalition_id = c.coalition_id
        and v.last_seen_at < coalition_clock(c.clock_offset_seconds) - ${KEPT}
      where c.coalition_id = $1
      order by v.last_seen_at limit $2) old
      where d.coalition_id = $1 and d.customer_id = old.customer_id and d.device_hash = old.device_hash`,
    values: [coalitionId, limit],
  })
  return rowCount ?? 0
}
