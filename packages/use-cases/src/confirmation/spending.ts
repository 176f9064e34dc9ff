import type { Points } from '@artel/ledger'
import type { ConfirmationUse } from '@artel/store'
import type { Context } from '../access/principal.ts'
import { spendingBar } from '../customer/spending-bar.ts'
import type { Agreement } from '../terms/agreement.ts'
import { needsConfirmation } from './act.ts'
import { type Consent, type GivenConfirmation, missing, NO_CODE_NEEDED, takeConsent } from './consent.ts'

/**
 * The customer's consent to spending points at a member: none is asked for up to the coalition's threshold, and a code that
 * is not needed stays unused. So does one for what could not be spent now anyway: the same code confirms the same command
 * later, within its time. Throws InvalidInputError for what cannot be a code.
 */
export async function consentToSpend(
  context: Context,
  {
    spending,
    agreement,
    confirmation,
    use,
    takesRoom = false,
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
    /** Whether room under a token's cap is set aside for it, which is not to be for what is refused. */
    readonly takesRoom?: boolean
  },
): Promise<Consent> {
  const threshold = agreement.coalition.confirmSpendingAbovePoints
  const needsCode = needsConfirmation(spending.points, threshold)
  if (!needsCode && !takesRoom) return NO_CODE_NEEDED
  const bar = await spendingBar(context.store, { ...spending, coalition: agreement.coalition })
  if (bar) return missing(bar)
  if (!needsCode) return NO_CODE_NEEDED
  const act = { ...spending, purpose: 'SPEND' as const, otherCustomerId: null }
  return takeConsent(context, { act, given: confirmation, threshold }, use)
}
