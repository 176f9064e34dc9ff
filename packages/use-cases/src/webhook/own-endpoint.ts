import { NotFoundError } from '@artel/ledger'
import { lockEndpoint, type TransactionClient } from '@artel/store'
import type { WebhookEndpoint } from '@artel/store/prisma'
import { requireMemberOrAdmin } from '../access/authorise.ts'
import type { AdminPrincipal, Context, MemberPrincipal } from '../access/principal.ts'
import type { MemberVerb } from '../access/verb-statuses.ts'
import type { ActName } from '../audit/acts.ts'
import type { AuditDetails } from '../audit/details.ts'
import type { Act } from '../audit/record-act.ts'
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

/** An act on an endpoint, for the audit log. The rest of its address may be a secret: the host is told alone. */
export const actOn = (
  { coalitionId, memberId, id }: Pick<WebhookEndpoint, 'coalitionId' | 'memberId' | 'id'>,
  act: ActName,
  details: AuditDetails = {},
): Act => ({ act, coalitionId, memberId, subject: { type: 'webhookEndpoint', id }, details })

/** The caller as one that is told of events: what its own key may read. */
export const asListener = (principal: MemberPrincipal | AdminPrincipal): Listener => ({
  memberId: principal.kind === 'member' ? principal.memberId : null,
  memberStatus: principal.kind === 'member' ? principal.status : null,
  scopes: [...principal.scopes],
})

/**
 * An endpoint of the caller's, which nobody else changes or takes deliveries of until the transaction ends. Throws
 * NotFoundError for any other, and for a deleted one.
 */
export async function lockOwnEndpoint(
  client: TransactionClient,
  principal: MemberPrincipal | AdminPrincipal,
  id: string,
): Promise<WebhookEndpoint> {
  const name = { ...ownerOf(principal), id: checkId('webhookEndpoint', id, ['id']) }
  const found = await lockEndpoint(client, name)
  if (!found) throw new NotFoundError({ what: 'webhookEndpoint' }, { path: ['id'] })
  return found
}
