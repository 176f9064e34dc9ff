import type { Store } from '../store.ts'
import { coalitionsDue } from './coalitions-due.ts'

/** Coalitions that have not looked since their local midnight for what they no longer keep. */
export const coalitionsToRetain = (store: Pick<Store, 'pool'>): Promise<string[]> =>
  coalitionsDue(store, {
    name: 'artel_due_retention_coalitions',
    condition: `coalesce((select j.done_until from job_cursor j
        where j.coalition_id = c.coalition_id and j.job = 'retention'), c.created_at)
      < start_of_day((clock.now at time zone c.time_zone)::date, c.time_zone)`,
  })
