import { coalitionNow, databaseNow, lockCustomers } from '@artel/store'
import type { Customer } from '@artel/store/prisma'
import type { Context } from '../access/principal.ts'
import type { CustomerBy } from '../customer/find-customer.ts'
import { needsAdministrator } from '../customer/freeze-needs-administrator.ts'
import { pointsOf } from '../customer/points-of.ts'
import { endCustomerSessions } from '../customer-session/stored-session.ts'
import { checkReason } from './check-reason.ts'
import { recordFreeze } from './record-freeze.ts'

export interface FreezeCustomerInput {
  /** A customer's token may leave itself out. */
  readonly customer?: CustomerBy | null
  /** Why; for those who look later. */
  readonly reason?: string | null
  /** Whoever has the customer's phone gets its codes: then only an administrator unfreezes. */
  readonly isPhoneLost?: boolean | null
}

/**
 * Freezes a customer's points: once it has answered, nothing of them is spent, held or given until they are unfrozen. By the
 * customer's own token, a member or an administrator. A freeze by an administrator, or of who has lost the phone, is lifted by
 * administrators alone; to freeze what is frozen changes nothing but that. With the phone its sessions of the coalition's page are gone:
 * they end, and no code opens one until the freeze is lifted.
 * Throws InvalidInputError, NotFoundError, MemberNotActiveError, CustomerClosedError.
 */
export async function freezeCustomer(
  context: Context,
  input: FreezeCustomerInput,
): Promise<{ readonly customer: Customer }> {
  const kept = await pointsOf(context, { customer: input.customer, verb: 'freezeCustomer' })
  const reason = checkReason(input.reason)
  const { store } = context
  const { coalitionId, customerId: id } = kept
  const isPhoneLost = input.isPhoneLost === true
  const needsAdmin = kept.actorKind === 'ADMIN' || isPhoneLost
  const sessionsEndAt = await databaseNow(store.pool)
  const known = await store.prisma.customer.findUnique({ where: { coalitionId_id: { coalitionId, id } } })
  // A finger that taps again and again does not hold up the coalition's books.
  if (known?.status === 'ACTIVE' && known.frozenAt !== null)
    if (!needsAdmin || (await needsAdministrator(store.prisma, known))) {
      if (isPhoneLost) await endCustomerSessions(store.prisma, { coalitionId, customerId: id }, sessionsEndAt)
      return { customer: known }
    }
  const now = await coalitionNow(store, coalitionId)
  return store.prisma.$transaction(async (transaction) => {
    const frozen = await recordFreeze(transaction, kept, { kind: 'FROZEN', reason, now, needsAdmin })
    if (!isPhoneLost) return frozen
    await lockCustomers(transaction, coalitionId, [id, id])
    await endCustomerSessions(transaction, { coalitionId, customerId: id }, sessionsEndAt)
    return frozen
  })
}
