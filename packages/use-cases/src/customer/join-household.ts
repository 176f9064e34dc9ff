import { CustomerClosedError, InvalidInputError, NotFoundError } from '@artel/ledger'
import { coalitionNow, lockCustomers, newId } from '@artel/store'
import type { Customer } from '@artel/store/prisma'
import { requireMemberOrAdmin } from '../access/authorise.ts'
import type { Context } from '../access/principal.ts'
import { outboxRow } from '../posting/outbox.ts'
import type { CustomerBy } from './find-customer.ts'
import { customerIdOf, reachOf } from './look-up-customer.ts'

export interface JoinHouseholdInput {
  readonly customer: CustomerBy
  /** A customer of the household, or one who has none yet: then the two begin one. */
  readonly with: CustomerBy
}

/**
 * Puts a customer into another's household, out of any it was in before. Both should have agreed: from now on either can
 * be given the other's points. Doing it twice changes nothing.
 * Throws InvalidInputError, NotFoundError, CustomerClosedError.
 */
export async function joinHousehold(
  context: Context,
  input: JoinHouseholdInput,
): Promise<{ readonly customer: Customer }> {
  const principal = requireMemberOrAdmin(context.principal, {
    member: 'customers:write',
    admin: 'customers:write',
    verb: 'joinHousehold',
  })
  const { store } = context
  const { coalitionId } = principal
  const reach = reachOf(principal)
  const [customerId, withId] = await Promise.all([
    customerIdOf(store, reach, input.customer),
    customerIdOf(store, reach, input.with, 'with'),
  ])
  if (customerId === withId)
    throw new InvalidInputError({ path: ['with'], problem: 'Must be another customer.' })
  const now = await coalitionNow(store, coalitionId)
  return store.prisma.$transaction(async (transaction) => {
    // Two joins of the same people come one after another.
    await lockCustomers(transaction, coalitionId, [customerId, withId])
    const rows = await transaction.customer.findMany({
      where: { coalitionId, id: { in: [customerId, withId] } },
    })
    const joining = rows.find(({ id }) => id === customerId)
    const host = rows.find(({ id }) => id === withId)
    if (!joining) throw new NotFoundError({ what: 'customer' }, { path: ['customer'] })
    if (!host) throw new NotFoundError({ what: 'customer' }, { path: ['with'] })
    for (const { status, mergedIntoId } of [joining, host])
      if (status === 'CLOSED') throw new CustomerClosedError({ mergedIntoId })
    if (host.householdId !== null && host.householdId === joining.householdId) return { customer: joining }
    const householdId = host.householdId ?? newId()
    if (host.householdId === null)
      await transaction.customer.update({
        where: { coalitionId_id: { coalitionId, id: withId } },
        data: { householdId },
      })
    const customer = await transaction.customer.update({
      where: { coalitionId_id: { coalitionId, id: customerId } },
      data: { householdId },
    })
    await transaction.outbox.create({
      data: outboxRow(coalitionId, now, {
        kind: 'customer.household_joined',
        subjectId: customerId,
        payload: { customerId, withCustomerId: withId },
      }),
    })
    return { customer }
  })
}
