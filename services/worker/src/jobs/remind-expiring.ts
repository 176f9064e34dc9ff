import { coalitionsToRemind } from '@artel/store'
import { remindOfExpiry } from '@artel/use-cases'
import type { Job } from './job.ts'

const BATCH_LIMIT = 500
/** Points near their end are looked for so often, by the coalition's clock. */
const LOOK_EVERY_HOURS = 1

/** Announces points that are about to expire. */
export const remindExpiring: Job = {
  queue: 'remind-expiring',
  leaseSeconds: 60,
  dueCoalitions: (store) => coalitionsToRemind(store, { lookEveryHours: LOOK_EVERY_HOURS }),
  async runBatch(context, coalitionId) {
    const { reminders, more } = await remindOfExpiry(context, { coalitionId, limit: BATCH_LIMIT })
    return { done: reminders, more }
  },
}
