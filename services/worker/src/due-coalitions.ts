import type { Store } from '@artel/store'

/** Coalitions in which a hold or a lot is past its time, by their own clocks. */
export async function dueCoalitions(store: Store): Promise<string[]> {
  const { rows } = await store.pool.query<{ coalition_id: string }>({
    name: 'artel_due_coalitions',
    text: `select c.coalition_id
      from coalition c
      cross join lateral (select clock_timestamp() + make_interval(secs => c.clock_offset_seconds) as now) clock
      where exists (select from hold h where h.coalition_id = c.coalition_id and h.status = 'OPEN'
          and h.expires_at <= clock.now)
        or exists (select from lot l where l.coalition_id = c.coalition_id and l.open
          and l.remaining > l.reserved and l.expires_at <= clock.now)
      order by c.coalition_id`,
  })
  return rows.map((row) => row.coalition_id)
}
