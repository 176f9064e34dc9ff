import { WebhookPausedError } from '@artel/ledger'
import { addDeliveries, coalitionNow, inTransaction, newId } from '@artel/store'
import type { WebhookDelivery } from '@artel/store/prisma'
import type { Context } from '../access/principal.ts'
import { recordActIn } from '../audit/record-act.ts'
import { dataOf, messageOf } from './events/tell-event.ts'
import { refuseUnlessAsFree } from './may-read-message.ts'
import { actOn, lockOwnEndpoint, requireEndpointOwner } from './own-endpoint.ts'

/**
 * Sends an event `webhook.test` to one endpoint, as any other is sent. One with a query is asked for it by a key alone that
 * may read all that the endpoint may. Throws PermissionError, NotFoundError, WebhookPausedError.
 */
export async function testWebhookEndpoint(
  context: Context,
  input: { readonly id: string },
): Promise<{ readonly delivery: WebhookDelivery }> {
  const principal = requireEndpointOwner(context, 'testWebhookEndpoint')
  const { store } = context
  const { coalitionId } = principal
  const createdAt = await coalitionNow(store, coalitionId)
  const id = newId()
  await inTransaction(store, async (client) => {
    const endpoint = await lockOwnEndpoint(client, principal, input.id)
    const { id: endpointId, status, query } = endpoint
    if (query !== null) refuseUnlessAsFree(principal, endpoint)
    if (status === 'PAUSED') throw new WebhookPausedError()
    const kind = 'webhook.test'
    const data = dataOf(kind, { endpointId }, coalitionId)
    const event = { id: newId(), kind, subjectId: endpointId, createdAt }
    const body = query === null ? messageOf({ ...event, data }) : null
    await addDeliveries(client, coalitionId, [{ id, endpointId, event, body }])
    await recordActIn(context, client, actOn(endpoint, 'webhookTest'))
  })
  const where = { coalitionId_id: { coalitionId, id } }
  return { delivery: await store.prisma.webhookDelivery.findUniqueOrThrow({ where }) }
}
