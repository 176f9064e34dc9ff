import { NotFoundError } from '@artel/ledger'
import { coalitionNow } from '@artel/store'
import type { Customer } from '@artel/store/prisma'
import { requireMemberOrAdmin } from '../access/authorise.ts'
import type { Context } from '../access/principal.ts'
import type { CustomerBy } from '../customer/find-customer.ts'
import { customerIdOf, reachOf } from '../customer/look-up-customer.ts'
import { outboxRow } from '../posting/outbox.ts'

/**
 * Takes a customer out of its household; points given before stay where they are. Without one, changes nothing.
 * Throws InvalidInputError and NotFoundError.
 */
export async function leaveHousehold(
  context: Context,
  input: { readonly customer: CustomerBy },
): Promise<{ readonly customer: Customer }> {
  const principal = requireMemberOrAdmin(context.principal, {
    member: 'customers:write',
    admin: 'customers:write',
    verb: 'leaveHousehold',
  })
  const { store } = context
  const { coalitionId } = principal
  const id = await customerIdOf(context, reachOf(principal), input.customer)
  const now = await coalitionNow(store, coalitionId)
  return store.prisma.$transaction(async (transaction) => {
    const left = await transaction.customer.updateMany({
      where: { coalitionId, id, householdId: { not: null } },
      data: { householdId: null },
    })
    const customer = await transaction.customer.findUnique({
      where: { coalitionId_id: { coalitionId, id } },
    })
    if (!customer) throw new NotFoundError({ what: 'customer' }, { path: ['customer'] })
    if (left.count > 0)
      await transaction.outbox.create({
        data: outboxRow(coalitionId, now, {
          kind: 'customer.household_left',
          subjectId: id,
          payload: { customerId: id },
        }),
      })
    return { customer }
  })
}
