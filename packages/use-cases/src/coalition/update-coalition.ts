import type { Points } from '@artel/ledger'
import type { Coalition } from '@artel/store/prisma'
import { requireAdmin } from '../access/authorise.ts'
import type { Context } from '../access/principal.ts'
import { checkPoints } from '../input/money.ts'
import { checkInteger } from '../input/text.ts'
import { forgetAgreement } from '../terms/agreement.ts'

/** Fields left out stay as they are. */
export interface UpdateCoalitionInput {
  /** The coverage proof shows a member other issuers without their names. */
  readonly coverageAnonymous?: boolean | null
  /** Spending more points than this takes a code of the customer: 0 = always, null = never. 0 to 10^12. */
  readonly confirmSpendingAbovePoints?: Points | null
  /** Customers without points are erased after so many whole months without an event of their points; null = never. 1 to 240. */
  readonly eraseInactiveAfterMonths?: number | null
  /** Local days that codes are kept after their end: 2 to 365. */
  readonly keepConfirmationsDays?: number | null
  /** Days that what was sent to webhook endpoints is kept: 1 to 365. */
  readonly keepDeliveriesDays?: number | null
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
  const coalition = await store.prisma.coalition.update({
    where: { id: coalitionId },
    data: {
      ...(coverageAnonymous == null ? {} : { coverageAnonymous }),
      ...(threshold === undefined ? {} : { confirmSpendingAbovePoints: threshold }),
      ...retentionOf(input),
    },
  })
  forgetAgreement(store, coalitionId)
  return { coalition }
}

/** The changes of what is kept for how long. Throws InvalidInputError. */
function retentionOf(input: UpdateCoalitionInput) {
  const { eraseInactiveAfterMonths: months, keepConfirmationsDays, keepDeliveriesDays } = input
  if (months != null) checkInteger(['eraseInactiveAfterMonths'], months, { min: 1, max: 240 })
  const kept: { keepConfirmationsDays?: number; keepDeliveriesDays?: number } = {}
  if (keepConfirmationsDays != null)
    kept.keepConfirmationsDays = checkInteger(['keepConfirmationsDays'], keepConfirmationsDays, {
      ...{ min: 2, max: 365 },
    })
  if (keepDeliveriesDays != null)
    kept.keepDeliveriesDays = checkInteger(['keepDeliveriesDays'], keepDeliveriesDays, { min: 1, max: 365 })
  return { ...kept, ...(months === undefined ? {} : { eraseInactiveAfterMonths: months }) }
}
