import { NotFoundError, WebhookPausedError } from '@artel/ledger'
import { inTransaction, replayDelivery } from '@artel/store'
import type { WebhookDelivery } from '@artel/store/prisma'
import type { Context } from '../access/principal.ts'
import { recordActIn } from '../audit/record-act.ts'
import { encodePublicId } from '../ids/public-id.ts'
import { checkId } from '../input/text.ts'
import { mayReadMessage } from './may-read-message.ts'
import { actOn, lockOwnEndpoint, ownerOf, requireEndpointOwner } from './own-endpoint.ts'

/**
 * Sends a delivery again, the same bytes under the same id, whatever became of it, and from the beginning of its schedule. For
 * a key that may not read the message there is none. Throws NotFoundError, WebhookPausedError.
 */
export async function replayWebhookDelivery(
  context: Context,
  input: { readonly id: string },
): Promise<{ readonly delivery: WebhookDelivery }> {
  const principal = requireEndpointOwner(context, 'replayWebhookDelivery')
  const { prisma } = context.store
  const id = checkId('webhookDelivery', input.id, ['id'])
  const { coalitionId, memberId } = ownerOf(principal)
  const notFound = new NotFoundError({ what: 'webhookDelivery' }, { path: ['id'] })
  const found = await prisma.webhookDelivery.findFirst({
    where: { coalitionId, id, endpoint: { memberId, deletedAt: null } },
  })
  if (!found) throw notFound
  await inTransaction(context.store, async (client) => {
    const endpoint = await lockOwnEndpoint(client, principal, found.endpointId)
    const { eventKind, body } = found
    // What has no body yet is asked for with the rights of the endpoint.
    const askedScopes = body === null ? endpoint.scopes : found.askedScopes
    if (!mayReadMessage(principal, { eventKind, askedScopes })) throw notFound
    if (endpoint.status === 'PAUSED') throw new WebhookPausedError()
    await replayDelivery(client, { coalitionId, id })
    const delivery = encodePublicId('webhookDelivery', id)
    await recordActIn(context, client, actOn(endpoint, 'webhookDeliveryReplay', { delivery }))
  })
  const where = { coalitionId_id: { coalitionId, id } }
  return { delivery: await prisma.webhookDelivery.findUniqueOrThrow({ where }) }
}
