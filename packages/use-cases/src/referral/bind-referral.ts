import {
  AlreadyBoughtError,
  AlreadyReferredError,
  CustomerClosedError,
  NotFoundError,
  OwnReferralError,
} from '@artel/ledger'
import {
  addReferral,
  bindingTerms,
  closedCustomer,
  holdCustomer,
  inTransaction,
  type NewReferral,
  type ReferralFacts,
  referralFacts,
  type TransactionClient,
} from '@artel/store'
import { requireMember } from '../access/authorise.ts'
import type { Context } from '../access/principal.ts'
import { referrerNamed } from '../binding/referrer-named.ts'
import type { CustomerBy } from '../customer/find-customer.ts'
import { customerIdOf } from '../customer/look-up-customer.ts'

export interface BindReferralInput {
  /** Who was brought. */
  readonly customer: CustomerBy
  /** The code of who recommended the programme, however it is typed. */
  readonly code: string
}

/** Who was brought, at which member and when. Who brought it is not said. */
export interface BoundReferral {
  readonly coalitionId: string
  readonly friendId: string
  readonly boundAt: Date
}

/**
 * Writes down that a customer was brought by another, by the other's code: before the customer's first purchase, and for good.
 * Throws InvalidInputError, NotFoundError, CustomerClosedError, MemberNotActiveError, OwnReferralError, AlreadyReferredError,
 * AlreadyBoughtError.
 */
export async function bindReferral(context: Context, input: BindReferralInput): Promise<BoundReferral> {
  const { principal, store } = context
  const { coalitionId, memberId, tillId } = requireMember(principal, 'customers:write', 'bindReferral')
  const friendId = await customerIdOf(context, { coalitionId, memberId }, input.customer)
  const via = tillId === undefined ? 'CODE' : 'TILL'
  return inTransaction(store, async (client) => {
    await holdFriend(client, { coalitionId, friendId })
    const named = { coalitionId, typed: input.code, path: ['code'] }
    const { customerId: referrerId, isOfMerged } = await referrerNamed(client, named)
    refuseClose(await referralFacts(client, { coalitionId, friendId, referrerId }), isOfMerged)
    // After the customer is held: a purchase that was recorded before has an earlier instant.
    const { now: boundAt } = await bindingTerms(client, coalitionId)
    const referral: NewReferral = { friendId, referrerId, memberId, via, boundAt }
    await addReferral(client, coalitionId, referral)
    return { coalitionId, friendId, boundAt }
  })
}

/** Holds who is to be bound, so that bindings come one after another. Throws NotFoundError, CustomerClosedError. */
async function holdFriend(
  client: TransactionClient,
  { coalitionId, friendId }: { readonly coalitionId: string; readonly friendId: string },
): Promise<void> {
  if (await holdCustomer(client, { coalitionId, customerId: friendId })) return
  const closed = await closedCustomer(client, { coalitionId, customerId: friendId })
  if (!closed) throw new NotFoundError({ what: 'customer' }, { path: ['customer'] })
  throw new CustomerClosedError({ mergedIntoId: closed.mergedIntoId })
}

function refuseClose(facts: ReferralFacts, isOfMerged: boolean): void {
  if (facts.isSelf) throw new OwnReferralError({ because: isOfMerged ? 'MERGED' : 'SELF' })
  if (facts.isOfHousehold) throw new OwnReferralError({ because: 'HOUSEHOLD' })
  if (facts.hasSamePhone) throw new OwnReferralError({ because: 'PHONE' })
  if (facts.hasSameCard) throw new OwnReferralError({ because: 'CARD' })
  if (facts.isBrought) throw new AlreadyReferredError({})
  if (facts.broughtReferrer) throw new OwnReferralError({ because: 'MUTUAL' })
  if (facts.hasBought) throw new AlreadyBoughtError({})
}
