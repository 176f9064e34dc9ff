import type { Prisma } from '@artel/store/prisma'
import { type AdminPrincipal, IMPORT_KINDS, IMPORT_RULES, type MemberPrincipal } from '@artel/use-cases'

/**
 * What a key or a person asked for where it acts: another of the same member may read less, or more. A session that a PIN began has no files,
 * whatever its person asked for elsewhere.
 */
const ownExports = (principal: AdminPrincipal | MemberPrincipal): Prisma.ListExportWhereInput | null =>
  'tillId' in principal && principal.tillId !== undefined
    ? null
    : {
        coalitionId: principal.coalitionId,
        memberId: principal.kind === 'member' ? principal.memberId : null,
        startedById: principal.keyId,
      }

/** Imports of a member, or of all for administrators: of the kinds that the caller could hand in itself, and none for a session that a PIN began. */
function ownImports(principal: AdminPrincipal | MemberPrincipal): Prisma.ImportJobWhereInput | null {
  const { kind: who, coalitionId, scopes } = principal
  const kinds = IMPORT_KINDS.filter((kind) => scopes.has(IMPORT_RULES[kind][who]))
  if (kinds.length === 0 || ('tillId' in principal && principal.tillId !== undefined)) return null
  return {
    ...{ coalitionId, kind: { in: kinds } },
    ...(principal.kind === 'member' ? { memberId: principal.memberId } : {}),
  }
}

/** Endpoints of one owner and what was sent to them; those that were deleted are gone. */
export const ownWebhooks = (owner: { coalitionId: string; memberId: string | null }) => ({
  webhookEndpoint: { ...owner, deletedAt: null },
  webhookDelivery: { coalitionId: owner.coalitionId, endpoint: { ...owner, deletedAt: null } },
})
export const NO_WEBHOOKS = { webhookEndpoint: null, webhookDelivery: null }

/** Files that were asked for, and files that were handed in. */
export const ownFiles = (principal: AdminPrincipal | MemberPrincipal) => ({
  listExport: ownExports(principal),
  importJob: ownImports(principal),
})
export const NO_FILES = { listExport: null, importJob: null }
