import type { Customer } from '@artel/store/prisma'
import { requireAdmin, requireCustomer, requireMember } from '../access/authorise.ts'
import type { Context } from '../access/principal.ts'
import { dealtWithBy } from './dealt-with.ts'
import { lookUpCustomer } from './look-up-customer.ts'

/** How a caller names a customer: exactly one of raw UUID, phone, card number, or the calling member's own id. */
export type CustomerBy =
  | { readonly id: string }
  | { readonly phone: string }
  | { readonly cardNumber: string }
  | { readonly reference: string }

/**
 * Finds a customer by id, phone, card or the calling member's own reference. Members and administrators find every
 * customer of their coalition, a SUSPENDED member those that it has dealt with, a customer's token finds only itself. Null
 * when there is none within reach.
 */
export async function findCustomer(context: Context, input: CustomerBy): Promise<Customer | null> {
  const { principal, store } = context
  if (principal.kind === 'customer') {
    const { coalitionId, memberId, customerId } = requireCustomer(principal, 'wallet:read')
    const found = await lookUpCustomer(context, { coalitionId, memberId }, input)
    return found?.id === customerId ? found : null
  }
  if (principal.kind === 'admin') {
    const { coalitionId } = requireAdmin(principal, 'coalition:read')
    return lookUpCustomer(context, { coalitionId, memberId: null }, input)
  }
  const { coalitionId, memberId, status } = requireMember(principal, 'customers:read', 'findCustomer')
  const found = await lookUpCustomer(context, { coalitionId, memberId }, input)
  if (!found || status !== 'SUSPENDED') return found
  return store.prisma.customer.findFirst({
    where: { AND: [{ coalitionId, id: found.id }, dealtWithBy(memberId)] },
  })
}
