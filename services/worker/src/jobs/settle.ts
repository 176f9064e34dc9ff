import { coalitionsToSettle } from '@artel/store'
import { settleDue } from '@artel/use-cases'
import type { Job } from './job.ts'

/** Moves settlement windows on where time alone does: closes them, states them, takes silence for acceptance. */
export const settle: Job = {
  queue: 'settle',
  // A million lines take a minute to state.
  leaseSeconds: 600,
  dueCoalitions: coalitionsToSettle,
  async runBatch(context, coalitionId) {
    const { steps, more } = await settleDue(context, { coalitionId })
    return { done: steps, more }
  },
}
