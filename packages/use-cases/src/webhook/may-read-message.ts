import type { AdminPrincipal, MemberPrincipal, Principal } from '../access/principal.ts'
import { PermissionError } from '../errors/system-error.ts'
import { isKnown, mayHearOf } from './events/tell-event.ts'
import { asListener } from './own-endpoint.ts'

/** A message to an endpoint, as far as it says who may read it. */
export interface Message {
  readonly eventKind: string
  /** What the endpoint could read when its query was answered for it; empty where it is the event's own data. */
  readonly askedScopes: readonly string[]
}

/**
 * Whether a caller may read a message to one of its own endpoints: it may hear of such events by itself, and could have read
 * all that the query asked for. A key that manages endpoints may be able to do no more.
 */
export function mayReadMessage(principal: Principal, { eventKind, askedScopes }: Message): boolean {
  if (principal.kind !== 'admin' && principal.kind !== 'member') return false
  if (!isKnown(eventKind) || !mayHearOf(eventKind, asListener(principal))) return false
  return missingScope(principal, askedScopes) === undefined
}

/**
 * Throws PermissionError for a key that lacks a scope which the endpoint has: it would have sent elsewhere, or asked for,
 * what it may not read itself.
 */
export function refuseUnlessAsFree(
  principal: MemberPrincipal | AdminPrincipal,
  { scopes }: { readonly scopes: readonly string[] },
): void {
  const missing = missingScope(principal, scopes)
  if (missing === undefined) return
  throw new PermissionError(
    `The endpoint is told what needs the scope "${missing}". Use a key that has it, or make an endpoint of its own.`,
    missing,
  )
}

const missingScope = (
  principal: MemberPrincipal | AdminPrincipal,
  scopes: readonly string[],
): string | undefined => scopes.find((scope) => !(principal.scopes as ReadonlySet<string>).has(scope))
