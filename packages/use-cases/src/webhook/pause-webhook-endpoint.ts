import { databaseNow } from '@artel/store'
import type { WebhookEndpoint } from '@artel/store/prisma'
import type { Context } from '../access/principal.ts'
import { ownEndpoint, requireEndpointOwner } from './own-endpoint.ts'

/** Stops sending to an endpoint. Its events are written down and wait. Pausing twice changes nothing. Throws NotFoundError. */
export async function pauseWebhookEndpoint(
  context: Context,
  input: { readonly id: string },
): Promise<{ readonly endpoint: WebhookEndpoint }> {
  const principal = requireEndpointOwner(context, 'pauseWebhookEndpoint')
  const endpoint = await ownEndpoint(context.store, principal, input.id)
  if (endpoint.status === 'PAUSED') return { endpoint }
  const { coalitionId, id } = endpoint
  const pausedAt = await databaseNow(context.store.pool)
  return {
    endpoint: await context.store.prisma.webhookEndpoint.update({
      where: { coalitionId_id: { coalitionId, id } },
      data: { status: 'PAUSED', pausedFor: 'BY_OWNER', pausedAt },
    }),
  }
}
