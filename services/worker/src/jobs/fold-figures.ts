import { coalitionsToFold, foldFigures } from '@artel/store'
import type { Job } from './job.ts'

/** Counts batches into the figures of their coalition as soon as a look finds that there are any. */
export const foldFiguresJob: Job = {
  queue: 'fold-figures',
  leaseSeconds: 60,
  dueCoalitions: coalitionsToFold,
  async runBatch({ store }, coalitionId) {
    const { batches, more } = await foldFigures(store, coalitionId)
    return { done: Number(batches), more }
  },
}
