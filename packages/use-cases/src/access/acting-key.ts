import type { MemberScope } from './principal.ts'
import { type CoalitionRole, scopesOfRoles } from './roles.ts'

/** An API key as it is stored, with the person who made it and the roles that person has in the key's coalition now. */
export interface StoredKey {
  readonly id: string
  readonly memberId: string | null
  readonly scopes: readonly string[]
  readonly endsAt: Date | null
  readonly person: {
    readonly id: string
    readonly grants: readonly { readonly role: string; readonly memberId: string | null }[]
  } | null
}

/** What to select of an API key for `actingKey`. */
export const ACTING_KEY_SELECT = (coalitionId: string) =>
  ({
    id: true,
    memberId: true,
    scopes: true,
    endsAt: true,
    person: {
      select: {
        id: true,
        grants: {
          where: { coalitionId, revokedAt: null, acceptedAt: { not: null } },
          select: { role: true, memberId: true },
        },
      },
    },
  }) as const

/** For whom a key acts, and with which scopes. */
export interface ActingKey {
  readonly keyId: string
  /** Null for a key that nobody in person made, and for one whose maker no longer stands where the key acts. */
  readonly personId: string | null
  readonly scopes: ReadonlySet<string>
  /** When it ends by itself; null = never. */
  readonly endsAt: Date | null
}

/** What a maker must hold at a member for the member's key to act for it: what takes two people is done with these. */
const IN_PERSON_AT_MEMBER: readonly MemberScope[] = ['adjustments:write', 'adjustments:approve']

/**
 * For whom a key acts. An administrator's key ends with the last role of its maker in the coalition, never does more than
 * those allow, and acts for the maker while they are an administrator; undefined when no role is left. A member's key is its
 * server's and goes on without its maker. It acts for the maker while they manage that very member: an administrator who
 * makes a key for a member hands it over, and whoever holds it then is not that administrator.
 */
export function actingKey({ id, memberId, scopes, endsAt, person }: StoredKey): ActingKey | undefined {
  const base = { keyId: id, endsAt }
  if (person === null) return { ...base, personId: null, scopes: new Set(scopes) }
  const roles = person.grants.filter((grant) => grant.memberId === memberId).map(({ role }) => role)
  const allowed = scopesOfRoles(roles)
  if (memberId !== null) {
    const stands = IN_PERSON_AT_MEMBER.every((scope) => allowed.has(scope))
    return { ...base, personId: stands ? person.id : null, scopes: new Set(scopes) }
  }
  if (roles.length === 0) return undefined
  const stands = roles.includes('COALITION_ADMIN' satisfies CoalitionRole)
  const limited = new Set(scopes.filter((scope) => allowed.has(scope)))
  return { ...base, personId: stands ? person.id : null, scopes: limited }
}
