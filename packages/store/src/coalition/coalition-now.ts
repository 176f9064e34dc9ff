import type { Store } from '../store.ts'

/** The coalition's clock: the database's, moved by a sandbox's offset. Throws when there is no such coalition. */
export async function coalitionNow(store: Pick<Store, 'pool'>, coalitionId: string): Promise<Date> {
  const { rows } = await store.pool.query<{ now: Date }>({
    name: 'artel_coalition_now',
    text: `select coalition_clock(clock_offset_seconds) as now
      from coalition where coalition_id = $1`,
    values: [coalitionId],
  })
  const now = rows[0]?.now
  if (!now) throw new Error(`No coalition ${coalitionId}`)
  return now
}
