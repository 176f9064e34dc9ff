import type { Affiliate } from '@artel/store/prisma'
import type { Context } from '../access/principal.ts'
import { takeAffiliateStep } from './take-affiliate-step.ts'

/**
 * Closes an affiliate for good, an application too. What it has earned is approved and paid as before. Administrators with
 * `members:write`. Throws NotFoundError, AffiliateStatusError.
 */
export async function closeAffiliate(
  context: Context,
  { id }: { readonly id: string },
): Promise<{ readonly affiliate: Affiliate }> {
  return takeAffiliateStep(context, id, {
    ...{ act: 'affiliateClose', from: ['APPLIED', 'ACTIVE', 'SUSPENDED'], to: 'CLOSED' },
  })
}
