import {
  ADMIN_SCOPES,
  type AdminPrincipal,
  type AdminScope,
  type CustomerScope,
  MEMBER_SCOPES,
  type MemberPrincipal,
  type MemberScope,
} from './principal.ts'

/**
 * What an administrator must have to give a member's key a scope: the same power over the coalition where there is one,
 * and else `coalition:write`, with which the administrators' own keys are made.
 */
const GIVEN_WITH: Readonly<Record<MemberScope, AdminScope>> = {
  'customers:write': 'customers:write',
  'customers:read': 'coalition:read',
  'purchases:write': 'coalition:write',
  'holds:write': 'coalition:write',
  'wallet:read': 'coalition:read',
  'sessions:write': 'coalition:write',
  'member:write': 'members:write',
  'reports:read': 'reports:read',
  'promotions:write': 'promotions:write',
  'adjustments:write': 'adjustments:write',
  'adjustments:approve': 'adjustments:approve',
  'settlement:accept': 'coalition:write',
  'rules:read': 'coalition:read',
  'rules:write': 'members:write',
}

/** What a member's key must have to sign, or to register a key that signs, a customer's token with a scope. */
const SIGNED_WITH: Readonly<Record<CustomerScope, readonly MemberScope[]>> = {
  'wallet:read': ['wallet:read'],
  'hold:create': ['holds:write'],
  // Consents and freezes are of customers, what is claimed becomes a purchase.
  'wallet:write': ['customers:write', 'purchases:write'],
}

/** The scopes that the caller can give a member's key: at most what it has itself. */
export const memberScopesOf = ({ kind, scopes }: MemberPrincipal | AdminPrincipal): MemberScope[] =>
  MEMBER_SCOPES.filter((scope) => scopes.has(kind === 'member' ? scope : GIVEN_WITH[scope]))

/** The scopes that an administrator can give another administrator's key: at most its own. */
export const adminScopesOf = ({ scopes }: AdminPrincipal): AdminScope[] =>
  ADMIN_SCOPES.filter((scope) => scopes.has(scope))

/** The scopes that a token may carry which this key signs, or whose key it registers. */
export const tokenScopesOf = ({ scopes }: MemberPrincipal): CustomerScope[] =>
  (Object.keys(SIGNED_WITH) as CustomerScope[]).filter((scope) =>
    SIGNED_WITH[scope].every((needed) => scopes.has(needed)),
  )
