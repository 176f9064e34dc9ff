import type { WebhookEndpoint } from '@artel/store/prisma'
import type { Context } from '../access/principal.ts'
import { checkAddress } from './check-address.ts'
import { checkEventKinds, checkQuery, type EndpointFields } from './endpoint-input.ts'
import { asListener, ownEndpoint, requireEndpointOwner } from './own-endpoint.ts'
import type { WebhookDoor } from './webhook-door.ts'

/**
 * Changes where an endpoint is, what it is told of, or how; what is left out stays, and `query: null` goes back to the data
 * of the events themselves. From then on it is told what the calling key may read: a key with little reach cannot have sent
 * elsewhere what it may not read. What is under way already is sent as it was made, to the new address.
 * Throws InvalidInputError, NotFoundError, WebhookAddressRefusedError, WebhookQueryRefusedError.
 */
export async function updateWebhookEndpoint(
  context: Context,
  input: Partial<EndpointFields> & { readonly id: string; readonly door: WebhookDoor },
): Promise<{ readonly endpoint: WebhookEndpoint }> {
  const principal = requireEndpointOwner(context, 'updateWebhookEndpoint')
  const { prisma } = context.store
  const { coalitionId, id, query, scopes } = await ownEndpoint(context.store, principal, input.id)
  const kept = scopes.filter((scope) => (principal.scopes as ReadonlySet<string>).has(scope))
  const data = {
    ...(input.url === undefined ? {} : { url: await checkAddress(input.url, input.door) }),
    ...(input.eventKinds === undefined
      ? {}
      : { eventKinds: checkEventKinds(input.eventKinds, asListener(principal)) }),
    query: checkQuery(input.query === undefined ? query : input.query, input.door),
    // Where nothing but the address changes, a key with more reach adds none.
    scopes: input.eventKinds === undefined && input.query === undefined ? kept : [...principal.scopes],
  }
  const where = { coalitionId_id: { coalitionId, id } }
  return { endpoint: await prisma.webhookEndpoint.update({ where, data }) }
}
