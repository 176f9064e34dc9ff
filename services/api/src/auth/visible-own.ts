import type { Prisma } from '@artel/store/prisma'
import type { AdminPrincipal, MemberPrincipal } from '@artel/use-cases'

/** What a key or a person asked for where it acts: another of the same member may read less, or more. */
export const ownExports = (principal: AdminPrincipal | MemberPrincipal): Prisma.ListExportWhereInput => ({
  coalitionId: principal.coalitionId,
  memberId: principal.kind === 'member' ? principal.memberId : null,
  startedById: principal.keyId,
})

/** Endpoints of one owner and what was sent to them; those that were deleted are gone. */
export const ownWebhooks = (owner: { coalitionId: string; memberId: string | null }) => ({
  webhookEndpoint: { ...owner, deletedAt: null },
  webhookDelivery: { coalitionId: owner.coalitionId, endpoint: { ...owner, deletedAt: null } },
})
export const NO_WEBHOOKS = { webhookEndpoint: null, webhookDelivery: null }
