import { InvalidInputError, NotFoundError } from '@artel/ledger'
import { actorOf } from '../access/actor.ts'
import { customerScopeAt, requireCustomer, requireMember } from '../access/authorise.ts'
import type { Context } from '../access/principal.ts'
import type { CustomerBy } from '../customer/find-customer.ts'
import { customerIdOf } from '../customer/look-up-customer.ts'

/** Who claims, for whom, and at whose tills. */
export interface Claimer {
  readonly coalitionId: string
  readonly customerId: string
  /** Receipts of whose tills alone; null: those of all members. */
  readonly memberId: string | null
  /** Whose idempotency keys count. Raw UUID. */
  readonly scopeId: string
  /** Who acts for the member at its counter; null: the customer. Raw UUID. */
  readonly actorId: string | null
}

/** Who earns by a claim. Throws PermissionError, InvalidInputError, NotFoundError, MemberNotActiveError. */
export async function claimerOf(context: Context, customer: CustomerBy | null | undefined): Promise<Claimer> {
  const { principal } = context
  if (principal.kind === 'customer') {
    const { coalitionId, memberId, customerId } = requireCustomer(principal, 'wallet:write')
    if (customer && (await customerIdOf(context, { coalitionId, memberId }, customer)) !== customerId)
      throw new NotFoundError({ what: 'customer' }, { path: ['customer'] })
    const scopeId = customerScopeAt(principal)
    return { coalitionId, customerId, memberId: null, scopeId, actorId: null }
  }
  const member = requireMember(principal, 'purchases:write', 'makeReceiptClaim')
  const { coalitionId, memberId } = member
  if (!customer)
    throw new InvalidInputError({ path: ['customer'], problem: 'Must name the customer that claims it.' })
  const customerId = await customerIdOf(context, { coalitionId, memberId }, customer)
  return { coalitionId, customerId, memberId, scopeId: memberId, actorId: actorOf(member) }
}
