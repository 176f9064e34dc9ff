import { NotFoundError } from '@artel/ledger'
import type { Store } from '@artel/store'
import type { WebhookEndpoint } from '@artel/store/prisma'
import { requireMemberOrAdmin } from '../access/authorise.ts'
import type { AdminPrincipal, Context, MemberPrincipal } from '../access/principal.ts'
import type { MemberVerb } from '../access/verb-statuses.ts'
import { checkId } from '../input/text.ts'
import type { Listener } from './events/tell-event.ts'

/** Who manages endpoints: a member its own, an administrator the coalition's. Throws PermissionError, MemberNotActiveError. */
export const requireEndpointOwner = (
  { principal }: Context,
  verb: MemberVerb,
): MemberPrincipal | AdminPrincipal =>
  requireMemberOrAdmin(principal, { member: 'member:write', admin: 'coalition:write', verb })

/** Whose endpoints the caller's are. */
export const ownerOf = (principal: MemberPrincipal | AdminPrincipal) => ({
  coalitionId: principal.coalitionId,
  memberId: principal.kind === 'member' ? principal.memberId : null,
})

/** The caller as one that is told of events: what its own key may read. */
export const asListener = (principal: MemberPrincipal | AdminPrincipal): Listener => ({
  memberId: principal.kind === 'member' ? principal.memberId : null,
  memberStatus: principal.kind === 'member' ? principal.status : null,
  scopes: [...principal.scopes],
})

/** An endpoint of the caller's; NotFoundError for any other, and for a deleted one. */
export async function ownEndpoint(
  { prisma }: Pick<Store, 'prisma'>,
  principal: MemberPrincipal | AdminPrincipal,
  id: string,
): Promise<WebhookEndpoint> {
  const found = await prisma.webhookEndpoint.findFirst({
    where: { ...ownerOf(principal), id: checkId('webhookEndpoint', id, ['id']), deletedAt: null },
  })
  if (!found) throw new NotFoundError({ what: 'webhookEndpoint' }, { path: ['id'] })
  return found
}
