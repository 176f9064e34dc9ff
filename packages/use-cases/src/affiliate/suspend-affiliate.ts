import type { Affiliate } from '@artel/store/prisma'
import type { Context } from '../access/principal.ts'
import { takeAffiliateStep } from './take-affiliate-step.ts'

/**
 * Suspends an affiliate: what is sold from now on earns it nothing; what it has earned is approved and paid. Administrators with
 * `members:write`. Throws NotFoundError, AffiliateStatusError.
 */
export async function suspendAffiliate(
  context: Context,
  { id }: { readonly id: string },
): Promise<{ readonly affiliate: Affiliate }> {
  return takeAffiliateStep(context, id, { act: 'affiliateSuspend', from: ['ACTIVE'], to: 'SUSPENDED' })
}
