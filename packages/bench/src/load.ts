import type { RequestPlan } from './generator/job.ts'

/** One kind of request that is put on a server. */
export interface Load {
  readonly name: string
  readonly request: RequestPlan
  /** The server's process. */
  readonly pid: number
}
