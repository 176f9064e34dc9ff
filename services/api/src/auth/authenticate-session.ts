import type { Store } from '@artel/store'
import {
  type ActingFor,
  type AdminPrincipal,
  hashSecret,
  isAlive,
  type MemberPrincipal,
  type PersonPrincipal,
  type Principal,
  parsePublicId,
  readMemberStatus,
  STORED_SESSION_SELECT,
  type StoredSession,
  sessionPrincipal,
} from '@artel/use-cases'
import { makeBoundedCache } from '../cache/bounded-cache.ts'
import { requestError } from '../errors/request-error.ts'

const MAX_CACHED = 10_000
/** Use of a session is written down once a minute: idle time is counted in hours. */
const TOUCH_EVERY_MS = 60_000

type Acting = PersonPrincipal | AdminPrincipal | Omit<MemberPrincipal, 'status'>

/**
 * Turns the secret of a session, and the place that the request names, into a principal; null for a session that is over or
 * never was. Throws FORBIDDEN.
 */
export type AuthenticateSession = (secret: string, actingFor: string | null) => Promise<Principal | null>

/**
 * Makes the authentication of sessions: a lookup by SHA-256 behind a short, bounded cache. What was ended or revoked works
 * for at most `cacheMs`.
 */
export function makeAuthenticateSession(
  store: Store,
  { cacheMs, isUse = true }: { readonly cacheMs: number; readonly isUse?: boolean } = { cacheMs: 5_000 },
): AuthenticateSession {
  const cache = makeBoundedCache<StoredSession>({ ttlMs: cacheMs, maxEntries: MAX_CACHED })
  const touched = makeBoundedCache<true>({ ttlMs: TOUCH_EVERY_MS, maxEntries: MAX_CACHED })
  return async (secret, actingFor) => {
    const tokenHash = hashSecret(secret)
    const cached = cache.get(tokenHash)
    const session = cached ?? (await lookUp(store, tokenHash))
    if (!session) return null
    if (!cached) cache.set(tokenHash, session)
    if (isUse && !touched.get(session.id)) {
      touched.set(session.id, true)
      touch(store, session)
    }
    const acting: Acting | null = sessionPrincipal(session, placeNamed(actingFor))
    if (acting === null)
      throw requestError('FORBIDDEN', 'You have no role at the place that Artel-Acting-For names. See `me`.')
    if (acting.kind !== 'member') return acting
    const status = await readMemberStatus(store, acting)
    if (status !== 'CLOSED') return { ...acting, status }
    const { personId, id: sessionId } = session
    const byPasswordAlone = acting.byPasswordAlone === true
    const atTill = acting.tillId === undefined ? {} : { tillId: acting.tillId }
    return { kind: 'person', personId, sessionId, byPasswordAlone, ...atTill, lacks: 'CLOSED' }
  }
}

async function lookUp({ prisma }: Store, tokenHash: string): Promise<StoredSession | null> {
  const session = await prisma.staffSession.findUnique({
    where: { tokenHash },
    select: STORED_SESSION_SELECT,
  })
  return session && isAlive(session, new Date()) ? session : null
}

function placeNamed(actingFor: string | null): ActingFor | null {
  if (actingFor === null) return null
  const parsed = parsePublicId(actingFor)
  if (parsed?.noun === 'coalition' || parsed?.noun === 'member') return { noun: parsed.noun, id: parsed.uuid }
  throw requestError('BAD_REQUEST', 'Artel-Acting-For must be the id of a coalition or of a member.')
}

/** Records the use of a session without waiting for it: this write must neither delay nor fail a request. */
function touch({ prisma }: Store, { id }: StoredSession): void {
  prisma.staffSession.updateMany({ where: { id }, data: { lastSeenAt: new Date() } }).catch(() => undefined)
}
