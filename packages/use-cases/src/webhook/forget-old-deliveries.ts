import { forgetDeliveries, inTransaction } from '@artel/store'
import { requireDueWorkOf } from '../access/authorise.ts'
import type { Context } from '../access/principal.ts'
import { recordActIn } from '../audit/record-act.ts'
import { checkInteger } from '../input/text.ts'
import { type DueBatchInput, MAX_DUE_BATCH } from '../points/expire-due-lots.ts'

export interface ForgottenDeliveries {
  readonly deliveries: number
  /** Whether more may be due. */
  readonly more: boolean
}

/**
 * Forgets up to `limit` deliveries that were made longer ago than the coalition keeps them, the oldest first, with their attempts, whatever became
 * of them. The operator's worker calls it; so may an administrator of the coalition.
 */
export async function forgetOldDeliveries(
  context: Context,
  input: DueBatchInput,
): Promise<ForgottenDeliveries> {
  requireDueWorkOf(context.principal, input.coalitionId)
  const { coalitionId } = input
  const limit = checkInteger(['limit'], input.limit, { min: 1, max: MAX_DUE_BATCH })
  const deliveries = await inTransaction(context.store, async (client) => {
    const forgotten = await forgetDeliveries(client, coalitionId, { limit })
    const details = { deliveries: forgotten }
    if (forgotten > 0) await recordActIn(context, client, { act: 'deliveriesForget', coalitionId, details })
    return forgotten
  })
  return { deliveries, more: deliveries === limit }
}
