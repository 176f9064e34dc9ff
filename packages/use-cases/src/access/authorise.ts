import { hash } from 'node:crypto'
import { NotFoundError } from '@artel/ledger'
import { PermissionError } from '../errors/system-error.ts'
import type {
  AdminPrincipal,
  AdminScope,
  CustomerPrincipal,
  CustomerScope,
  MemberPrincipal,
  MemberScope,
  OperatorPrincipal,
  Principal,
  TillPrincipal,
} from './principal.ts'
import { type MemberVerb, refuseStatus } from './verb-statuses.ts'

/** The operator, or a PermissionError. */
export function requireOperator(principal: Principal): OperatorPrincipal {
  if (principal.kind === 'operator') return principal
  throw new PermissionError('Only the operator of this deployment may do this. Use the operator key.')
}

/** An administrator whose key has the scope, or a PermissionError. */
export function requireAdmin(principal: Principal, scope: AdminScope): AdminPrincipal {
  if (principal.kind !== 'admin')
    throw new PermissionError('Only an administrator of the coalition may do this. Use an administrator key.')
  requireScope(principal.scopes, scope)
  return principal
}

/** A member whose key has the scope and whose status allows the verb; or a PermissionError, or MemberNotActiveError. */
export function requireMember(principal: Principal, scope: MemberScope, verb: MemberVerb): MemberPrincipal {
  const member = requireMemberKey(principal, scope)
  refuseStatus(verb, member.status)
  return member
}

/**
 * A member whose key has the scope, or a PermissionError. For verbs whose decision looks at the status: a retry of what
 * was recorded is answered as before, whatever became of the member since.
 */
export function requireMemberKey(principal: Principal, scope: MemberScope): MemberPrincipal {
  if (principal.kind !== 'member')
    throw new PermissionError('Only a member of the coalition may do this. Use a member key.')
  requireScope(principal.scopes, scope)
  return principal
}

/** Somebody who is signed in, and by which session. */
interface SignedIn {
  readonly personId: string
  readonly sessionId: string
}

/**
 * Who is signed in with more than a password, where there is a second factor or a role of theirs demands one; a PermissionError
 * for others: with the password alone nobody gets further than to the question for the factor, or to asking for a link.
 */
export function requireProvenSession(principal: Principal): SignedIn {
  if (principal.kind === 'person' && principal.lacks === 'SECOND_FACTOR')
    throw new PermissionError('Give the second factor first: sessionConfirmTotp.')
  if ('byPasswordAlone' in principal && principal.byPasswordAlone)
    throw new PermissionError(
      'A role of yours demands a second factor: sign in by a link (sessionLinkRequest) and enrol one first.',
    )
  return requireOwnSession(principal)
}

/** Who is signed in to an account of their own; a PermissionError for a PIN, which opens a till alone, for keys and tokens. */
export function requireOwnSession(principal: Principal): SignedIn {
  const signedIn = requireSession(principal)
  if ('sessionId' in principal && principal.tillId !== undefined)
    throw new PermissionError('A PIN opens the till alone. Sign in by e-mail for this.')
  return signedIn
}

/** A till before anybody has signed in there, or a PermissionError. */
export function requireTill(principal: Principal): TillPrincipal {
  if (principal.kind === 'till') return principal
  throw new PermissionError('Only a registered till may do this. Use the secret of a till.')
}

/** Who is signed in, whatever the session may do; a PermissionError for keys and tokens. */
export function requireSession(principal: Principal): SignedIn {
  const { personId, sessionId } = { personId: null, sessionId: undefined, ...principal }
  if (personId && sessionId !== undefined) return { personId, sessionId }
  throw new PermissionError('Only somebody who is signed in may do this. Make a session.')
}

/** A customer whose token has the scope, or a PermissionError. */
export function requireCustomer(principal: Principal, scope: CustomerScope): CustomerPrincipal {
  if (principal.kind !== 'customer')
    throw new PermissionError("Only a customer's token may do this. Make a widget session.")
  requireScope(principal.scopes, scope)
  return principal
}

/** A customer at a member, whose token has the scope, or a PermissionError: on the coalition's own page nothing is held or spent. */
export function requireCustomerAtMember(
  principal: Principal,
  scope: CustomerScope,
): CustomerPrincipal & { readonly memberId: string } {
  const customer = requireCustomer(principal, scope)
  const { memberId } = customer
  if (memberId !== null) return { ...customer, memberId }
  throw new PermissionError("Points are held at a member: the coalition's own page holds none.", scope)
}

/**
 * A member or an administrator whose key has the scope of its kind, or a PermissionError. With `verb` also
 * MemberNotActiveError for a member whose status does not allow it; without, the verb's decision looks at the status.
 */
export function requireMemberOrAdmin(
  principal: Principal,
  asked: { readonly member: MemberScope; readonly admin: AdminScope; readonly verb?: MemberVerb },
): MemberPrincipal | AdminPrincipal {
  if (principal.kind === 'admin') return requireAdmin(principal, asked.admin)
  return asked.verb === undefined
    ? requireMemberKey(principal, asked.member)
    : requireMember(principal, asked.member, asked.verb)
}

/** Throws MemberNotActiveError for a member whose status does not allow the verb; administrators have none. */
export function refuseStatusOf(principal: MemberPrincipal | AdminPrincipal, verb: MemberVerb): void {
  if (principal.kind === 'member') refuseStatus(verb, principal.status)
}

/**
 * The member that a verb is about: administrators name any of their coalition, a member is itself and finds no other.
 * The id is checked against the coalition by the read that follows, never here.
 */
export function memberInQuestion(
  principal: MemberPrincipal | AdminPrincipal,
  namedId: string | null | undefined,
): string | undefined {
  if (principal.kind === 'admin') return namedId ?? undefined
  if (namedId && namedId !== principal.memberId)
    throw new NotFoundError({ what: 'member' }, { path: ['memberId'] })
  return principal.memberId
}

/** Under whose name a command's key is kept: the member's, or the coalition's for an administrator. Raw UUID. */
export const scopeOf = (principal: MemberPrincipal | AdminPrincipal): string =>
  principal.kind === 'member' ? principal.memberId : principal.coalitionId

/**
 * Under whose name the keys of a customer's commands are kept: a UUID of the member whose token is used, or the coalition for its
 * own page, and the customer. A customer cannot use up its member's keys, and the same key under tokens of two members names two
 * commands.
 */
export function customerScopeAt({
  coalitionId,
  memberId,
  customerId,
}: Pick<CustomerPrincipal, 'coalitionId' | 'memberId' | 'customerId'>): string {
  const digest = hash('sha256', `${memberId ?? coalitionId}/${customerId}`, 'hex')
  // Version 8 of RFC 9562: bits of one's own making.
  return `${digest.slice(0, 8)}-${digest.slice(8, 12)}-8${digest.slice(13, 16)}-8${digest.slice(17, 20)}-${digest.slice(20, 32)}`
}

/** Due work of one coalition: the operator's worker, or an administrator of that coalition. Others do not find it. */
export function requireDueWorkOf(principal: Principal, coalitionId: string): void {
  if (principal.kind === 'operator') return
  const admin = requireAdmin(principal, 'ops:write')
  if (admin.coalitionId !== coalitionId) throw new NotFoundError({ what: 'coalition' })
}

function requireScope(scopes: ReadonlySet<string>, scope: string): void {
  if (scopes.has(scope)) return
  throw new PermissionError(
    `This needs the scope "${scope}". Use a key that has it, or add it to a new key.`,
    scope,
  )
}
