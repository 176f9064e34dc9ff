import { coalitionNow } from '@artel/store'
import type { Customer } from '@artel/store/prisma'
import type { Context } from '../access/principal.ts'
import type { CustomerBy } from '../customer/find-customer.ts'
import { pointsOf } from '../customer/points-of.ts'
import { checkReason } from './check-reason.ts'
import { recordFreeze } from './record-freeze.ts'

export interface FreezeCustomerInput {
  /** A customer's token may leave itself out. */
  readonly customer?: CustomerBy | null
  /** Why; for those who look later. */
  readonly reason?: string | null
}

/**
 * Freezes a customer's points: once it has answered, nothing of them is spent, held or given until they are unfrozen. By the
 * customer's own token, a member or an administrator. Freezing what is frozen changes nothing.
 * Throws InvalidInputError, NotFoundError, MemberNotActiveError, CustomerClosedError.
 */
export async function freezeCustomer(
  context: Context,
  input: FreezeCustomerInput,
): Promise<{ readonly customer: Customer }> {
  const kept = await pointsOf(context, { customer: input.customer, verb: 'freezeCustomer' })
  const reason = checkReason(input.reason)
  const { store } = context
  const now = await coalitionNow(store, kept.coalitionId)
  return store.prisma.$transaction((transaction) =>
    recordFreeze(transaction, kept, { kind: 'FROZEN', reason, now }),
  )
}
