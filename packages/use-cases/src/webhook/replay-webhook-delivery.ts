import { NotFoundError, WebhookPausedError } from '@artel/ledger'
import { databaseNow } from '@artel/store'
import type { WebhookDelivery } from '@artel/store/prisma'
import type { Context } from '../access/principal.ts'
import { checkId } from '../input/text.ts'
import { ownerOf, requireEndpointOwner } from './own-endpoint.ts'

/**
 * Sends a delivery again, the same bytes under the same id, whatever became of it, and from the beginning of its schedule.
 * Throws NotFoundError, WebhookPausedError.
 */
export async function replayWebhookDelivery(
  context: Context,
  input: { readonly id: string },
): Promise<{ readonly delivery: WebhookDelivery }> {
  const principal = requireEndpointOwner(context, 'replayWebhookDelivery')
  const { prisma, pool } = context.store
  const owner = ownerOf(principal)
  const id = checkId('webhookDelivery', input.id, ['id'])
  const { coalitionId, memberId } = owner
  const found = await prisma.webhookDelivery.findFirst({
    where: { coalitionId, id, endpoint: { memberId, deletedAt: null } },
    include: { endpoint: { select: { status: true } } },
  })
  if (!found) throw new NotFoundError({ what: 'webhookDelivery' }, { path: ['id'] })
  if (found.endpoint.status === 'PAUSED') throw new WebhookPausedError()
  const nextAttemptAt = await databaseNow(pool)
  // One that is in somebody's hands is about to be sent anyway.
  await prisma.webhookDelivery.updateMany({
    where: { coalitionId, id, OR: [{ leasedUntil: null }, { leasedUntil: { lte: nextAttemptAt } }] },
    data: { status: 'PENDING', tries: 0, endedAt: null, leasedUntil: null, nextAttemptAt },
  })
  const where = { coalitionId_id: { coalitionId, id } }
  return { delivery: await prisma.webhookDelivery.findUniqueOrThrow({ where }) }
}
