import { coalitionsToRetain } from '@artel/store'
import { applyRetention } from '@artel/use-cases'
import type { Job } from './job.ts'

const BATCH_LIMIT = 200

/** Once a local day lets go of what a coalition has decided to keep no longer: old codes, devices unseen for long, and customers who never came back. */
export const applyRetentionJob: Job = {
  queue: 'apply-retention',
  leaseSeconds: 120,
  dueCoalitions: coalitionsToRetain,
  async runBatch(context, coalitionId) {
    const done = await applyRetention(context, { coalitionId, limit: BATCH_LIMIT })
    return { done: done.confirmations + done.devices + done.clicks + done.erasedCustomers, more: done.more }
  },
}
