import { hash } from 'node:crypto'
import type { Store } from '@artel/store'
import { bytesToUuid, decodeBase58, type Principal } from '@artel/use-cases'
import { requestError } from '../errors/request-error.ts'
import { makeBoundedCache } from './bounded-cache.ts'

/** How long a proven key is believed without another look, milliseconds: the longest a revoked key still works. */
const BELIEVED_MS = 5_000
const MAX_BELIEVED = 10_000
/** `last_used_at` is for people: once a minute is enough. */
const TOUCH_EVERY_MS = 60_000

const KEY = /^(sk|ak)_(test|live)_([1-9A-HJ-NP-Za-km-z]{1,22})_([1-9A-HJ-NP-Za-km-z]{20,64})$/

interface Proven {
  readonly principal: Principal
  readonly coalitionId: string
  readonly keyId: string
}

/** Makes the check of API keys: SHA-256 lookup behind a short, bounded cache. Throws UNAUTHENTICATED. */
export function makeApiKeyProof(store: Store): (secret: string) => Promise<Principal> {
  const believed = makeBoundedCache<Proven>({ ttlMs: BELIEVED_MS, maxEntries: MAX_BELIEVED })
  const touched = makeBoundedCache<true>({ ttlMs: TOUCH_EVERY_MS, maxEntries: MAX_BELIEVED })
  /** When a key's time is over under load, hundreds come at once: one look-up serves them all. */
  const lookingUp = new Map<string, Promise<Proven>>()
  const lookUpOnce = (secret: string, secretHash: string): Promise<Proven> => {
    const running = lookingUp.get(secretHash)
    if (running) return running
    const fresh = lookUp(store, secret, secretHash)
      .then((proven) => {
        believed.set(secretHash, proven)
        return proven
      })
      .finally(() => lookingUp.delete(secretHash))
    lookingUp.set(secretHash, fresh)
    return fresh
  }
  return async (secret) => {
    const secretHash = hash('sha256', secret, 'hex')
    const known = believed.get(secretHash)
    const proven = known ?? (await lookUpOnce(secret, secretHash))
    if (!touched.get(proven.keyId)) {
      touched.set(proven.keyId, true)
      touch(store, proven)
    }
    return proven.principal
  }
}

async function lookUp(store: Store, secret: string, secretHash: string): Promise<Proven> {
  const [, prefix, mode, coalition] = KEY.exec(secret) ?? []
  const coalitionBytes = coalition === undefined ? undefined : decodeBase58(coalition)
  const coalitionId = coalitionBytes && bytesToUuid(coalitionBytes)
  if (!coalitionId) throw unknownKey()
  const key = await store.prisma.apiKey.findUnique({
    where: { coalitionId_secretHash: { coalitionId, secretHash } },
    select: {
      id: true,
      memberId: true,
      scopes: true,
      revokedAt: true,
      coalition: { select: { mode: true } },
    },
  })
  // The words of the key are only hints; they must still agree with what is stored.
  if (!key || key.coalition.mode.toLowerCase() !== mode || (key.memberId === null) !== (prefix === 'ak'))
    throw unknownKey()
  if (key.revokedAt)
    throw requestError('UNAUTHENTICATED', 'This API key was revoked. Use another, or make a new one.')
  const base = { coalitionId, keyId: key.id, scopes: new Set(key.scopes) }
  const principal: Principal =
    key.memberId === null ? { kind: 'admin', ...base } : { kind: 'member', memberId: key.memberId, ...base }
  return { principal, coalitionId, keyId: key.id }
}

function unknownKey() {
  return requestError(
    'UNAUTHENTICATED',
    'This API key is not known here. Check that it is whole and meant for this deployment.',
  )
}

/** Notes the use of a key beside the request: what people read must never slow or fail what programs do. */
function touch(store: Store, { coalitionId, keyId }: Proven): void {
  store.prisma.apiKey
    .updateMany({ where: { coalitionId, id: keyId }, data: { lastUsedAt: new Date() } })
    .catch(() => undefined)
}
