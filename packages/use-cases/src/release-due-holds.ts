import type { Points } from '@artel/ledger'
import type { DueBatchInput } from './expire-due-lots.ts'
import type { Context } from './principal.ts'

export interface ReleasedHolds {
  /** Holds that timed out in this call. */
  readonly holds: number
  readonly points: Points
  /** Whether more may be due. */
  readonly more: boolean
}

/** Releases holds past their time-out, one bounded batch. */
export async function releaseDueHolds(context: Context, input: DueBatchInput): Promise<ReleasedHolds> {
  throw new Error('releaseDueHolds is not built yet', { cause: [context, input] })
}
