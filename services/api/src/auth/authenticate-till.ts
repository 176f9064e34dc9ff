import type { Store } from '@artel/store'
import { coalitionOfTillSecret, hashSecret, readMemberStatus, type TillPrincipal } from '@artel/use-cases'
import { makeBoundedCache } from '../cache/bounded-cache.ts'
import { requestError } from '../errors/request-error.ts'

/** How long a till is cached, milliseconds: a revoked one works for at most this long. */
const CACHE_MS = 5_000
const MAX_CACHED = 10_000
/** `last_used_at` is read by people, so one write a minute is precise enough. */
const TOUCH_EVERY_MS = 60_000

/** Turns the secret of a till into its principal. Throws UNAUTHENTICATED. */
export type AuthenticateTill = (secret: string) => Promise<TillPrincipal>

/** Makes the authentication of tills: a lookup by SHA-256 behind a short, bounded cache. */
export function makeAuthenticateTill(store: Store): AuthenticateTill {
  const cache = makeBoundedCache<TillPrincipal>({ ttlMs: CACHE_MS, maxEntries: MAX_CACHED })
  const touched = makeBoundedCache<true>({ ttlMs: TOUCH_EVERY_MS, maxEntries: MAX_CACHED })
  return async (secret) => {
    const secretHash = hashSecret(secret)
    const cached = cache.get(secretHash)
    const till = cached ?? (await lookUp(store, secret, secretHash))
    if (!till) throw tillOver()
    if (!cached) cache.set(secretHash, till)
    if ((await readMemberStatus(store, till)) === 'CLOSED') throw tillOver()
    if (!touched.get(till.tillId)) {
      touched.set(till.tillId, true)
      touch(store, till)
    }
    return till
  }
}

async function lookUp({ prisma }: Store, secret: string, secretHash: string): Promise<TillPrincipal | null> {
  const coalitionId = coalitionOfTillSecret(secret)
  if (coalitionId === undefined) return null
  const till = await prisma.till.findUnique({
    where: { coalitionId_secretHash: { coalitionId, secretHash } },
    select: { id: true, memberId: true, revokedAt: true },
  })
  if (!till || till.revokedAt !== null) return null
  return { kind: 'till', coalitionId, memberId: till.memberId, tillId: till.id }
}

const tillOver = () =>
  requestError(
    'UNAUTHENTICATED',
    'This till is not known here, or was revoked. Have the manager register it.',
  )

/** Records the use of a till without waiting for it: this write must neither delay nor fail a request. */
function touch({ prisma }: Store, { coalitionId, tillId }: TillPrincipal): void {
  prisma.till
    .updateMany({ where: { coalitionId, id: tillId }, data: { lastUsedAt: new Date() } })
    .catch(() => undefined)
}
