import type { Points } from '@artel/ledger'
import type { ConfirmationUse } from '@artel/store'
import type { Context } from '../access/principal.ts'
import type { Agreement } from '../terms/agreement.ts'
import { needsConfirmation } from './act.ts'
import { type Consent, type GivenConfirmation, NO_CODE_NEEDED, takeConsent } from './consent.ts'

/**
 * The customer's consent to spending points at a member: none is asked for up to the coalition's threshold, and a code that
 * is not needed stays unused. Throws InvalidInputError for what cannot be a code.
 */
export async function consentToSpend(
  context: Context,
  {
    spending,
    agreement,
    confirmation,
    use,
  }: {
    readonly spending: {
      readonly coalitionId: string
      readonly memberId: string
      readonly customerId: string
      readonly points: Points
    }
    readonly agreement: Agreement
    readonly confirmation: GivenConfirmation | null | undefined
    readonly use: ConfirmationUse
  },
): Promise<Consent> {
  const threshold = agreement.coalition.confirmSpendingAbovePoints
  if (!needsConfirmation(spending.points, threshold)) return NO_CODE_NEEDED
  const act = { ...spending, purpose: 'SPEND' as const, otherCustomerId: null }
  return takeConsent(context, { act, given: confirmation, threshold }, use)
}
