import { expireDueLots } from '@artel/use-cases'
import { dueByCoalitionClock } from './due-by-coalition-clock.ts'
import type { Job } from './job.ts'

const BATCH_LIMIT = 200

/** Forfeits what is left of lots past their date. */
export const expireLots: Job = {
  queue: 'expire-lots',
  leaseSeconds: 30,
  dueCoalitions: (store) =>
    dueByCoalitionClock(store, {
      name: 'artel_due_lot_coalitions',
      condition: `exists (select from lot l where l.coalition_id = c.coalition_id and l.open
        and l.remaining > l.reserved and l.expires_at <= clock.now)`,
    }),
  async runBatch(context, coalitionId) {
    const { lots, more } = await expireDueLots(context, { coalitionId, limit: BATCH_LIMIT })
    return { done: lots, more }
  },
}
