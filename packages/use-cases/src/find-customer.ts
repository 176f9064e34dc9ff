import type { Store } from '@artel/store'
import type { Customer } from '@artel/store/prisma'
import { requireAdmin, requireCustomer, requireMember } from './authorise.ts'
import { isCardNumber } from './card-number.ts'
import { NotFoundError } from './errors/not-found.ts'
import { ValidationError } from './errors/validation.ts'
import { checkPhone } from './input/contact.ts'
import { checkId, checkRef } from './input/text.ts'
import type { Context } from './principal.ts'

/** How a caller names a customer: exactly one of raw UUID, phone, card number, or the calling member's own id. */
export type CustomerBy =
  | { readonly id: string }
  | { readonly phone: string }
  | { readonly cardNumber: string }
  | { readonly reference: string }

/** Where a customer is looked for: a coalition, and the member whose references count. */
export interface CustomerReach {
  readonly coalitionId: string
  /** Null for administrators, who have no references of their own. */
  readonly memberId: string | null
}

/**
 * Finds a customer by id, phone, card or the calling member's own reference. Members and administrators find every
 * customer of their coalition, a customer's token finds only itself. Null when there is none within reach.
 */
export async function findCustomer(context: Context, input: CustomerBy): Promise<Customer | null> {
  const { principal, store } = context
  if (principal.kind === 'customer') {
    const { coalitionId, memberId, customerId } = requireCustomer(principal, 'wallet:read')
    const found = await lookUpCustomer(store, { coalitionId, memberId }, input)
    return found?.id === customerId ? found : null
  }
  if (principal.kind === 'admin') {
    const { coalitionId } = requireAdmin(principal, 'coalition:read')
    return lookUpCustomer(store, { coalitionId, memberId: null }, input)
  }
  const { coalitionId, memberId } = requireMember(principal, 'customers:read')
  return lookUpCustomer(store, { coalitionId, memberId }, input)
}

/**
 * The id of the customer that a command names. An id costs no read: the write path finds out whether it exists.
 * Throws NotFoundError and ValidationError.
 */
export async function customerIdOf(store: Store, reach: CustomerReach, by: CustomerBy): Promise<string> {
  if ('id' in by) return checkId('customer', by.id, ['customer', 'id'])
  const found = await lookUpCustomer(store, reach, by)
  if (!found) throw new NotFoundError('customer', { path: ['customer'] })
  return found.id
}

/** The customer's row, or null. Throws ValidationError for a phone or card number that cannot be one. */
export async function lookUpCustomer(
  store: Store,
  reach: CustomerReach,
  by: CustomerBy,
): Promise<Customer | null> {
  const { prisma } = store
  const { coalitionId, memberId } = reach
  if ('id' in by) {
    const id = checkId('customer', by.id, ['customer', 'id'])
    return prisma.customer.findUnique({ where: { coalitionId_id: { coalitionId, id } } })
  }
  if ('phone' in by) {
    const phone = checkPhone(['customer', 'phone'], by.phone)
    return prisma.customer.findUnique({ where: { coalitionId_phone: { coalitionId, phone } } })
  }
  if ('cardNumber' in by) {
    const number = by.cardNumber.replaceAll(/[\s-]/g, '')
    if (!isCardNumber(number))
      throw new ValidationError(['customer', 'cardNumber'], 'Must be 16 digits. Check them against the card.')
    const card = await prisma.card.findUnique({
      where: { coalitionId_number: { coalitionId, number } },
      include: { customer: true },
    })
    return card?.status === 'ACTIVE' ? card.customer : null
  }
  if (memberId === null)
    throw new ValidationError(
      ['customer', 'reference'],
      'Only a member has references. Name the customer otherwise.',
    )
  const reference = checkRef(['customer', 'reference'], by.reference)
  const named = await prisma.customerReference.findUnique({
    where: { coalitionId_memberId_reference: { coalitionId, memberId, reference } },
    include: { customer: true },
  })
  return named?.customer ?? null
}
