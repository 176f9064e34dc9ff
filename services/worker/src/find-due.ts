import type { Store } from '@artel/store'
import type { Job } from './jobs/job.ts'
import { type DueWork, type Queues, workName } from './queues/open-queues.ts'

export interface FindDueOptions {
  readonly store: Store
  readonly queues: Pick<Queues, 'put' | 'inHand'>
  readonly jobs: readonly Job[]
  /** Overrides every job's own; see `Job.leaseSeconds`. */
  readonly leaseSeconds?: number | undefined
}

/**
 * Looks in every coalition for what is due by the database's clock, and puts it into the queues, but for what is in
 * hand already. Returns what it put. A kind of work that cannot be looked for does not stop the others; the first
 * failure is thrown at the end.
 */
export async function findDue({ store, queues, jobs, leaseSeconds }: FindDueOptions): Promise<DueWork[]> {
  const put: DueWork[] = []
  const failures: unknown[] = []
  for (const job of jobs) {
    try {
      const due = await job.dueCoalitions(store)
      const inHand = due.length > 0 ? await queues.inHand() : new Set<string>()
      const work = due
        .filter((coalitionId) => !inHand.has(workName(job.queue, coalitionId)))
        .map((coalitionId) => ({
          queue: job.queue,
          coalitionId,
          leaseSeconds: leaseSeconds ?? job.leaseSeconds,
        }))
      await queues.put(work)
      put.push(...work)
    } catch (error) {
      failures.push(error)
    }
  }
  if (failures.length > 0) throw failures[0]
  return put
}
