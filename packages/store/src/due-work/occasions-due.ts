import type { Store } from '../store.ts'
import { coalitionsDue } from './coalitions-due.ts'

/** Coalitions with something that no rule has been asked about, or with rules on birthdays and a day whose are not written down. */
export const coalitionsWithOccasions = (store: Pick<Store, 'pool'>): Promise<string[]> =>
  coalitionsDue(store, {
    name: 'artel_due_occasion_coalitions',
    condition: `exists (select from occasion o where o.coalition_id = c.coalition_id and o.done_at is null)
      or exists (select from rule r where r.coalition_id = c.coalition_id and r.trigger = 'BIRTHDAY'
          and r.status in ('SCHEDULED', 'RUNNING'))
        and not exists (select from job_cursor j where j.coalition_id = c.coalition_id and j.job = 'birthdays'
          and (j.done_until at time zone c.time_zone)::date >= (clock.now at time zone c.time_zone)::date)`,
  })
