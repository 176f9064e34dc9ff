import { requireAdmin } from '../authorise.ts'
import { NotFoundError } from '../errors/not-found.ts'
import type { AdminPrincipal, AdminScope, Principal } from '../principal.ts'

/** Who moves a window on: an administrator whose key has the scope, or a PermissionError. */
export const requireSettler = (principal: Principal, scope: AdminScope): AdminPrincipal =>
  requireAdmin(principal, scope)

/** Whose settlement the caller may read: a member's own, or all of a coalition. */
export interface SettlementReach {
  readonly coalitionId: string
  /** Undefined: all members. */
  readonly memberId: string | undefined
}

/** What a caller may read of settlement: an administrator or auditor all of it, a member its own. NotFoundError for others. */
export function settlementReach(principal: Principal): SettlementReach {
  const { kind } = principal
  if (kind === 'admin' && (principal.scopes.has('reports:read') || principal.scopes.has('coalition:read')))
    return { coalitionId: principal.coalitionId, memberId: undefined }
  if (kind === 'member' && principal.scopes.has('reports:read'))
    return { coalitionId: principal.coalitionId, memberId: principal.memberId }
  throw new NotFoundError('statement')
}
