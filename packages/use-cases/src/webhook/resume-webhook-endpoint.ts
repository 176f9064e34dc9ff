import { inTransaction, resumeEndpoint } from '@artel/store'
import type { WebhookEndpoint } from '@artel/store/prisma'
import type { Context } from '../access/principal.ts'
import { lockOwnEndpoint, requireEndpointOwner } from './own-endpoint.ts'

/**
 * Goes on sending to an endpoint: what waits is due at once, and its failures are forgotten; an attempt that is under way
 * still is not made a second time. Resuming an active one changes nothing. Throws NotFoundError.
 */
export async function resumeWebhookEndpoint(
  context: Context,
  input: { readonly id: string },
): Promise<{ readonly endpoint: WebhookEndpoint }> {
  const principal = requireEndpointOwner(context, 'resumeWebhookEndpoint')
  const endpoint = await inTransaction(context.store, async (client) => {
    const found = await lockOwnEndpoint(client, principal, input.id)
    return found.status === 'ACTIVE' ? found : resumeEndpoint(client, found)
  })
  return { endpoint }
}
