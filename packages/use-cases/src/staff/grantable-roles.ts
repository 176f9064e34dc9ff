import { InvalidInputError } from '@artel/ledger'
import { memberInQuestion, requireAdmin, requireMember } from '../access/authorise.ts'
import { adminScopesOf, memberScopesOf } from '../access/grantable-scopes.ts'
import type { AdminPrincipal, MemberPrincipal, Principal } from '../access/principal.ts'
import {
  COALITION_ROLES,
  type CoalitionRole,
  MEMBER_ROLES,
  type MemberRole,
  SCOPES_OF_ROLE,
  type StaffRole,
} from '../access/roles.ts'
import { PermissionError } from '../errors/system-error.ts'
import { checkOneOf } from '../input/text.ts'

const isOfCoalition = (role: StaffRole): role is CoalitionRole =>
  (COALITION_ROLES as readonly string[]).includes(role)

/** A role at a place, as far as the caller may give and take it. */
export interface NamedRole {
  readonly principal: AdminPrincipal | MemberPrincipal
  readonly role: CoalitionRole | MemberRole
  /** Null for a role of the coalition. */
  readonly memberId: string | null
}

/**
 * The role that a caller may invite somebody into: an administrator into those of the coalition and at any member, a member
 * into its own. Nobody gives more than they have. Throws PermissionError, InvalidInputError, NotFoundError for another
 * member, MemberNotActiveError.
 */
export function requireGrantable(
  principal: Principal,
  named: { readonly role: string; readonly memberId?: string | null },
): NamedRole {
  const role = checkOneOf(['role'], named.role, [...COALITION_ROLES, ...MEMBER_ROLES])
  const caller = requireGranter(principal, role)
  const asked = caller.kind === 'member' ? memberInQuestion(caller, named.memberId) : named.memberId
  const memberId = asked ?? null
  if (isOfCoalition(role) !== (memberId === null))
    throw new InvalidInputError({
      path: ['memberId'],
      problem: 'Must name the member for a role at a member, and none for a role of the coalition.',
    })
  const own: readonly string[] =
    caller.kind === 'admin' && isOfCoalition(role) ? adminScopesOf(caller) : memberScopesOf(caller)
  const missing = SCOPES_OF_ROLE[role].find((scope) => !own.includes(scope))
  if (missing !== undefined)
    throw new PermissionError(`Nobody gives more than they have: this role may "${missing}".`, missing)
  return { principal: caller, role, memberId }
}

/** Who may give and take the role at all. */
export function requireGranter(principal: Principal, role: StaffRole): AdminPrincipal | MemberPrincipal {
  if (principal.kind === 'member') {
    const member = requireMember(principal, 'member:write', 'inviteStaff')
    if (isOfCoalition(role))
      throw new PermissionError('Only an administrator of the coalition gives its roles. Ask one.')
    return member
  }
  const admin = requireAdmin(principal, 'members:write')
  return isOfCoalition(role) ? requireAdmin(admin, 'coalition:write') : admin
}
