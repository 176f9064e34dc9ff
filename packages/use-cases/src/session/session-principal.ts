import type { AdminPrincipal, MemberPrincipal, PersonPrincipal } from '../access/principal.ts'
import { type MemberRole, needSecondFactor, scopesOfRoles } from '../access/roles.ts'
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
  /** Of a session by PIN; null for others. */
  readonly till: SessionTill | null
  readonly person: {
    readonly totpConfirmedAt: Date | null
    readonly grants: readonly StandingGrant[]
  }
}

/** The till that a session by PIN is of. */
interface SessionTill {
  readonly id: string
  readonly coalitionId: string
  readonly memberId: string
  /** A session that nobody uses for so long is over, minutes. */
  readonly idleMinutes: number
  readonly revokedAt: Date | null
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
  till: { select: { id: true, coalitionId: true, memberId: true, idleMinutes: true, revokedAt: true } },
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

/** Whether a session works at an instant: not ended, not too old, not left alone for too long, its till not revoked. */
export const isAlive = ({ lastSeenAt, expiresAt, endedAt, till }: StoredSession, now: Date): boolean =>
  endedAt === null &&
  till?.revokedAt == null &&
  now < expiresAt &&
  now.getTime() - lastSeenAt.getTime() < (till ? till.idleMinutes * 60_000 : IDLE_MS)

/** Roles whose holders may have a PIN at their member. */
export const PIN_ROLES: readonly MemberRole[] = ['CASHIER', 'MEMBER_MANAGER']
/** What a session by PIN is, whoever began it: never more than a cashier. */
const AT_TILL: readonly MemberRole[] = ['CASHIER']

/** The places of a session: of one by PIN that of its till alone, and of others all of the person, once they are proven. */
export function placesOfSession({ till, person, confirmedAt }: StoredSession): Place[] {
  if (till === null)
    return person.totpConfirmedAt !== null && confirmedAt === null ? [] : placesOf(person.grants)
  const place = placesOf(person.grants).find(({ memberId }) => memberId === till.memberId)
  return place?.roles.some((role) => PIN_ROLES.some((one) => one === role))
    ? [{ ...place, roles: AT_TILL }]
    : []
}

/** For whom a session by PIN acts: a cashier of its till's member, while the person has a role there. */
function tillPrincipal(
  session: StoredSession & { readonly till: SessionTill },
  actingFor: ActingFor | null,
): PersonPrincipal | Omit<MemberPrincipal, 'status'> | null {
  const { id: sessionId, personId, till, person } = session
  const { coalitionId, memberId } = till
  const inPerson = { personId, sessionId, tillId: till.id }
  if (actingFor !== null && !isNamed({ coalitionId, memberId }, actingFor)) return null
  const [place] = placesOfSession(session)
  if (place)
    return {
      kind: 'member',
      coalitionId,
      memberId,
      keyId: personId,
      scopes: scopesOfRoles(place.roles),
      ...inPerson,
    }
  const isClosed = person.grants.some(
    (grant) => grant.memberId === memberId && grant.member?.status === 'CLOSED',
  )
  return { kind: 'person', ...inPerson, lacks: isClosed ? 'CLOSED' : 'NOTHING' }
}

/**
 * For whom a session that is alive acts. Named none, the only place there is; a place where the person has no role is as
 * good as unknown, and null; a member that has left the coalition is no place any more. A role that demands a second factor does nothing without, and whoever has one gives it.
 */
export function sessionPrincipal(
  session: StoredSession,
  actingFor: ActingFor | null,
): PersonPrincipal | AdminPrincipal | Omit<MemberPrincipal, 'status'> | null {
  const { id: sessionId, personId, confirmedAt, startedBy, person, till } = session
  if (till !== null) return tillPrincipal({ ...session, till }, actingFor)
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
