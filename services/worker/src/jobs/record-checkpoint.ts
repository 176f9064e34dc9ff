import { coalitionsToCheckpoint, recordCheckpoint } from '@artel/store'
import type { Job } from './job.ts'

/** What was posted since is replayed so often, by the coalition's clock. */
const CHECKPOINT_EVERY_SECONDS = 3_600

/** Replays the chain of batches since its last checkpoint and records the next. */
export const checkpoint: Job = {
  queue: 'checkpoint',
  leaseSeconds: 300,
  dueCoalitions: (store) =>
    coalitionsToCheckpoint(store, { checkpointEverySeconds: CHECKPOINT_EVERY_SECONDS }),
  async runBatch({ store }, coalitionId) {
    const { batches, findings, more } = await recordCheckpoint(store, coalitionId)
    const done = { done: Number(batches), more }
    const broken = [...new Set(findings.map(({ invariant, table }) => `${invariant} in ${table}`))]
    return broken.length === 0 ? done : { ...done, alarm: `The chain is broken: ${broken.join(', ')}` }
  },
}
