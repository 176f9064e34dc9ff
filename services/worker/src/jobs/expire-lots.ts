import { coalitionsWithDueLots } from '@artel/store'
import { expireDueLots } from '@artel/use-cases'
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
  dueCoalitions: (store) => coalitionsWithDueLots(store, { lookEveryHours: LOOK_AT_SILENT_EVERY_HOURS }),
  async runBatch(context, coalitionId) {
    const { lots, more } = await expireDueLots(context, { coalitionId, limit: BATCH_LIMIT })
    return { done: lots, more }
  },
}
