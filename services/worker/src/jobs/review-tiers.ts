import { coalitionsToReview } from '@artel/store'
import { reviewTiers } from '@artel/use-cases'
import type { Job } from './job.ts'

const BATCH_LIMIT = 1_000

/** Takes away tiers whose review day has come. Nobody has held them since that day began: this keeps the table small. */
export const reviewTiersJob: Job = {
  queue: 'review-tiers',
  leaseSeconds: 60,
  dueCoalitions: coalitionsToReview,
  async runBatch(context, coalitionId) {
    const { reviewed, more } = await reviewTiers(context, { coalitionId, limit: BATCH_LIMIT })
    return { done: reviewed, more }
  },
}
