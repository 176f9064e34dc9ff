import type { Store } from '@artel/store'
import { NotFoundError } from './errors/not-found.ts'

/** The coalition's clock: the database's, plus a sandbox's offset. */
export async function coalitionNow(store: Store, coalitionId: string): Promise<Date> {
  const { rows } = await store.pool.query<{ now: Date }>({
    name: 'artel_coalition_now',
    text: `select clock_timestamp() + make_interval(secs => clock_offset_seconds) as now
      from coalition where coalition_id = $1`,
    values: [coalitionId],
  })
  const now = rows[0]?.now
  if (!now) throw new NotFoundError('coalition')
  return now
}
