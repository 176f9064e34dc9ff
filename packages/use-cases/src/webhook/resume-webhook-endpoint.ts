import { databaseNow } from '@artel/store'
import type { WebhookEndpoint } from '@artel/store/prisma'
import type { Context } from '../access/principal.ts'
import { ownEndpoint, requireEndpointOwner } from './own-endpoint.ts'

/**
 * Goes on sending to an endpoint: what waits is due at once, and its failures are forgotten. Resuming an active one changes
 * nothing. Throws NotFoundError.
 */
export async function resumeWebhookEndpoint(
  context: Context,
  input: { readonly id: string },
): Promise<{ readonly endpoint: WebhookEndpoint }> {
  const principal = requireEndpointOwner(context, 'resumeWebhookEndpoint')
  const found = await ownEndpoint(context.store, principal, input.id)
  if (found.status === 'ACTIVE') return { endpoint: found }
  const { coalitionId, id } = found
  const { prisma, pool } = context.store
  const now = await databaseNow(pool)
  const [endpoint] = await prisma.$transaction([
    prisma.webhookEndpoint.update({
      where: { coalitionId_id: { coalitionId, id } },
      data: { status: 'ACTIVE', pausedFor: null, pausedAt: null, failures: 0, failingSince: null },
    }),
    prisma.webhookDelivery.updateMany({
      where: { coalitionId, endpointId: id, status: 'PENDING', nextAttemptAt: { gt: now } },
      data: { nextAttemptAt: now, tries: 0 },
    }),
  ])
  return { endpoint }
}
