import { coalitionsToRevalue } from '@artel/store'
import { revaluePoints } from '@artel/use-cases'
import type { Job } from './job.ts'

/** Writes down what a changed worth of a point does to the points that are out, once a version of the terms. */
export const revalue: Job = {
  queue: 'revalue',
  leaseSeconds: 60,
  dueCoalitions: coalitionsToRevalue,
  async runBatch(context, coalitionId) {
    const revaluation = await revaluePoints(context, { coalitionId })
    return { done: revaluation ? 1 : 0, more: false }
  },
}
