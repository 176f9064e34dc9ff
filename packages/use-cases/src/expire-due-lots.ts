import type { Points } from '@artel/ledger'
import type { Context } from './principal.ts'

export interface DueBatchInput {
  readonly coalitionId: string
  /** Most customers or holds to work through in this call; 1 to 1000. */
  readonly limit: number
}

export interface ExpiredLots {
  /** Lots that expired in this call. */
  readonly lots: number
  readonly points: Points
  /** Whether more may be due. */
  readonly more: boolean
}

/** Expires what is left of lots past their date, one bounded batch. */
export async function expireDueLots(context: Context, input: DueBatchInput): Promise<ExpiredLots> {
  throw new Error('expireDueLots is not built yet', { cause: [context, input] })
}
