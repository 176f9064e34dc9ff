import { InvalidInputError, NotFoundError } from '@artel/ledger'
import { actorOf } from '../access/actor.ts'
import { customerScopeAt, requireCustomer, requireMemberOrAdmin, scopeOf } from '../access/authorise.ts'
import type { Context } from '../access/principal.ts'
import type { MemberVerb } from '../access/verb-statuses.ts'
import type { CustomerBy } from './find-customer.ts'
import { customerIdOf, reachOf } from './look-up-customer.ts'

/** Whose points a command keeps safe, and who says so. */
export interface KeptPoints {
  readonly coalitionId: string
  /** Where it happens, or whose token it is; null for administrators. */
  readonly memberId: string | null
  readonly customerId: string
  readonly actorKind: 'CUSTOMER' | 'MEMBER' | 'ADMIN'
  /** The customer, or the person or key that acts. Raw UUID. */
  readonly actorId: string
  /** Whose idempotency keys count. Raw UUID. */
  readonly keyScopeId: string
}

/**
 * The customer that a command keeps safe: a customer's token is for itself alone, members and administrators name any of their
 * coalition. Throws InvalidInputError, NotFoundError, MemberNotActiveError.
 */
export async function pointsOf(
  context: Context,
  { customer, verb }: { readonly customer: CustomerBy | null | undefined; readonly verb: MemberVerb },
): Promise<KeptPoints> {
  const { principal } = context
  if (principal.kind === 'customer') {
    const { coalitionId, memberId, customerId } = requireCustomer(principal, 'wallet:write')
    if (customer && (await customerIdOf(context, { coalitionId, memberId }, customer)) !== customerId)
      throw new NotFoundError({ what: 'customer' }, { path: ['customer'] })
    const keyScopeId = customerScopeAt(principal)
    return { coalitionId, memberId, customerId, actorKind: 'CUSTOMER', actorId: customerId, keyScopeId }
  }
  const acting = requireMemberOrAdmin(principal, {
    member: 'customers:write',
    admin: 'customers:write',
    verb,
  })
  if (!customer)
    throw new InvalidInputError({ path: ['customer'], problem: 'Must be given for this purpose.' })
  const reach = reachOf(acting)
  return {
    ...reach,
    customerId: await customerIdOf(context, reach, customer),
    actorKind: acting.kind === 'member' ? 'MEMBER' : 'ADMIN',
    actorId: actorOf(acting),
    keyScopeId: scopeOf(acting),
  }
}
