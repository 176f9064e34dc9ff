import type { Store } from '../store.ts'
import { coalitionsDue } from './coalitions-due.ts'

/** How long after an erasure messages and files are looked through: what was under way has been written by then. */
export const ERASURE_SETTLES_SECONDS = 60

/**
 * Coalitions that have not looked since their local midnight for what they no longer keep, or whose messages have yet to be
 * looked through for somebody who was erased.
 */
export const coalitionsToRetain = (store: Pick<Store, 'pool'>): Promise<string[]> =>
  coalitionsDue(store, {
    name: 'artel_due_retention_coalitions',
    condition: `coalesce((select j.done_until from job_cursor j
        where j.coalition_id = c.coalition_id and j.job = 'retention'), c.created_at)
      < start_of_day((clock.now at time zone c.time_zone)::date, c.time_zone)
      or exists (select from erasure e where e.coalition_id = c.coalition_id and e.scrub is not null
        and e.recorded_at <= statement_timestamp() - interval '${ERASURE_SETTLES_SECONDS} seconds')`,
  })
