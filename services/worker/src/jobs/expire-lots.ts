import { expireDueLots } from '@artel/use-cases'
import { dueByCoalitionClock } from './due-by-coalition-clock.ts'
import type { Job } from './job.ts'

const BATCH_LIMIT = 200

/**
 * Lots that end by their customer's silence, or with their coalition, have no date to be found by: all that are open are
 * looked at so often, by the coalition's clock.
 */
const LOOK_AT_SILENT_EVERY_HOURS = 1

/** Forfeits what is left of lots past their end. */
export const expireLots: Job = {
  queue: 'expire-lots',
  leaseSeconds: 30,
  dueCoalitions: (store) =>
    dueByCoalitionClock(store, {
      name: 'artel_due_lot_coalitions',
      condition: `exists (select from lot l where l.coalition_id = c.coalition_id and l.open
        and l.remaining > l.reserved and l.expires_at <= clock.now)
        or (c.wind_down_ends_at <= clock.now or exists (select from terms t
          where t.coalition_id = c.coalition_id and t.expiry_kind = 'INACTIVITY'))
        and not exists (select from job_cursor j where j.coalition_id = c.coalition_id
          and j.job = 'inactive-lots' and j.done_until > clock.now - make_interval(hours => $1::int))`,
      values: [LOOK_AT_SILENT_EVERY_HOURS],
    }),
  async runBatch(context, coalitionId) {
    const { lots, more } = await expireDueLots(context, { coalitionId, limit: BATCH_LIMIT })
    return { done: lots, more }
  },
}
