import { rollUpAccounts } from '@artel/store'
import { dueByCoalitionClock } from './due-by-coalition-clock.ts'
import type { Job } from './job.ts'

/** What was posted since is added up so often, by the coalition's clock. */
const ROLL_UP_EVERY_SECONDS = 60

/** Adds the movements of derived accounts up, so that positions stay quick to read. */
export const rollUp: Job = {
  queue: 'roll-up',
  leaseSeconds: 60,
  dueCoalitions: (store) =>
    dueByCoalitionClock(store, {
      name: 'artel_due_roll_up_coalitions',
      condition: `exists (select from chain_head h
        left join job_cursor j on j.coalition_id = c.coalition_id and j.job = 'roll-up'
        where h.coalition_id = c.coalition_id and h.batch_no > 0
          and (j.done_until is null
            or (h.posted_at > j.done_until and j.done_until <= clock.now - make_interval(secs => $1::int))))`,
      values: [ROLL_UP_EVERY_SECONDS],
    }),
  async runBatch({ store }, coalitionId) {
    const { accounts, more } = await rollUpAccounts(store, coalitionId)
    return { done: accounts, more }
  },
}
