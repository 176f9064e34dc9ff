import type { Store } from '../store.ts'

/** A question to every coalition: `condition` may use `c` (the coalition) and `clock.now` (its own clock). */
export interface DueCondition {
  readonly name: string
  readonly condition: string
  readonly values?: readonly unknown[]
}

/** Ids of the coalitions in which a condition holds, in their order. */
export async function coalitionsDue(
  store: Pick<Store, 'pool'>,
  { name, condition, values = [] }: DueCondition,
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
