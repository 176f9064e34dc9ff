import type { Context } from '@artel/use-cases'

/** What one bounded batch of a job did. */
interface BatchDone {
  /** Holds or lots that it dealt with. */
  readonly done: number
  /** Whether more may be due. */
  readonly more: boolean
}

/** One kind of due work, done batch by batch for one coalition. Idempotent: any number of workers may do it at once. */
export interface Job {
  readonly name: string
  runBatch(context: Context, coalitionId: string): Promise<BatchDone>
}
