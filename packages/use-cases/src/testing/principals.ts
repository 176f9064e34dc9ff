import { v7 as uuidv7 } from 'uuid'
import type { AdminPrincipal, CustomerPrincipal, MemberPrincipal, Principal } from '../access/principal.ts'
import { ADMIN_SCOPES, CUSTOMER_SCOPES, MEMBER_SCOPES } from '../access/principal.ts'
import type { BuiltCoalition } from './a-coalition.ts'

export type Kind = Principal['kind']

/** A caller of each kind with every scope: of the town's member `shop` and its customer Anna where it has those. */
export function principalsOf(town: BuiltCoalition): Record<Kind, Principal> {
  const { admin, id: coalitionId } = town
  const shop = town.member('shop').principal
  const customer: CustomerPrincipal = {
    kind: 'customer',
    coalitionId,
    memberId: shop.memberId,
    customerId: town.customer('Anna').id,
    scopes: new Set(CUSTOMER_SCOPES),
    tokenId: 'token',
    maxPoints: null,
    origin: null,
  }
  return {
    operator: { kind: 'operator' },
    anonymous: { kind: 'anonymous' },
    admin: { ...admin, scopes: new Set(ADMIN_SCOPES) },
    member: { ...shop, scopes: new Set(MEMBER_SCOPES) },
    person: { kind: 'person', personId: uuidv7(), sessionId: uuidv7(), lacks: 'PLACE' },
    till: { kind: 'till', coalitionId, memberId: shop.memberId, tillId: uuidv7() },
    customer,
  }
}

/** The same caller but for one scope. */
export const withoutScope = (
  principal: AdminPrincipal | MemberPrincipal | CustomerPrincipal,
  scope: string,
): Principal => ({ ...principal, scopes: new Set([...principal.scopes].filter((own) => own !== scope)) })
