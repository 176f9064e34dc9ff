import { AffiliateStatusError, NotFoundError } from '@artel/ledger'
import { coalitionNow, lockAffiliate } from '@artel/store'
import type { Affiliate } from '@artel/store/prisma'
import { requireAdmin } from '../access/authorise.ts'
import type { Context } from '../access/principal.ts'
import type { ActName } from '../audit/acts.ts'
import { recordAct } from '../audit/record-act.ts'
import { checkId } from '../input/text.ts'

/** Where an affiliate is. */
export type AffiliateStatus = 'APPLIED' | 'ACTIVE' | 'SUSPENDED' | 'CLOSED'

/** A step of an affiliate: from where, to where, and what else it changes. */
export interface AffiliateStep {
  readonly act: ActName
  readonly from: readonly AffiliateStatus[]
  readonly to: AffiliateStatus
  readonly minPayoutMinor?: bigint
}

/**
 * Takes an affiliate a step on, as an administrator with `members:write`; where it is there already with nothing to change, nothing
 * happens. Throws NotFoundError, AffiliateStatusError.
 */
export async function takeAffiliateStep(
  context: Context,
  affiliateId: string,
  { act, from, to, minPayoutMinor }: AffiliateStep,
): Promise<{ readonly affiliate: Affiliate }> {
  const { coalitionId } = requireAdmin(context.principal, 'members:write')
  const { store } = context
  const id = checkId('affiliate', affiliateId, ['id'])
  const now = await coalitionNow(store, coalitionId)
  const affiliate = await store.prisma.$transaction(async (transaction) => {
    await lockAffiliate(transaction, { coalitionId, affiliateId: id })
    const where = { coalitionId_id: { coalitionId, id } }
    const before = await transaction.affiliate.findUnique({ where })
    if (!before) throw new NotFoundError({ what: 'affiliate' }, { path: ['id'] })
    const least = minPayoutMinor ?? before.minPayoutMinor
    if (before.status === to && least === before.minPayoutMinor) return before
    const status = before.status as AffiliateStatus
    if (status !== to && !from.includes(status)) throw new AffiliateStatusError({ affiliateStatus: status })
    const data = { status: to, minPayoutMinor: least, changedAt: now }
    const after = await transaction.affiliate.update({ where, data })
    if (status !== to) {
      const stepNo = (await transaction.affiliateStep.count({ where: { coalitionId, affiliateId: id } })) + 1
      await transaction.affiliateStep.create({
        data: { coalitionId, affiliateId: id, stepNo, status: to, takenAt: now },
      })
    }
    await recordAct(context, transaction, {
      ...{ act, coalitionId, memberId: null, subject: { type: 'affiliate', id } },
      details: { status: { before: status, after: to }, minPayoutMinor: least },
    })
    return after
  })
  return { affiliate }
}
