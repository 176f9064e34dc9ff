import { scopesOfRoles } from './roles.ts'

/** An API key as it is stored, with the person who made it and the roles that person has in the key's coalition now. */
export interface StoredKey {
  readonly id: string
  readonly memberId: string | null
  readonly scopes: readonly string[]
  readonly person: {
    readonly id: string
    readonly endedAt: Date | null
    readonly grants: readonly { readonly role: string; readonly memberId: string | null }[]
  } | null
}

/** What to select of an API key for `actingKey`. */
export const ACTING_KEY_SELECT = (coalitionId: string) =>
  ({
    id: true,
    memberId: true,
    scopes: true,
    person: {
      select: {
        id: true,
        endedAt: true,
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
  /** Null for a key that nobody in person made, and for a member's key whose maker serves neither it nor the coalition. */
  readonly personId: string | null
  readonly scopes: ReadonlySet<string>
}

/**
 * For whom a key acts. An administrator's key ends with the roles of its maker and never does more than they allow;
 * undefined when none is left. A member's key is its server's and goes on without its maker.
 */
export function actingKey({ id: keyId, memberId, scopes, person }: StoredKey): ActingKey | undefined {
  if (person === null) return { keyId, personId: null, scopes: new Set(scopes) }
  const standing = person.endedAt === null ? person.grants : []
  if (memberId !== null) {
    const serves = standing.some((grant) => grant.memberId === null || grant.memberId === memberId)
    return { keyId, personId: serves ? person.id : null, scopes: new Set(scopes) }
  }
  const ofCoalition = standing.filter((grant) => grant.memberId === null).map(({ role }) => role)
  if (ofCoalition.length === 0) return undefined
  const allowed = scopesOfRoles(ofCoalition)
  return { keyId, personId: person.id, scopes: new Set(scopes.filter((scope) => allowed.has(scope))) }
}
