import { PersonRequiredError } from '@artel/ledger'
import type { AdminPrincipal, MemberPrincipal } from './principal.ts'

/** What is written down as who acted: the person, or the key that acts for none. Raw UUID. */
export const actorOf = ({ personId, keyId }: AdminPrincipal | MemberPrincipal): string => personId ?? keyId

/** The API key that acts, of which what it makes is remembered; null for somebody who is signed in. Raw UUID. */
export const makerKeyOf = ({ sessionId, keyId }: AdminPrincipal | MemberPrincipal): string | null =>
  sessionId === undefined ? keyId : null

/** The person behind a caller, for what takes two people. Raw UUID. Throws PersonRequiredError for a key without one. */
export function requirePerson({ personId }: AdminPrincipal | MemberPrincipal): string {
  if (personId) return personId
  throw new PersonRequiredError()
}
