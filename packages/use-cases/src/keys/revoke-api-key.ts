import { NotFoundError } from '@artel/ledger'
import { coalitionNow, databaseNow } from '@artel/store'
import type { ApiKey, Prisma } from '@artel/store/prisma'
import { actorOf } from '../access/actor.ts'
import { requireAdmin, requireMemberOrAdmin } from '../access/authorise.ts'
import type { AdminPrincipal, Context, MemberPrincipal } from '../access/principal.ts'
import { recordAct } from '../audit/record-act.ts'
import { checkId } from '../input/text.ts'
import { takeRole } from '../staff/take-role.ts'
import { type MadeByKey, madeByKey } from './made-by-key.ts'
import { requireMayEnd } from './may-end-what-it-made.ts'

export interface RevokeApiKeyInput {
  readonly id: string
  /** Ends what it made as well: other keys and what those made, signing keys, tills, roles; endpoints are paused. */
  readonly withWhatItMade?: boolean | null
}

export interface RevokedApiKey {
  readonly apiKey: ApiKey
  /** What it made and still worked when it was revoked: ended now where that was asked for, and going on otherwise. */
  readonly made: MadeByKey
}

/**
 * Revokes an API key for good, and where it is asked for what it made; revoking again ends that then. A member revokes its own keys,
 * an administrator any of its coalition. With what it made it is refused as a whole where the caller could not take one of the roles, or
 * nobody would run the coalition any more. Throws NotFoundError, PermissionError, InvalidInputError.
 */
export async function revokeApiKey(context: Context, input: RevokeApiKeyInput): Promise<RevokedApiKey> {
  const principal = requireMemberOrAdmin(context.principal, {
    member: 'member:write',
    admin: 'members:write',
    verb: 'revokeApiKey',
  })
  const { prisma, pool } = context.store
  const { coalitionId } = principal
  const where = { coalitionId_id: { coalitionId, id: checkId('apiKey', input.id, ['id']) } }
  const found = await prisma.apiKey.findUnique({ where })
  if (!found || (principal.kind === 'member' && found.memberId !== principal.memberId))
    throw new NotFoundError({ what: 'apiKey' }, { path: ['id'] })
  if (principal.kind === 'admin' && found.memberId === null) requireAdmin(principal, 'coalition:write')
  const [revokedAt, now] = await Promise.all([coalitionNow(context.store, coalitionId), databaseNow(pool)])
  const { id, memberId } = found
  if (input.withWhatItMade)
    await requireMayEnd(context, principal, await madeByKey(context.store, { coalitionId, id, now }))
  let apiKey = found
  if (!found.revokedAt)
    [apiKey] = await prisma.$transaction([
      prisma.apiKey.update({ where, data: { revokedAt } }),
      recordAct(context, prisma, {
        act: 'apiKeyRevoke',
        coalitionId,
        memberId,
        subject: { type: 'apiKey', id },
      }),
    ])
  // Looked for after the key is dead: what it makes while it is still in some process's cache is found by asking again.
  const made = await madeByKey(context.store, { coalitionId, id, now })
  if (input.withWhatItMade) {
    await requireMayEnd(context, principal, made)
    await end(context, principal, { made, revokedAt, now })
  }
  return { apiKey, made }
}

interface Ending {
  readonly made: MadeByKey
  /** By the coalition's clock, as keys have it. */
  readonly revokedAt: Date
  readonly now: Date
}

async function end(
  context: Context,
  principal: AdminPrincipal | MemberPrincipal,
  { made, revokedAt, now }: Ending,
): Promise<void> {
  const revokedById = actorOf(principal)
  await context.store.prisma.$transaction(async (transaction) => {
    for (const role of made.roles)
      await takeRole(context, transaction, role, { revokedAt: now, revokedById, keysRevokedAt: revokedAt })
    await endKeys(context, transaction, { made, revokedAt, now })
    await endTills(context, transaction, { made, now, revokedById })
    for (const { coalitionId, memberId, id } of made.webhookEndpoints) {
      await transaction.webhookEndpoint.update({
        where: { coalitionId_id: { coalitionId, id } },
        data: { status: 'PAUSED', pausedFor: 'BY_OWNER', pausedAt: now },
      })
      const subject = { type: 'webhookEndpoint' as const, id }
      await recordAct(context, transaction, { act: 'webhookEndpointPause', coalitionId, memberId, subject })
    }
  })
}

async function endKeys(
  context: Context,
  transaction: Prisma.TransactionClient,
  { made, revokedAt }: Ending,
): Promise<void> {
  for (const { coalitionId, memberId, id } of made.apiKeys) {
    await transaction.apiKey.update({ where: { coalitionId_id: { coalitionId, id } }, data: { revokedAt } })
    const subject = { type: 'apiKey' as const, id }
    await recordAct(context, transaction, { act: 'apiKeyRevoke', coalitionId, memberId, subject })
  }
  for (const { coalitionId, memberId, kid } of made.tokenKeys) {
    await transaction.tokenKey.update({
      where: { coalitionId_memberId_kid: { coalitionId, memberId, kid } },
      data: { revokedAt },
    })
    const subject = { type: 'member' as const, id: memberId }
    await recordAct(context, transaction, {
      ...{ act: 'tokenKeyRevoke', coalitionId, memberId, subject },
      details: { kid },
    })
  }
}

async function endTills(
  context: Context,
  transaction: Prisma.TransactionClient,
  { made, now, revokedById }: Pick<Ending, 'made' | 'now'> & { readonly revokedById: string },
): Promise<void> {
  for (const { coalitionId, memberId, id } of made.tills) {
    const where = { coalitionId_id: { coalitionId, id } }
    await transaction.till.update({ where, data: { revokedAt: now, revokedById } })
    await transaction.staffSession.updateMany({
      where: { coalitionId, tillId: id, endedAt: null },
      data: { endedAt: now },
    })
    const subject = { type: 'till' as const, id }
    await recordAct(context, transaction, { act: 'tillRevoke', coalitionId, memberId, subject })
  }
}
