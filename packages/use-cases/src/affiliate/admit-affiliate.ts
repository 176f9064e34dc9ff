import type { Affiliate } from '@artel/store/prisma'
import { requireAdmin } from '../access/authorise.ts'
import type { Context } from '../access/principal.ts'
import type { MoneyAmount } from '../input/bill.ts'
import { checkMoneyOrNone } from '../input/money.ts'
import { loadAgreement } from '../terms/agreement.ts'
import { takeAffiliateStep } from './take-affiliate-step.ts'

export interface AdmitAffiliateInput {
  readonly id: string
  /** Less than this is carried forward to a later window; left out: as it is, at first nothing. */
  readonly minPayout?: MoneyAmount | null
}

/**
 * Admits an affiliate that applied, or one that was suspended again; of one that is active it sets the smallest payment.
 * Administrators with `members:write`. Throws NotFoundError, AffiliateStatusError, InvalidInputError.
 */
export async function admitAffiliate(
  context: Context,
  { id, minPayout }: AdmitAffiliateInput,
): Promise<{ readonly affiliate: Affiliate }> {
  const { coalitionId } = requireAdmin(context.principal, 'members:write')
  const { coalition } = await loadAgreement(context.store, coalitionId)
  return takeAffiliateStep(context, id, {
    ...{ act: 'affiliateAdmit', from: ['APPLIED', 'SUSPENDED'], to: 'ACTIVE' },
    ...(minPayout != null && {
      minPayoutMinor: checkMoneyOrNone(['minPayout'], minPayout, coalition.currency),
    }),
  })
}
