import type { Store } from '../store.ts'
import { coalitionsDue } from './coalitions-due.ts'

/** Rules on referrals that are not begun or say something else, what was posted since, friends whose day has come, gifts to take back. */
const REFERRALS_ARE_DUE = `exists (select from rule r where r.coalition_id = c.coalition_id and r.trigger in ('REFERRER', 'REFERRED')
        and r.status in ('SCHEDULED', 'RUNNING') and not exists (select from member m where m.coalition_id = r.coalition_id
          and m.member_id = r.member_id and m.status = 'CLOSED')
        and not exists (select from referral_cursor k
          where k.coalition_id = c.coalition_id and r.rule_id || ':' || r.version = any(string_to_array(k.rules, ','))))
      or exists (select from referral_cursor k join chain_head h on h.coalition_id = k.coalition_id
        where k.coalition_id = c.coalition_id and h.batch_no > k.done_batch_no)
      or exists (select from referral_cursor k join referral f on f.coalition_id = k.coalition_id
        where k.coalition_id = c.coalition_id and f.next_look_on <= (clock.now at time zone c.time_zone)::date)
      or exists (select from occasion o where o.coalition_id = c.coalition_id and o.undone_at is not null
        and o.taken_back_at is null and o.done_at is not null)`

/**
 * Coalitions with something that no rule has been asked about, with rules on birthdays and a day whose are not written down, or with
 * purchases, refunds or days of waiting that rules on referrals are to be held against.
 */
export const coalitionsWithOccasions = (store: Pick<Store, 'pool'>): Promise<string[]> =>
  coalitionsDue(store, {
    name: 'artel_due_occasion_coalitions',
    condition: `exists (select from occasion o where o.coalition_id = c.coalition_id and o.done_at is null)
      or ${REFERRALS_ARE_DUE}
      or exists (select from rule r where r.coalition_id = c.coalition_id and r.trigger = 'BIRTHDAY'
          and r.status in ('SCHEDULED', 'RUNNING'))
        and not exists (select from job_cursor j where j.coalition_id = c.coalition_id and j.job = 'birthdays'
          and (j.done_until at time zone c.time_zone)::date >= (clock.now at time zone c.time_zone)::date)`,
  })
