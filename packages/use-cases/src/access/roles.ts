import { ADMIN_SCOPES, type AdminScope, MEMBER_SCOPES, type MemberScope } from './principal.ts'

/** Roles of a coalition. */
export const COALITION_ROLES = ['COALITION_ADMIN', 'TREASURER', 'AUDITOR'] as const
export type CoalitionRole = (typeof COALITION_ROLES)[number]

/** Roles at a member. */
export const MEMBER_ROLES = ['MEMBER_MANAGER', 'CASHIER'] as const
export type MemberRole = (typeof MEMBER_ROLES)[number]

export type StaffRole = CoalitionRole | MemberRole

const SCOPES_OF_COALITION_ROLE: Readonly<Record<CoalitionRole, readonly AdminScope[]>> = {
  COALITION_ADMIN: ADMIN_SCOPES,
  TREASURER: [
    'coalition:read',
    'reports:read',
    'settlement:propose',
    'settlement:approve',
    'adjustments:write',
    'adjustments:approve',
  ],
  AUDITOR: ['coalition:read', 'reports:read'],
}

const SCOPES_OF_MEMBER_ROLE: Readonly<Record<MemberRole, readonly MemberScope[]>> = {
  MEMBER_MANAGER: MEMBER_SCOPES,
  CASHIER: ['customers:write', 'customers:read', 'purchases:write', 'holds:write', 'wallet:read'],
}

/** What a role may do, as the scopes of a key that could do the same. */
export const SCOPES_OF_ROLE: Readonly<Record<StaffRole, readonly string[]>> = {
  ...SCOPES_OF_COALITION_ROLE,
  ...SCOPES_OF_MEMBER_ROLE,
}

/** Roles whose holders may do nothing before they have enrolled a second factor. */
const NEEDS_SECOND_FACTOR: ReadonlySet<string> = new Set(['COALITION_ADMIN', 'TREASURER'])

/** Whether one of the roles demands a second factor. */
export const needSecondFactor = (roles: readonly string[]): boolean =>
  roles.some((role) => NEEDS_SECOND_FACTOR.has(role))

/** What several roles may do together. A word that is no role adds nothing. */
export const scopesOfRoles = (roles: readonly string[]): Set<string> =>
  new Set(roles.flatMap((role) => SCOPES_OF_ROLE[role as StaffRole] ?? []))
