import type { Store } from '@artel/store'

/** Ids of the coalitions in which `condition` holds; it may use `c` (the coalition) and `clock.now` (its own clock). */
export async function dueByCoalitionClock(
  store: Store,
  { name, condition, values = [] }: { name: string; condition: string; values?: readonly unknown[] },
): Promise<string[]> {
  const { rows } = await store.pool.query<{ coalition_id: string }>({
    name,
    text: `select c.coalition_id
      from coalition c
      cross join lateral (select coalition_clock(c.clock_offset_seconds) as now) clock
      where ${condition}
      order by c.coalition_id`,
    values: [...values],
  })
  return rows.map((row) => row.coalition_id)
}
