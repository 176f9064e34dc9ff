import { coalitionsWithOccasions } from '@artel/store'
import { giveDueOccasions } from '@artel/use-cases'
import type { Job } from './job.ts'

/** So many are given at once: they share the lane with sales. */
const BATCH_LIMIT = 200

/** Writes down birthdays, and asks rules about all that happened and is no purchase. */
export const giveOccasions: Job = {
  queue: 'give-occasions',
  leaseSeconds: 60,
  dueCoalitions: coalitionsWithOccasions,
  async runBatch(context, coalitionId) {
    const { occasions, more } = await giveDueOccasions(context, { coalitionId, limit: BATCH_LIMIT })
    return { done: occasions, more }
  },
}
