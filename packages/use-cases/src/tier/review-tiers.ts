import { sweepStandings } from '@artel/store'
import { requireDueWorkOf } from '../access/authorise.ts'
import type { Context } from '../access/principal.ts'
import { checkInteger } from '../input/text.ts'
import { type DueBatchInput, MAX_DUE_BATCH } from '../points/expire-due-lots.ts'

/**
 * Takes away up to `limit` tiers whose review day has come: nobody has held them since that day began, whenever this is called and by
 * how many at once. The operator's worker calls it; so may an administrator of the coalition.
 */
export async function reviewTiers(
  context: Context,
  input: DueBatchInput,
): Promise<{ readonly reviewed: number; readonly more: boolean }> {
  const { coalitionId } = input
  requireDueWorkOf(context.principal, coalitionId)
  const limit = checkInteger(['limit'], input.limit, { min: 1, max: MAX_DUE_BATCH })
  const reviewed = await sweepStandings(context.store, coalitionId, { limit })
  return { reviewed, more: reviewed === limit }
}
