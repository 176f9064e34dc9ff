import { requireAdmin, requireMemberOrAdmin } from '../access/authorise.ts'
import type { AdminPrincipal, AdminScope, Principal } from '../access/principal.ts'

/** Who moves a window on: an administrator whose key has the scope, or a PermissionError. */
export const requireSettler = (principal: Principal, scope: AdminScope): AdminPrincipal =>
  requireAdmin(principal, scope)

/** Whose settlement the caller may read: a member's own, or all of a coalition. */
export interface SettlementReach {
  readonly coalitionId: string
  /** Undefined: all members. */
  readonly memberId: string | undefined
}

/** What a caller may read of settlement: an administrator or auditor all of it, a member its own. Or a PermissionError. */
export function settlementReach(principal: Principal): SettlementReach {
  const reader = requireMemberOrAdmin(principal, {
    member: 'reports:read',
    admin: 'reports:read',
    verb: 'readSettlement',
  })
  return {
    coalitionId: reader.coalitionId,
    memberId: reader.kind === 'member' ? reader.memberId : undefined,
  }
}
