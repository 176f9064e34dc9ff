import type { Points } from '@artel/ledger'
import type { Coalition, Prisma } from '@artel/store/prisma'
import { requireAdmin } from '../access/authorise.ts'
import type { Context } from '../access/principal.ts'
import { changesOf } from '../audit/details.ts'
import { recordAct } from '../audit/record-act.ts'
import { checkPoints } from '../input/money.ts'
import { retrySerialisation } from '../posting/transaction-failure.ts'
import { forgetAgreement } from '../terms/agreement.ts'

/** Fields left out stay as they are. */
export interface UpdateCoalitionInput {
  /** The coverage proof shows a member other issuers without their names. */
  readonly coverageAnonymous?: boolean | null
  /** Spending more points than this takes a code of the customer: 0 = always, null = never. 0 to 10^12. */
  readonly confirmSpendingAbovePoints?: Points | null
}

/**
 * Changes what a coalition has agreed on beside its terms. Administrators only. Another process follows within five seconds.
 * Throws InvalidInputError.
 */
export async function updateCoalition(
  context: Context,
  input: UpdateCoalitionInput,
): Promise<{ readonly coalition: Coalition }> {
  const { coalitionId } = requireAdmin(context.principal, 'coalition:write')
  const { store } = context
  const { coverageAnonymous, confirmSpendingAbovePoints: threshold } = input
  if (threshold != null) checkPoints(['confirmSpendingAbovePoints'], threshold)
  const data = {
    ...(coverageAnonymous == null ? {} : { coverageAnonymous }),
    ...(threshold === undefined ? {} : { confirmSpendingAbovePoints: threshold }),
  }
  const change = async (transaction: Prisma.TransactionClient) => {
    const where = { id: coalitionId }
    const before = await transaction.coalition.findUniqueOrThrow({ where })
    const after = await transaction.coalition.update({ where, data })
    const details = changesOf(before, after, ['coverageAnonymous', 'confirmSpendingAbovePoints'])
    if (Object.keys(details).length > 0)
      await recordAct(context, transaction, {
        ...{ act: 'coalitionUpdate', coalitionId, subject: { type: 'coalition', id: coalitionId } },
        details,
      })
    return after
  }
  // Serialisable: what it was before is what it was when it changed.
  const coalition = await retrySerialisation(() =>
    store.prisma.$transaction(change, { isolationLevel: 'Serializable' }),
  )
  forgetAgreement(store, coalitionId)
  return { coalition }
}
