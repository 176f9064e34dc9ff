import type { Store } from '../store.ts'

/**
 * Customers whom a coalition has decided to forget: active, without points, holds and debts, who enrolled, agreed to anything
 * and had the last event of their points before the whole months agreed, in local days. None where it forgets nobody.
 */
export async function inactiveCustomers(
  { pool }: Pick<Store, 'pool'>,
  coalitionId: string,
  { limit }: { readonly limit: number },
): Promise<string[]> {
  const { rows } = await pool.query<{ customer_id: string }>({
    name: 'artel_inactive_customers',
    text: `select u.customer_id from coalition c
      cross join lateral (select coalition_clock(c.clock_offset_seconds) as now) clock
      cross join lateral (select start_of_day((clock.now at time zone c.time_zone
        - make_interval(months => c.erase_inactive_after_months))::date, c.time_zone) as start) kept
      join customer u on u.coalition_id = c.coalition_id and u.status = 'ACTIVE' and u.created_at < kept.start
      join customer_account a on a.coalition_id = c.coalition_id and a.customer_id = u.customer_id
        and a.posted = 0 and a.reserved = 0
      where c.coalition_id = $1 and c.erase_inactive_after_months is not null
        and coalesce((select e.posted_at from entry e where e.coalition_id = $1 and e.customer_id = u.customer_id
          order by e.customer_sequence desc limit 1) < kept.start, true)
        and not exists (select from debt d where d.coalition_id = $1 and d.customer_id = u.customer_id and d.remaining > 0)
        and not exists (select from consent s where s.coalition_id = $1 and s.customer_id = u.customer_id
          and s.recorded_at >= kept.start)
      limit $2`,
    values: [coalitionId, limit],
  })
  return rows.map((row) => row.customer_id)
}
