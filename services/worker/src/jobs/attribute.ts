import { coalitionsToAttribute } from '@artel/store'
import { attributePurchases, MAX_ATTRIBUTED } from '@artel/use-cases'
import type { Job } from './job.ts'

/** Decides who brought the customers of purchases, a slice of the chain at a time. */
export const attribute: Job = {
  queue: 'attribute',
  leaseSeconds: 60,
  dueCoalitions: coalitionsToAttribute,
  async runBatch(context, coalitionId) {
    const { purchases, more } = await attributePurchases(context, { coalitionId, limit: MAX_ATTRIBUTED })
    return { done: purchases, more }
  },
}
