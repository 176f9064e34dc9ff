import { coalitionsWithCutOffYeses } from '@artel/store'
import { endCutOffYeses } from '@artel/use-cases'
import type { Job } from './job.ts'

const BATCH_LIMIT = 100

/** Ends yeses to claims of fiscal receipts that were cut off. */
export const endCutOffYesesJob: Job = {
  queue: 'end-yeses',
  leaseSeconds: 30,
  dueCoalitions: coalitionsWithCutOffYeses,
  async runBatch(context, coalitionId) {
    const { yeses, more } = await endCutOffYeses(context, { coalitionId, limit: BATCH_LIMIT })
    return { done: yeses, more }
  },
}
