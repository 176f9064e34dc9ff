import { coalitionsToTell } from '@artel/store'
import { tellEvents } from '@artel/use-cases'
import type { Job } from './job.ts'

const BATCH_LIMIT = 200

/** Turns events into deliveries to the webhook endpoints that are told of them. */
export const tellEventsJob: Job = {
  queue: 'tell-events',
  leaseSeconds: 30,
  dueCoalitions: coalitionsToTell,
  async runBatch(context, coalitionId) {
    const { events, more } = await tellEvents(context, { coalitionId, limit: BATCH_LIMIT })
    return { done: events, more }
  },
}
