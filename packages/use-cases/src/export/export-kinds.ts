import { requireAdmin, requireMember } from '../access/authorise.ts'
import type {
  AdminPrincipal,
  AdminScope,
  MemberPrincipal,
  MemberScope,
  Principal,
} from '../access/principal.ts'
import type { MemberVerb } from '../access/verb-statuses.ts'
import { PermissionError } from '../errors/system-error.ts'

/** Lists that are written as files. */
export const EXPORT_KINDS = [
  ...(['PURCHASES', 'REFUNDS', 'CUSTOMERS', 'ENTRIES', 'TRANSFERS', 'STATEMENTS', 'AUDIT'] as const),
] as const
export type ExportKind = (typeof EXPORT_KINDS)[number]

/** Lists whose rows come by the queries of the API. */
export type ListedKind = Exclude<ExportKind, 'TRANSFERS'>

/** What narrows a list. Ids are raw UUIDs. */
export interface ExportFilters {
  /** Rows of then or later. */
  readonly from?: Date | null
  /** Rows of before then. */
  readonly to?: Date | null
  readonly memberId?: string | null
  readonly customerId?: string | null
  readonly windowNo?: number | null
}

interface ExportRule {
  readonly admin: AdminScope
  /** A member needs one of these; none: administrators alone. */
  readonly member: readonly MemberScope[]
  /** The read that a member's status decides about. */
  readonly verb: MemberVerb
  readonly filters: readonly (keyof ExportFilters)[]
  /** Whether names and contacts of customers are in it. */
  readonly isPersonal: boolean
}

const SALES: Omit<ExportRule, 'filters'> = {
  admin: 'coalition:read',
  member: ['purchases:write', 'reports:read'],
  verb: 'readPurchases',
  isPersonal: false,
}

/** Who may have which list, as the query of the list is answered, and what narrows it. */
export const EXPORT_RULES: Readonly<Record<ExportKind, ExportRule>> = {
  PURCHASES: { ...SALES, filters: ['from', 'to', 'memberId', 'customerId'] },
  REFUNDS: { ...SALES, filters: ['from', 'to', 'memberId'] },
  CUSTOMERS: {
    ...{ admin: 'coalition:read', member: ['customers:read'], verb: 'findCustomer', isPersonal: true },
    filters: ['from', 'to', 'memberId'],
  },
  ENTRIES: {
    ...{ admin: 'coalition:read', member: ['wallet:read'], verb: 'readWallet', isPersonal: false },
    filters: ['from', 'to', 'memberId', 'customerId'],
  },
  // Of both books, as the journal.
  TRANSFERS: {
    ...{ admin: 'reports:read', member: [], verb: 'readReports', isPersonal: false },
    filters: ['from', 'to'],
  },
  STATEMENTS: {
    ...{ admin: 'reports:read', member: ['reports:read'], verb: 'readSettlement', isPersonal: false },
    filters: ['memberId', 'windowNo'],
  },
  AUDIT: {
    ...{ admin: 'coalition:read', member: ['member:write'], verb: 'readAuditLog', isPersonal: false },
    filters: ['from', 'to', 'memberId'],
  },
}

/**
 * Whoever may have a list as a file: as the list itself, but for a session that a PIN began, which serves customers at its till. Throws
 * PermissionError, and MemberNotActiveError for a member whose status does not allow the read.
 */
export function requireExporter(principal: Principal, kind: ExportKind): AdminPrincipal | MemberPrincipal {
  if ('tillId' in principal && principal.tillId !== undefined)
    throw new PermissionError('A PIN opens the till alone. Sign in by e-mail for this.')
  const { admin, member, verb } = EXPORT_RULES[kind]
  const [first] = member
  if (principal.kind !== 'member' || first === undefined) return requireAdmin(principal, admin)
  return requireMember(principal, member.find((scope) => principal.scopes.has(scope)) ?? first, verb)
}
