import type { Store } from '@artel/store'
import type { ApiKey, StaffGrant, Till, TokenKey, WebhookEndpoint } from '@artel/store/prisma'
import { chainOfKey } from './chain-of-key.ts'

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

/**
 * What a key made that still works, down the chain of keys that it made and people whom it invited; also through those that are over.
 * Of somebody who stands at the place by another's role as well, only what a key of the chain made.
 */
export async function madeByKey(
  { prisma }: Pick<Store, 'prisma'>,
  { coalitionId, id, now }: Pick<ApiKey, 'coalitionId' | 'id'> & { readonly now: Date },
): Promise<MadeByKey> {
  const { keys, roles, letIn, signing } = await chainOfKey(prisma, { coalitionId, id })
  const madeByKeyId = { in: [id, ...keys.keys()] }
  const lives = [{ endsAt: null }, { endsAt: { gt: now } }]
  const byThose = letIn.map(({ personId: createdById, memberId, since }) => ({
    ...{ createdById, createdAt: { gte: since } },
    ...(memberId === null ? {} : { memberId }),
  }))
  const where = { coalitionId, OR: [{ madeByKeyId }, ...byThose] }
  const [tokenKeys, tills, webhookEndpoints] = await Promise.all([
    prisma.tokenKey.findMany({
      where: { coalitionId, revokedAt: null, AND: [{ OR: lives }, { OR: [{ madeByKeyId }, ...signing] }] },
      orderBy: { kid: 'asc' },
    }),
    prisma.till.findMany({ where: { ...where, revokedAt: null }, orderBy: { id: 'asc' } }),
    prisma.webhookEndpoint.findMany({
      where: { ...where, status: 'ACTIVE', deletedAt: null },
      orderBy: { id: 'asc' },
    }),
  ])
  const apiKeys = [...keys.values()].filter(
    ({ revokedAt, endsAt }) => revokedAt === null && (endsAt === null || endsAt > now),
  )
  const standing = [...roles.values()].filter(({ revokedAt }) => revokedAt === null)
  return { apiKeys, tokenKeys, tills, webhookEndpoints, roles: standing }
}
