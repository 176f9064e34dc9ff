import type { Store } from '@artel/store'
import type { Coalition } from '@artel/store/prisma'
import {
  type ActingFor,
  type Context,
  encodePublicId,
  hashSecret,
  isAlive,
  type Place,
  parsePublicId,
  placesOfSession,
  readMemberStatus,
  STORED_SESSION_SELECT,
  type StoredSession,
  sessionPrincipal,
} from '@artel/use-cases'
import { CliError } from '../cli-error.ts'
import { plainText } from '../plain-text.ts'
import { KEPT_SESSION_WORDS } from '../words/kept-session-words.ts'
import { type KeptSession, keptServers, keptSession } from './kept-sessions.ts'
import { serverOfSettings } from './server-address.ts'

/** Use of a session is written down once a minute, as the server does. */
const TOUCH_EVERY_MS = 60_000

/**
 * The person whom `artel login` signed in at the server of these settings, acting in the coalition: for it, or for the only member of
 * it that the person serves, or for the place that `ARTEL_ACTING_FOR` names. Says on stderr whose step it is. Undefined where nobody is
 * signed in at any server, and with `ARTEL_AS_OPERATOR=1`. Throws CliError for a session that is over, or that may not act here, or that
 * is of other servers alone, and UsageError for settings that name no server: it is never silently somebody else's step.
 */
export async function actingAsSession(
  store: Store,
  coalition: Coalition,
  env: NodeJS.ProcessEnv,
): Promise<Context | undefined> {
  if (env.ARTEL_AS_OPERATOR === '1') return undefined
  const server = serverOfSettings(env)
  const kept = server === undefined ? undefined : keptSession(env, server)
  if (server === undefined || !kept) {
    const others = keptServers(env)
    if (others.length > 0) throw refused(KEPT_SESSION_WORDS.elsewhere, others.map(plainText))
    return undefined
  }
  const session = await sessionOf(store, kept, server)
  const place = placeIn(session, coalition, { email: kept.email, named: env.ARTEL_ACTING_FOR })
  const acting = sessionPrincipal(session, place)
  if (acting === null || acting.kind === 'person')
    throw refused(KEPT_SESSION_WORDS.lacks, acting?.lacks ?? 'NOTHING')
  if (Date.now() - session.lastSeenAt.getTime() > TOUCH_EVERY_MS)
    await store.prisma.staffSession.updateMany({
      where: { id: session.id },
      data: { lastSeenAt: new Date() },
    })
  process.stderr.write(`${KEPT_SESSION_WORDS.actsAs(plainText(kept.email))}\n`)
  if (acting.kind === 'admin') return { store, principal: acting }
  const status = await readMemberStatus(store, acting)
  return { store, principal: { ...acting, status } }
}

async function sessionOf({ prisma }: Store, { token }: KeptSession, server: string): Promise<StoredSession> {
  const session = await prisma.staffSession.findUnique({
    where: { tokenHash: hashSecret(token) },
    select: STORED_SESSION_SELECT,
  })
  if (!session || !isAlive(session, new Date())) throw refused(KEPT_SESSION_WORDS.over, server)
  return session
}

/** The place of the coalition that a step without a key is for. */
function placeIn(
  session: StoredSession,
  { id: coalitionId, handle }: Coalition,
  { email, named }: { readonly email: string; readonly named: string | undefined },
): ActingFor {
  const here = placesOfSession(session).filter((place) => place.coalitionId === coalitionId)
  if (named) {
    const parsed = parsePublicId(named)
    if (parsed?.noun === 'coalition' || parsed?.noun === 'member')
      if (here.some((place) => actingFor(place).id === parsed.uuid))
        return { noun: parsed.noun, id: parsed.uuid }
    throw refused(KEPT_SESSION_WORDS.noSuchPlace, plainText(named))
  }
  const ofCoalition = here.find(({ memberId }) => memberId === null)
  const [only, ...others] = ofCoalition ? [ofCoalition] : here
  if (!only) throw refused(KEPT_SESSION_WORDS.noRole, { email: plainText(email), handle })
  if (others.length > 0) throw refused(KEPT_SESSION_WORDS.severalPlaces, here.map(idOf))
  return actingFor(only)
}

const actingFor = ({ coalitionId, memberId }: Place): ActingFor =>
  memberId === null ? { noun: 'coalition', id: coalitionId } : { noun: 'member', id: memberId }

const idOf = (place: Place): string => {
  const { noun, id } = actingFor(place)
  return encodePublicId(noun, id)
}

/** What stands in the way, in both languages. */
const refused = <Facts>(
  words: { readonly en: (facts: Facts) => string; readonly ru: (facts: Facts) => string },
  facts: Facts,
): CliError => new CliError(words.en(facts), { ru: words.ru(facts) })
