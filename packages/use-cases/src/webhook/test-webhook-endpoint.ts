import { WebhookPausedError } from '@artel/ledger'
import { coalitionNow, databaseNow, newId } from '@artel/store'
import type { WebhookDelivery } from '@artel/store/prisma'
import type { Context } from '../access/principal.ts'
import { dataOf, messageOf } from './events/tell-event.ts'
import { ownEndpoint, requireEndpointOwner } from './own-endpoint.ts'

/** Sends an event `webhook.test` to one endpoint, as any other is sent. Throws NotFoundError, WebhookPausedError. */
export async function testWebhookEndpoint(
  context: Context,
  input: { readonly id: string },
): Promise<{ readonly delivery: WebhookDelivery }> {
  const principal = requireEndpointOwner(context, 'testWebhookEndpoint')
  const { store } = context
  const { coalitionId, id: endpointId, status, query } = await ownEndpoint(store, principal, input.id)
  if (status === 'PAUSED') throw new WebhookPausedError()
  const [now, occurredAt] = [await databaseNow(store.pool), await coalitionNow(store, coalitionId)]
  const kind = 'webhook.test'
  const data = dataOf(kind, { endpointId }, coalitionId)
  const delivery = await store.prisma.webhookDelivery.create({
    data: {
      ...{ coalitionId, id: newId(), endpointId, eventId: newId(), eventKind: kind, subjectId: endpointId },
      ...{ occurredAt, status: 'PENDING', nextAttemptAt: now, madeAt: now },
      body: query === null ? messageOf({ kind, createdAt: occurredAt, data }) : null,
    },
  })
  return { delivery }
}
