import type { Coalition } from '@artel/store/prisma'
import { requireAdmin } from '../access/authorise.ts'
import type { Context } from '../access/principal.ts'
import { forgetAgreement } from '../terms/agreement.ts'

/** Fields left out stay as they are. */
export interface UpdateCoalitionInput {
  /** The coverage proof shows a member other issuers without their names. */
  readonly coverageAnonymous?: boolean | null
}

/** Changes what a coalition has agreed on beside its terms. Administrators only. */
export async function updateCoalition(
  context: Context,
  input: UpdateCoalitionInput,
): Promise<{ readonly coalition: Coalition }> {
  const { coalitionId } = requireAdmin(context.principal, 'coalition:write')
  const { store } = context
  const { coverageAnonymous = null } = input
  const coalition = await store.prisma.coalition.update({
    where: { id: coalitionId },
    data: coverageAnonymous === null ? {} : { coverageAnonymous },
  })
  forgetAgreement(store, coalitionId)
  return { coalition }
}
