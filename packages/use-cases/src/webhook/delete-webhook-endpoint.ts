import { databaseNow } from '@artel/store'
import type { Context } from '../access/principal.ts'
import { ownEndpoint, requireEndpointOwner } from './own-endpoint.ts'

/** Deletes an endpoint for good, with its secrets; what was on its way is not sent. Throws NotFoundError. */
export async function deleteWebhookEndpoint(
  context: Context,
  input: { readonly id: string },
): Promise<{ readonly id: string }> {
  const principal = requireEndpointOwner(context, 'deleteWebhookEndpoint')
  const { coalitionId, id } = await ownEndpoint(context.store, principal, input.id)
  const { prisma, pool } = context.store
  const now = await databaseNow(pool)
  const own = { coalitionId, endpointId: id }
  await prisma.$transaction([
    prisma.webhookEndpoint.update({
      where: { coalitionId_id: { coalitionId, id } },
      data: { deletedAt: now },
    }),
    prisma.webhookSecret.deleteMany({ where: own }),
    prisma.webhookDelivery.updateMany({
      where: { ...own, status: 'PENDING' },
      data: { status: 'FAILED', endedAt: now, leasedUntil: null },
    }),
  ])
  return { id }
}
