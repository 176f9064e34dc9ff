import { releaseDueHolds } from '@artel/use-cases'
import { dueByCoalitionClock } from './due-by-coalition-clock.ts'
import type { Job } from './job.ts'

const BATCH_LIMIT = 200

/** Gives back the points of holds past their time-out. */
export const releaseHolds: Job = {
  queue: 'release-holds',
  leaseSeconds: 30,
  dueCoalitions: (store) =>
    dueByCoalitionClock(store, {
      name: 'artel_due_hold_coalitions',
      condition: `exists (select from hold h where h.coalition_id = c.coalition_id and h.status = 'OPEN'
        and h.expires_at <= clock.now)`,
    }),
  async runBatch(context, coalitionId) {
    const { holds, more } = await releaseDueHolds(context, { coalitionId, limit: BATCH_LIMIT })
    return { done: holds, more }
  },
}
