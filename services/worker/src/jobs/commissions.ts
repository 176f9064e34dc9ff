import { coalitionsToCommission } from '@artel/store'
import { commissionDue } from '@artel/use-cases'
import type { Job } from './job.ts'

/** So many are approved at once: while they are booked no purchase of the coalition is recorded. */
const BATCH_LIMIT = 500

/** Makes commissions of the sales that somebody brought, takes refunds off them, and approves what is due. */
export const commissions: Job = {
  queue: 'commissions',
  leaseSeconds: 60,
  dueCoalitions: coalitionsToCommission,
  async runBatch(context, coalitionId) {
    const { commissions: done, more } = await commissionDue(context, { coalitionId, limit: BATCH_LIMIT })
    return { done, more }
  },
}
