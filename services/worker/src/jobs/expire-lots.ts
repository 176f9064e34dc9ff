import { expireDueLots } from '@artel/use-cases'
import type { Job } from './job.ts'

const BATCH_LIMIT = 200

/** Forfeits what is left of lots past their date. */
export const expireLots: Job = {
  name: 'expire-lots',
  async runBatch(context, coalitionId) {
    const { lots, more } = await expireDueLots(context, { coalitionId, limit: BATCH_LIMIT })
    return { done: lots, more }
  },
}
