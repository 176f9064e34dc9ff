import type { Store } from '../store.ts'
import { coalitionsDue } from './coalitions-due.ts'

/** Coalitions in which the review day of somebody's tier has come. */
export const coalitionsToReview = (store: Pick<Store, 'pool'>): Promise<string[]> =>
  coalitionsDue(store, {
    name: 'artel_due_tier_coalitions',
    condition: `exists (select from tier_ladder l
      join tier_standing s on s.coalition_id = l.coalition_id and s.ladder_id = l.ladder_id
        and s.proven_day <= (clock.now at time zone c.time_zone)::date - l.window_days - l.grace_days
      where l.coalition_id = c.coalition_id)`,
  })
