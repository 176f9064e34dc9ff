import { coalitionsToRollUp, rollUpAccounts } from '@artel/store'
import type { Job } from './job.ts'

/** What was posted since is added up so often, by the coalition's clock. */
const ROLL_UP_EVERY_SECONDS = 60

/** Adds the movements of derived accounts up, so that positions stay quick to read. */
export const rollUp: Job = {
  queue: 'roll-up',
  leaseSeconds: 60,
  dueCoalitions: (store) => coalitionsToRollUp(store, { rollUpEverySeconds: ROLL_UP_EVERY_SECONDS }),
  async runBatch({ store }, coalitionId) {
    const { accounts, more } = await rollUpAccounts(store, coalitionId)
    return { done: accounts, more }
  },
}
