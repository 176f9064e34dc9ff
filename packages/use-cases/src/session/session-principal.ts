import type { AdminPrincipal, MemberPrincipal, PersonPrincipal } from '../access/principal.ts'
import { needSecondFactor, scopesOfRoles } from '../access/roles.ts'
import { IDLE_MS } from './start-session.ts'

/** A session as it is stored, with its person and the roles that stand. */
export interface StoredSession {
  readonly id: string
  readonly personId: string
  readonly lastSeenAt: Date
  readonly expiresAt: Date
  readonly startedBy: string
  readonly confirmedAt: Date | null
  readonly endedAt: Date | null
  readonly person: {
    readonly totpConfirmedAt: Date | null
    readonly grants: readonly StandingGrant[]
  }
}

export interface StandingGrant {
  readonly coalitionId: string
  readonly memberId: string | null
  readonly role: string
  /** Of a role at a member: where the member stands. */
  readonly member: { readonly status: string } | null
}

/** What to select of a session for `sessionPrincipal`. */
export const STORED_SESSION_SELECT = {
  id: true,
  personId: true,
  lastSeenAt: true,
  expiresAt: true,
  startedBy: true,
  confirmedAt: true,
  endedAt: true,
  person: {
    select: {
      totpConfirmedAt: true,
      grants: {
        where: { revokedAt: null, acceptedAt: { not: null } },
        select: { coalitionId: true, memberId: true, role: true, member: { select: { status: true } } },
      },
    },
  },
} as const

/** Where somebody serves, and as what. */
export interface Place {
  readonly coalitionId: string
  /** Null for the coalition itself. */
  readonly memberId: string | null
  readonly roles: readonly string[]
}

/** The places that a person's roles are at, in the order of the roles. What was at a CLOSED member ended with it. */
export function placesOf(grants: readonly StandingGrant[]): Place[] {
  const places = new Map<string, { coalitionId: string; memberId: string | null; roles: string[] }>()
  for (const { coalitionId, memberId, role, member } of grants) {
    if (member?.status === 'CLOSED') continue
    const name = `${coalitionId}/${memberId}`
    const place = places.get(name) ?? { coalitionId, memberId, roles: [] }
    place.roles.push(role)
    places.set(name, place)
  }
  return [...places.values()]
}

/** Which place a request is about: the id of a coalition or of a member. */
export interface ActingFor {
  readonly noun: 'coalition' | 'member'
  readonly id: string
}

/** Whether a session works at an instant: not ended, not too old, not left alone for too long. */
export const isAlive = ({ lastSeenAt, expiresAt, endedAt }: StoredSession, now: Date): boolean =>
  endedAt === null && now < expiresAt && now.getTime() - lastSeenAt.getTime() < IDLE_MS

/**
 * For whom a session that is alive acts. Named none, the only place there is; a place where the person has no role is as
 * good as unknown, and null; a member that has left the coalition is no place any more. A role that demands a second factor does nothing without, and whoever has one gives it.
 */
export function sessionPrincipal(
  { id: sessionId, personId, confirmedAt, startedBy, person }: StoredSession,
  actingFor: ActingFor | null,
): PersonPrincipal | AdminPrincipal | Omit<MemberPrincipal, 'status'> | null {
  const isDemanded = needSecondFactor(person.grants.map(({ role }) => role))
  const byPasswordAlone = isDemanded && confirmedAt === null && startedBy === 'PASSWORD'
  const inPerson = { personId, sessionId, ...(byPasswordAlone ? { byPasswordAlone } : {}) }
  const only = (lacks: PersonPrincipal['lacks']): PersonPrincipal => ({ kind: 'person', ...inPerson, lacks })
  if (person.totpConfirmedAt !== null && confirmedAt === null) return only('SECOND_FACTOR')
  const places = placesOf(person.grants)
  const closed = person.grants.filter(({ member }) => member?.status === 'CLOSED')
  if (actingFor && closed.some((grant) => isNamed(grant, actingFor))) return only('CLOSED')
  if (places.length === 0 && actingFor === null) return only(closed.length > 0 ? 'CLOSED' : 'NOTHING')
  const place = actingFor === null ? onlyOne(places) : places.find((one) => isNamed(one, actingFor))
  if (place === undefined) return actingFor === null ? only('PLACE') : null
  const { coalitionId, memberId, roles } = place
  if (needSecondFactor(roles) && confirmedAt === null) return only('ENROLMENT')
  const base = { coalitionId, keyId: personId, scopes: scopesOfRoles(roles), ...inPerson }
  return memberId === null ? { kind: 'admin', ...base } : { kind: 'member', memberId, ...base }
}

const onlyOne = (places: readonly Place[]): Place | undefined => (places.length === 1 ? places[0] : undefined)

const isNamed = ({ coalitionId, memberId }: Omit<Place, 'roles'>, { noun, id }: ActingFor): boolean =>
  noun === 'member' ? memberId === id : memberId === null && coalitionId === id
