import { InvalidInputError, NotFoundError } from '@artel/ledger'
import type { Store } from '@artel/store'
import type { Customer } from '@artel/store/prisma'
import type { AdminPrincipal, Context, MemberPrincipal } from '../access/principal.ts'
import { checkPhone } from '../input/contact.ts'
import { checkId, checkRef } from '../input/text.ts'
import { isCardNumber } from './card-number.ts'
import type { CustomerBy } from './find-customer.ts'

/** Where a customer is looked for: a coalition, and the member whose references count. */
export interface CustomerReach {
  readonly coalitionId: string
  /** Null for administrators, who have no references of their own. */
  readonly memberId: string | null
}

/** Who looks: a context, or the store alone for what a caller's own books name. */
export type Seeker = Pick<Context, 'store' | 'lookUps'>

/** How far a member or an administrator looks. */
export const reachOf = (principal: MemberPrincipal | AdminPrincipal): CustomerReach => ({
  coalitionId: principal.coalitionId,
  memberId: principal.kind === 'member' ? principal.memberId : null,
})

/**
 * The id of the customer that a command names in `field`. An id costs no read: the write path finds out whether it
 * exists. Throws NotFoundError and InvalidInputError.
 */
export async function customerIdOf(
  seeker: Seeker,
  reach: CustomerReach,
  by: CustomerBy,
  field = 'customer',
): Promise<string> {
  if ('id' in by) return checkId('customer', by.id, [field, 'id'])
  const found = await lookUpCustomer(seeker, reach, by, field)
  if (!found) throw new NotFoundError({ what: 'customer' }, { path: [field] })
  return found.id
}

/**
 * The customer's row, or null. A phone whose owner was merged is the survivor's; an id is taken at its word. Phones and cards
 * can be guessed: who finds nobody too often is slowed.
 * Throws InvalidInputError for a phone or card number that cannot be one.
 */
export async function lookUpCustomer(
  { store, lookUps }: Seeker,
  reach: CustomerReach,
  by: CustomerBy,
  field = 'customer',
): Promise<Customer | null> {
  if (!lookUps || !('phone' in by || 'cardNumber' in by)) return findBy(store, reach, by, field)
  await lookUps.admit()
  const found = await findBy(store, reach, by, field)
  if (found) lookUps.noGuess?.()
  else lookUps.countGuess()
  return found
}

async function findBy(
  store: Store,
  reach: CustomerReach,
  by: CustomerBy,
  field: string,
): Promise<Customer | null> {
  const { prisma } = store
  const { coalitionId, memberId } = reach
  if ('id' in by) {
    const id = checkId('customer', by.id, [field, 'id'])
    return prisma.customer.findUnique({ where: { coalitionId_id: { coalitionId, id } } })
  }
  if ('phone' in by) {
    const phone = checkPhone([field, 'phone'], by.phone)
    const owner = await prisma.customer.findUnique({ where: { coalitionId_phone: { coalitionId, phone } } })
    if (!owner?.mergedIntoId) return owner
    return prisma.customer.findUnique({ where: { coalitionId_id: { coalitionId, id: owner.mergedIntoId } } })
  }
  if ('cardNumber' in by) {
    const number = by.cardNumber.replaceAll(/[\s-]/g, '')
    if (!isCardNumber(number))
      throw new InvalidInputError({
        path: [field, 'cardNumber'],
        problem: 'Must be 16 digits. Check them against the card.',
      })
    const card = await prisma.card.findUnique({
      where: { coalitionId_number: { coalitionId, number } },
      include: { customer: true },
    })
    return card?.status === 'ACTIVE' ? card.customer : null
  }
  if (memberId === null)
    throw new InvalidInputError({
      path: [field, 'reference'],
      problem: 'Only a member has references. Name the customer otherwise.',
    })
  const reference = checkRef([field, 'reference'], by.reference)
  const named = await prisma.customerReference.findUnique({
    where: { coalitionId_memberId_reference: { coalitionId, memberId, reference } },
    include: { customer: true },
  })
  return named?.customer ?? null
}
