import { requireMemberOrAdmin } from '../access/authorise.ts'
import type {
  AdminPrincipal,
  AdminScope,
  MemberPrincipal,
  MemberScope,
  Principal,
} from '../access/principal.ts'
import type { MemberVerb } from '../access/verb-statuses.ts'
import { PermissionError } from '../errors/system-error.ts'

/** What a file may be of. */
export const IMPORT_KINDS = ['CUSTOMERS', 'OPENING_BALANCES', 'PURCHASES'] as const
export type ImportKind = (typeof IMPORT_KINDS)[number]

interface ImportRule {
  readonly member: MemberScope
  readonly admin: AdminScope
  /** What each row does, which a member's status decides about. */
  readonly verb: MemberVerb
}

/** Who may hand in which file: whoever may do with a row what the import does with all of them. */
export const IMPORT_RULES: Readonly<Record<ImportKind, ImportRule>> = {
  CUSTOMERS: { member: 'customers:write', admin: 'customers:write', verb: 'enrolCustomer' },
  OPENING_BALANCES: { member: 'promotions:write', admin: 'promotions:write', verb: 'awardPromo' },
  PURCHASES: { member: 'purchases:write', admin: 'coalition:write', verb: 'recordLateSales' },
}

/**
 * Whoever may import a kind: a member for itself, an administrator for any member; not a session that a PIN began, which serves customers at its
 * till. Throws PermissionError, and MemberNotActiveError for a member whose status does not allow it.
 */
export function requireImporter(principal: Principal, kind: ImportKind): AdminPrincipal | MemberPrincipal {
  if ('tillId' in principal && principal.tillId !== undefined)
    throw new PermissionError('A PIN opens the till alone. Sign in by e-mail for this.')
  return requireMemberOrAdmin(principal, IMPORT_RULES[kind])
}
