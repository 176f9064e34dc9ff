import { coalitionsWithDueHolds } from '@artel/store'
import { releaseDueHolds } from '@artel/use-cases'
import type { Job } from './job.ts'

const BATCH_LIMIT = 200

/** Gives back the points of holds past their time-out. */
export const releaseHolds: Job = {
  queue: 'release-holds',
  leaseSeconds: 30,
  dueCoalitions: coalitionsWithDueHolds,
  async runBatch(context, coalitionId) {
    const { holds, more } = await releaseDueHolds(context, { coalitionId, limit: BATCH_LIMIT })
    return { done: holds, more }
  },
}
