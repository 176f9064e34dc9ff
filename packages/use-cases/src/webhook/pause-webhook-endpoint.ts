import { inTransaction, pauseEndpoint } from '@artel/store'
import type { WebhookEndpoint } from '@artel/store/prisma'
import type { Context } from '../access/principal.ts'
import { recordActIn } from '../audit/record-act.ts'
import { actOn, lockOwnEndpoint, requireEndpointOwner } from './own-endpoint.ts'

/** Stops sending to an endpoint. Its events are written down and wait. Pausing twice changes nothing. Throws NotFoundError. */
export async function pauseWebhookEndpoint(
  context: Context,
  input: { readonly id: string },
): Promise<{ readonly endpoint: WebhookEndpoint }> {
  const principal = requireEndpointOwner(context, 'pauseWebhookEndpoint')
  const endpoint = await inTransaction(context.store, async (client) => {
    const found = await lockOwnEndpoint(client, principal, input.id)
    if (found.status === 'PAUSED') return found
    const paused = await pauseEndpoint(client, found)
    await recordActIn(context, client, actOn(paused, 'webhookEndpointPause'))
    return paused
  })
  return { endpoint }
}
