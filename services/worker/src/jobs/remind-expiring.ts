import { remindOfExpiry } from '@artel/use-cases'
import { dueByCoalitionClock } from './due-by-coalition-clock.ts'
import type { Job } from './job.ts'

const BATCH_LIMIT = 500
/** Points near their end are looked for so often, by the coalition's clock. */
const LOOK_EVERY_HOURS = 1

/** Announces points that are about to expire. */
export const remindExpiring: Job = {
  queue: 'remind-expiring',
  leaseSeconds: 60,
  dueCoalitions: (store) =>
    dueByCoalitionClock(store, {
      name: 'artel_due_reminder_coalitions',
      condition: `not exists (select from job_cursor j where j.coalition_id = c.coalition_id
        and j.job = 'remind-expiring' and j.done_until > clock.now - make_interval(hours => $1::int))`,
      values: [LOOK_EVERY_HOURS],
    }),
  async runBatch(context, coalitionId) {
    const { reminders, more } = await remindOfExpiry(context, { coalitionId, limit: BATCH_LIMIT })
    return { done: reminders, more }
  },
}
