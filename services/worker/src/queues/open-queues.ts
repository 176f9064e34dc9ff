import type { Store } from '@artel/store'
import { describeFailure } from '@artel/use-cases'
import PgBoss from 'pg-boss'
import { type JobQueueName, QUEUE_SCHEMA, QUEUES, type QueueName } from './queue-schema.ts'

/** Work on one coalition. */
export interface DueWork {
  readonly queue: JobQueueName
  readonly coalitionId: string
  /** After so long an unfinished job counts as abandoned by a worker that died. */
  readonly leaseSeconds: number
}

/** A job that this worker has taken. */
export interface TakenJob {
  readonly id: string
  readonly queue: QueueName
  /** Undefined for jobs that are about no coalition. */
  readonly coalitionId: string | undefined
}

/** Jobs in one queue in one state. */
export interface QueueCount {
  readonly queue: string
  readonly state: string
  readonly count: number
}

/** The queues as the worker uses them, over the store's own connections and as the application's role. */
export interface Queues {
  /** Asks for a look at what is due; of many that ask within `throttleSeconds` (1 to 300) one is heard. */
  askForLook(options: { readonly queue: QueueName; readonly throttleSeconds?: number }): Promise<void>
  /** Puts work in, at the end of its queue; what waits there already for the same coalition is not doubled. */
  put(work: readonly DueWork[]): Promise<void>
  /** Takes the job that has waited longest; undefined when there is none, and also when the database is away. */
  take(queue: QueueName): Promise<TakenJob | undefined>
  complete(job: TakenJob): Promise<void>
  /** Gives a job back: it is tried again, later each time, and given up after a few times. */
  fail(job: TakenJob, error: unknown): Promise<void>
  /** Work that waits, or is in the hands of a worker whose lease has not run out: `queue coalitionId` each. */
  inHand(): Promise<ReadonlySet<string>>
  counts(): Promise<QueueCount[]>
  close(): Promise<void>
}

const RETRIES = 5
const FIRST_RETRY_SECONDS = 1
const LOOK_LEASE_SECONDS = 30
const MAINTENANCE_SECONDS = 60
const KEEP_COMPLETED_SECONDS = 300
const KEEP_ARCHIVED_SECONDS = 86_400

/**
 * Opens the queues that `installQueues` has made; throws when they are not there or not of this version. `onError`
 * hears of failed maintenance, which is tried again.
 */
export async function openQueues(store: Store, onError: (error: Error) => void): Promise<Queues> {
  const boss = new PgBoss({
    db: { executeSql: (text, values) => executeSql(store, text, values) },
    schema: QUEUE_SCHEMA,
    migrate: false,
    // Its cron asks the clock of the process whether a minute has come; an hour behind, it would never come.
    schedule: false,
    maintenanceIntervalSeconds: MAINTENANCE_SECONDS,
    archiveCompletedAfterSeconds: KEEP_COMPLETED_SECONDS,
    deleteAfterSeconds: KEEP_ARCHIVED_SECONDS,
  })
  boss.on('error', onError)
  await boss.start()
  return {
    askForLook: async ({ queue, throttleSeconds }) => {
      const once =
        throttleSeconds === undefined
          ? {}
          : { singletonSeconds: Math.min(Math.max(1, Math.floor(throttleSeconds)), KEEP_COMPLETED_SECONDS) }
      await boss.send(queue, {}, { expireInSeconds: LOOK_LEASE_SECONDS, retryLimit: 0, ...once })
    },
    put: async (work) => {
      if (work.length > 0) await boss.insert(work.map(jobOf))
    },
    take: async (queue) => {
      const [job] = await boss.fetch<{ coalitionId?: string }>(queue, { batchSize: 1 })
      return job && { id: job.id, queue, coalitionId: job.data?.coalitionId }
    },
    complete: (job) => boss.complete(job.queue, job.id),
    fail: (job, error) => boss.fail(job.queue, job.id, { ...describeFailure(error), stack: undefined }),
    inHand: () => workInHand(store),
    counts: () => countJobs(store),
    close: () => boss.stop({ graceful: false }),
  }
}

function jobOf({ queue, coalitionId, leaseSeconds }: DueWork): PgBoss.JobInsert {
  return {
    name: queue,
    data: { coalitionId },
    singletonKey: coalitionId,
    expireInSeconds: leaseSeconds,
    retryLimit: RETRIES,
    retryDelay: FIRST_RETRY_SECONDS,
    retryBackoff: true,
  }
}

/** A script of pg-boss that fails halfway leaves its transaction open: such a connection is not used again. */
async function executeSql(store: Store, text: string, values?: unknown[]): Promise<{ rows: unknown[] }> {
  const client = await store.pool.connect()
  let failed = true
  try {
    const result = values === undefined ? await client.query(text) : await client.query(text, values)
    failed = false
    return result
  } finally {
    client.release(failed)
  }
}

async function workInHand(store: Store): Promise<ReadonlySet<string>> {
  const { rows } = await store.pool.query<{ name: string; coalition_id: string }>({
    name: 'artel_work_in_hand',
    text: `select name, singleton_key as coalition_id from ${QUEUE_SCHEMA}.job
      where singleton_key is not null
        and (state < 'active' or (state = 'active' and started_on + expire_in > now()))`,
  })
  return new Set(rows.map((row) => workName(row.name, row.coalition_id)))
}

/** How `inHand` names a piece of work. */
export const workName = (queue: string, coalitionId: string): string => `${queue} ${coalitionId}`

async function countJobs(store: Store): Promise<QueueCount[]> {
  const { rows } = await store.pool.query<{ name: string; state: string; count: string }>({
    name: 'artel_queue_counts',
    text: `select q.name, s.state, count(j.id) as count
      from unnest($1::text[]) q(name) cross join unnest(array['waiting', 'active', 'failed']) s(state)
      left join ${QUEUE_SCHEMA}.job j on j.name = q.name and s.state = case
        when j.state < 'active' then 'waiting' when j.state = 'active' then 'active'
        when j.state = 'failed' then 'failed' end
      group by q.name, s.state`,
    values: [QUEUES],
  })
  return rows.map((row) => ({ queue: row.name, state: row.state, count: Number(row.count) }))
}
