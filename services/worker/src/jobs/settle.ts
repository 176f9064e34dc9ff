import { SETTLEMENT_DUE, settleDue } from '@artel/use-cases'
import { dueByCoalitionClock } from './due-by-coalition-clock.ts'
import type { Job } from './job.ts'

/** Moves settlement windows on where time alone does: closes them, states them, takes silence for acceptance. */
export const settle: Job = {
  queue: 'settle',
  // A million lines take a minute to state.
  leaseSeconds: 600,
  dueCoalitions: (store) =>
    dueByCoalitionClock(store, { name: 'artel_due_settlement_coalitions', condition: SETTLEMENT_DUE }),
  async runBatch(context, coalitionId) {
    const { steps, more } = await settleDue(context, { coalitionId })
    return { done: steps, more }
  },
}
