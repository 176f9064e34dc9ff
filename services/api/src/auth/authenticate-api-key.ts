import { hash } from 'node:crypto'
import type { Store } from '@artel/store'
import {
  ACTING_KEY_SELECT,
  type AdminPrincipal,
  actingKey,
  bytesToUuid,
  decodeBase58,
  isKeyOver,
  type MemberPrincipal,
  type Principal,
} from '@artel/use-cases'
import { makeBoundedCache } from '../cache/bounded-cache.ts'
import { requestError } from '../errors/request-error.ts'
import { memberAsItStands, memberClosed } from './member-as-it-stands.ts'

const MAX_CACHED = 10_000
/** `last_used_at` is read by people, so one write a minute is precise enough. */
const TOUCH_EVERY_MS = 60_000

const KEY = /^(sk|ak)_(test|live)_([1-9A-HJ-NP-Za-km-z]{1,22})_([1-9A-HJ-NP-Za-km-z]{20,64})$/

/** What a key proves by itself; where its member stands is asked for every request. */
type AuthenticatedKey = AdminPrincipal | Omit<MemberPrincipal, 'status'>
/** A key that was found, and when it ends by itself. Milliseconds. */
interface FoundKey {
  readonly key: AuthenticatedKey
  readonly endsAtMs: number
}

/** Turns the secret of an API key into its principal. Throws UNAUTHENTICATED. */
export type AuthenticateApiKey = (secret: string) => Promise<Principal>

/**
 * Makes the authentication of API keys: a lookup by SHA-256 behind a short, bounded cache. A revoked key works for at most
 * `cacheMs`.
 */
export function makeAuthenticateApiKey(
  store: Store,
  { cacheMs, isUse = true }: { readonly cacheMs: number; readonly isUse?: boolean } = { cacheMs: 5_000 },
): AuthenticateApiKey {
  const cache = makeBoundedCache<FoundKey>({ ttlMs: cacheMs, maxEntries: MAX_CACHED })
  const touched = makeBoundedCache<true>({ ttlMs: TOUCH_EVERY_MS, maxEntries: MAX_CACHED })
  /** Under load, hundreds of requests miss the cache together when an entry expires: they share one lookup. */
  const lookupsInFlight = new Map<string, Promise<FoundKey>>()
  const lookUpOnce = (secret: string, secretHash: string): Promise<FoundKey> => {
    const running = lookupsInFlight.get(secretHash)
    if (running) return running
    const fresh = lookUp(store, secret, secretHash)
      .then((found) => {
        cache.set(secretHash, found)
        return found
      })
      .finally(() => lookupsInFlight.delete(secretHash))
    lookupsInFlight.set(secretHash, fresh)
    return fresh
  }
  return async (secret) => {
    const secretHash = hash('sha256', secret, 'hex')
    const { key, endsAtMs } = cache.get(secretHash) ?? (await lookUpOnce(secret, secretHash))
    if (endsAtMs <= Date.now()) throw keyOver()
    if (isUse && !touched.get(key.keyId)) {
      touched.set(key.keyId, true)
      touch(store, key)
    }
    return key.kind === 'admin' ? key : memberAsItStands(store, key)
  }
}

async function lookUp(store: Store, secret: string, secretHash: string): Promise<FoundKey> {
  const [, prefix, mode, coalition] = KEY.exec(secret) ?? []
  const coalitionBytes = coalition === undefined ? undefined : decodeBase58(coalition)
  const coalitionId = coalitionBytes && bytesToUuid(coalitionBytes)
  if (!coalitionId) throw unknownKey()
  const key = await store.prisma.apiKey.findUnique({
    where: { coalitionId_secretHash: { coalitionId, secretHash } },
    select: {
      ...ACTING_KEY_SELECT(coalitionId),
      revokedAt: true,
      member: { select: { status: true } },
      coalition: { select: { mode: true } },
    },
  })
  // The prefix and the mode in a key are for people to read. They must still match the stored row.
  if (!key || key.coalition.mode.toLowerCase() !== mode || (key.memberId === null) !== (prefix === 'ak'))
    throw unknownKey()
  if (key.member?.status === 'CLOSED') throw memberClosed()
  if (isKeyOver(key, new Date())) throw keyOver()
  const acting = actingKey(key)
  if (!acting)
    throw requestError(
      'UNAUTHENTICATED',
      'This key ended with the role of the person who made it. Use another, or make a new one.',
    )
  const base = { coalitionId, ...acting }
  const { memberId } = key
  return {
    key: memberId === null ? { kind: 'admin', ...base } : { kind: 'member', memberId, ...base },
    endsAtMs: key.endsAt?.getTime() ?? Number.POSITIVE_INFINITY,
  }
}

const keyOver = () =>
  requestError('UNAUTHENTICATED', 'This API key was revoked or has ended. Use another, or make a new one.')

function unknownKey() {
  return requestError(
    'UNAUTHENTICATED',
    'This API key is not known here. Check that it is whole and meant for this deployment.',
  )
}

/** Records the use of a key without waiting for it: this write must neither delay nor fail a request. */
function touch(store: Store, { coalitionId, keyId }: AuthenticatedKey): void {
  store.prisma.apiKey
    .updateMany({ where: { coalitionId, id: keyId }, data: { lastUsedAt: new Date() } })
    .catch(() => undefined)
}
