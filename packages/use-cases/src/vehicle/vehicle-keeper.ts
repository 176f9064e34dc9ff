import { requireMemberOrAdmin } from '../access/authorise.ts'
import type { AdminPrincipal, MemberPrincipal, Principal } from '../access/principal.ts'
import type { MemberVerb } from '../access/verb-statuses.ts'

/** A member or an administrator that may write down what customers drive. Throws PermissionError, MemberNotActiveError. */
export const vehicleKeeper = (
  principal: Principal,
  verb: Extract<MemberVerb, `${string}Vehicle`>,
): MemberPrincipal | AdminPrincipal =>
  requireMemberOrAdmin(principal, { member: 'customers:write', admin: 'customers:write', verb })
