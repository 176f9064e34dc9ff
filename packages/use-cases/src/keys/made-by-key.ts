import type { Store } from '@artel/store'
import type { ApiKey, StaffGrant, Till, TokenKey, WebhookEndpoint } from '@artel/store/prisma'

/** What works on and was made by a key, by keys that it made, and so on. */
export interface MadeByKey {
  readonly apiKeys: readonly ApiKey[]
  readonly tokenKeys: readonly TokenKey[]
  readonly tills: readonly Till[]
  /** Also those that others had made and that it turned to another address. */
  readonly webhookEndpoints: readonly WebhookEndpoint[]
  /** Roles and invitations that it gave. */
  readonly roles: readonly StaffGrant[]
}

/** A chain of keys that is longer is nobody's doing but a flood's; it is ended by revoking again. */
const MOST_KEYS = 1_000

/** What a key made that still works, down the chain of keys that it made; also through those that are over. */
export async function madeByKey(
  { prisma }: Pick<Store, 'prisma'>,
  { coalitionId, id, now }: Pick<ApiKey, 'coalitionId' | 'id'> & { readonly now: Date },
): Promise<MadeByKey> {
  const keys = new Map<string, ApiKey>()
  let makers = [id]
  while (makers.length > 0 && keys.size < MOST_KEYS) {
    const made = await prisma.apiKey.findMany({
      where: { coalitionId, madeByKeyId: { in: makers } },
      orderBy: { id: 'asc' },
    })
    makers = made.filter((key) => key.id !== id && !keys.has(key.id)).map((key) => key.id)
    for (const key of made) if (key.id !== id) keys.set(key.id, key)
  }
  const madeByKeyId = { in: [id, ...keys.keys()] }
  const lives = { revokedAt: null, OR: [{ endsAt: null }, { endsAt: { gt: now } }] }
  const where = { coalitionId, madeByKeyId }
  const [tokenKeys, tills, webhookEndpoints, roles] = await Promise.all([
    prisma.tokenKey.findMany({ where: { ...where, ...lives }, orderBy: { kid: 'asc' } }),
    prisma.till.findMany({ where: { ...where, revokedAt: null }, orderBy: { id: 'asc' } }),
    prisma.webhookEndpoint.findMany({
      where: { ...where, status: 'ACTIVE', deletedAt: null },
      orderBy: { id: 'asc' },
    }),
    prisma.staffGrant.findMany({ where: { ...where, revokedAt: null }, orderBy: { id: 'asc' } }),
  ])
  const apiKeys = [...keys.values()].filter(
    ({ revokedAt, endsAt }) => revokedAt === null && (endsAt === null || endsAt > now),
  )
  return { apiKeys, tokenKeys, tills, webhookEndpoints, roles }
}
