import type { Store } from '@artel/store'
import type { Context, ExportReader } from '@artel/use-cases'
import type { JobQueueName } from '../queues/queue-schema.ts'

/** What one bounded batch of a job did. */
export interface BatchDone {
  /** Things that it dealt with. */
  readonly done: number
  /** Whether more may be due. */
  readonly more: boolean
  /** What somebody has to look at: logged as an error. Names no person. */
  readonly alarm?: string
}

/** What a job runs with. */
export interface JobContext extends Context {
  /** For what needs a connection of its own, as the audit does. */
  readonly databaseUrl: string
  /** Reads lists for files; without it they wait for a worker that has one. */
  readonly exportReader?: ExportReader | undefined
}

/** One kind of due work, done batch by batch for one coalition. Idempotent: any number of workers may do it at once. */
export interface Job {
  readonly queue: JobQueueName
  /** Longer than the longest slice: what was taken longer ago was taken by a worker that died. */
  readonly leaseSeconds: number
  /** Coalitions with something due, by the database's clock. */
  dueCoalitions(store: Store): Promise<string[]>
  runBatch(context: JobContext, coalitionId: string): Promise<BatchDone>
}
