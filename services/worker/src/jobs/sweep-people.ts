import { coalitionToSweepPeople, sweepPeople } from '@artel/store'
import type { Job } from './job.ts'

const BATCH_LIMIT = 1_000

/** Deletes what is past its retention of people: failed attempts to sign in, one-time links, sessions. */
export const sweepPeopleJob: Job = {
  queue: 'sweep-people',
  leaseSeconds: 60,
  dueCoalitions: coalitionToSweepPeople,
  async runBatch({ store }) {
    const { swept, more } = await sweepPeople(store, { limit: BATCH_LIMIT })
    return { done: swept, more }
  },
}
