import { NotFoundError, OwnLinkError } from '@artel/ledger'
import { bindingThatStays } from '@artel/rules'
import {
  addBinding,
  bindingsOf,
  bindingTerms,
  endedSources,
  holdCustomer,
  inTransaction,
  type LinkRow,
  type NewBinding,
  type Store,
} from '@artel/store'
import { requireMember } from '../access/authorise.ts'
import type { Context } from '../access/principal.ts'
import { bindingBy, boundLink, isOwnLink, sourceChoiceOf } from '../binding/binding-by.ts'
import { type CameBy, linkCameBy } from '../binding/link-came-by.ts'
import type { CustomerBy } from '../customer/find-customer.ts'
import { customerIdOf } from '../customer/look-up-customer.ts'

export interface BindCustomerInput extends CameBy {
  readonly customer: CustomerBy
}

/** A binding of a customer to a source at one member. */
export type BoundCustomer = NewBinding & { readonly coalitionId: string }

export interface BindingDone {
  /** The binding that counts now. */
  readonly binding: BoundCustomer
  /** False where another one, made before, goes on counting. */
  readonly isNew: boolean
}

/**
 * Binds a customer to the source of a link to the calling member, by the code that was typed or by the click. Whether the
 * binding that stands goes on counting is the coalition's policy. By a click it is bound as it signs in on
 * the member's site, by a code at a till or elsewhere.
 * Throws InvalidInputError, NotFoundError, MemberNotActiveError, OwnLinkError.
 */
export async function bindCustomer(context: Context, input: BindCustomerInput): Promise<BindingDone> {
  const { principal, store } = context
  const { coalitionId, memberId, tillId } = requireMember(principal, 'customers:write', 'bindCustomer')
  const customerId = await customerIdOf(context, { coalitionId, memberId }, input.customer)
  const link = await linkCameBy(store, { coalitionId, memberId }, input)
  if (!link) throw new NotFoundError({ what: 'click' }, { path: ['clickId'] })
  const via = tillId !== undefined ? 'TILL' : input.code == null ? 'SIGN_IN' : 'CODE'
  return bindTo(store, { coalitionId, customerId, link, via })
}

/** Binds a customer to the source of a link, or leaves the binding that goes on counting. Throws NotFoundError, OwnLinkError. */
async function bindTo(
  store: Store,
  asked: {
    readonly coalitionId: string
    readonly customerId: string
    readonly link: LinkRow
    readonly via: 'SIGN_IN' | 'TILL' | 'CODE'
  },
): Promise<BindingDone> {
  const { coalitionId, customerId, link, via } = asked
  return inTransaction(store, async (client) => {
    if (!(await holdCustomer(client, { coalitionId, customerId })))
      throw new NotFoundError({ what: 'customer' }, { path: ['customer'] })
    if (await isOwnLink(client, asked)) throw new OwnLinkError({})
    // After the customer is held: whoever waited sees those that were bound meanwhile in its past.
    const coalition = await bindingTerms(client, coalitionId)
    const candidate = bindingBy(link, { coalition, customerId, via, now: coalition.now })
    const bound = await bindingsOf(client, { coalitionId, of: [customerId] })
    const here = bound.filter(({ memberId }) => memberId === link.memberId)
    const sourceIds = [link.sourceId, ...here.map(({ sourceId }) => sourceId)]
    const ended = await endedSources(client, { coalitionId, sourceIds })
    if (ended.has(link.sourceId)) throw new NotFoundError({ what: 'link' }, { path: ['code'] })
    const standing = here.filter(({ sourceId }) => !ended.has(sourceId)).map(boundLink)
    const { timeZone } = coalition
    const stays = bindingThatStays(standing, boundLink(candidate), { ...sourceChoiceOf(coalition), timeZone })
    if (stays) return { binding: { ...stays, coalitionId, id: stays.bindingId }, isNew: false }
    await addBinding(client, coalitionId, candidate)
    return { binding: { ...candidate, coalitionId }, isNew: true }
  })
}
