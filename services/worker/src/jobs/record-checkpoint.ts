import { recordCheckpoint } from '@artel/store'
import { dueByCoalitionClock } from './due-by-coalition-clock.ts'
import type { Job } from './job.ts'

/** What was posted since is replayed so often, by the coalition's clock. */
const CHECKPOINT_EVERY_SECONDS = 3_600

/** Replays the chain of batches since its last checkpoint and records the next. */
export const checkpoint: Job = {
  queue: 'checkpoint',
  leaseSeconds: 300,
  dueCoalitions: (store) =>
    dueByCoalitionClock(store, {
      name: 'artel_due_checkpoint_coalitions',
      condition: `exists (select from chain_head h
        left join job_cursor j on j.coalition_id = c.coalition_id and j.job = 'checkpoint'
        where h.coalition_id = c.coalition_id
          and h.batch_no > coalesce((select max(k.batch_no) from chain_checkpoint k
            where k.coalition_id = c.coalition_id), 0)
          and coalesce(j.done_until <= clock.now - make_interval(secs => $1::int), true))`,
      values: [CHECKPOINT_EVERY_SECONDS],
    }),
  async runBatch({ store }, coalitionId) {
    const { batches, findings, more } = await recordCheckpoint(store, coalitionId)
    const done = { done: Number(batches), more }
    const broken = [...new Set(findings.map(({ invariant, table }) => `${invariant} in ${table}`))]
    return broken.length === 0 ? done : { ...done, alarm: `The chain is broken: ${broken.join(', ')}` }
  },
}
