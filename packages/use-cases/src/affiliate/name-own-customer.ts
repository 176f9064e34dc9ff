import { NotFoundError } from '@artel/ledger'
import type { Affiliate } from '@artel/store/prisma'
import { requireAdmin } from '../access/authorise.ts'
import type { Context } from '../access/principal.ts'
import { recordAct } from '../audit/record-act.ts'
import { checkId } from '../input/text.ts'

export interface NameOwnCustomerInput {
  readonly id: string
  /** Raw UUID. */
  readonly customerId: string
}

/**
 * Says that a customer is an affiliate itself, or works for it: what it and its household buy earns the affiliate nothing from the
 * next sale on. Twice changes nothing. Administrators with `members:write`. Throws NotFoundError.
 */
export async function nameOwnCustomer(
  context: Context,
  input: NameOwnCustomerInput,
): Promise<{ readonly affiliate: Affiliate }> {
  const { coalitionId } = requireAdmin(context.principal, 'members:write')
  const { prisma } = context.store
  const id = checkId('affiliate', input.id, ['id'])
  const customerId = checkId('customer', input.customerId, ['customerId'])
  const affiliate = await prisma.$transaction(async (transaction) => {
    const found = await transaction.affiliate.findUnique({ where: { coalitionId_id: { coalitionId, id } } })
    if (!found) throw new NotFoundError({ what: 'affiliate' }, { path: ['id'] })
    const where = { coalitionId_id: { coalitionId, id: customerId } }
    if (!(await transaction.customer.findUnique({ where, select: { id: true } })))
      throw new NotFoundError({ what: 'customer' }, { path: ['customerId'] })
    const data = [{ coalitionId, affiliateId: id, customerId }]
    const { count } = await transaction.affiliateCustomer.createMany({ data, skipDuplicates: true })
    if (count > 0)
      await recordAct(context, transaction, {
        ...{ act: 'affiliateCustomerName', coalitionId, memberId: null },
        subject: { type: 'affiliate', id },
      })
    return found
  })
  return { affiliate }
}
