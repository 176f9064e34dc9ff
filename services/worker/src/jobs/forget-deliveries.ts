import { coalitionsToForget } from '@artel/store'
import { forgetOldDeliveries } from '@artel/use-cases'
import type { Job } from './job.ts'

const BATCH_LIMIT = 200

/** Forgets what was sent to webhook endpoints long ago. */
export const forgetDeliveriesJob: Job = {
  queue: 'forget-deliveries',
  leaseSeconds: 30,
  dueCoalitions: coalitionsToForget,
  async runBatch(context, coalitionId) {
    const { deliveries, more } = await forgetOldDeliveries(context, { coalitionId, limit: BATCH_LIMIT })
    return { done: deliveries, more }
  },
}
