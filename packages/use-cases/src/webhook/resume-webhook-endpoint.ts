import { inTransaction, resumeEndpoint } from '@artel/store'
import type { WebhookEndpoint } from '@artel/store/prisma'
import type { Context } from '../access/principal.ts'
import { recordActIn } from '../audit/record-act.ts'
import { actOn, lockOwnEndpoint, requireEndpointOwner } from './own-endpoint.ts'

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
    if (found.status === 'ACTIVE') return found
    const resumed = await resumeEndpoint(client, found)
    await recordActIn(context, client, actOn(resumed, 'webhookEndpointResume'))
    return resumed
  })
  return { endpoint }
}
