import { coalitionsToSettle } from '@artel/store'
import { settleDue } from '@artel/use-cases'
import type { Job } from './job.ts'

/** A schedule that changed is noticed so often, by the coalition's clock. */
const LOOK_EVERY_HOURS = 1

/** Moves settlement windows on where time alone does: closes them, states them, takes silence for acceptance. */
export const settle: Job = {
  queue: 'settle',
  // A million lines take a minute to state.
  leaseSeconds: 600,
  dueCoalitions: (store) => coalitionsToSettle(store, { lookEveryHours: LOOK_EVERY_HOURS }),
  async runBatch(context, coalitionId) {
    const { steps, more } = await settleDue(context, { coalitionId })
    return { done: steps, more }
  },
}
