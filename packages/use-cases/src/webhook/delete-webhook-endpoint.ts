import { deleteEndpoint, inTransaction } from '@artel/store'
import type { Context } from '../access/principal.ts'
import { recordActIn } from '../audit/record-act.ts'
import { actOn, lockOwnEndpoint, requireEndpointOwner } from './own-endpoint.ts'

/** Deletes an endpoint for good, with its secrets; what was on its way is not sent. Throws NotFoundError. */
export async function deleteWebhookEndpoint(
  context: Context,
  input: { readonly id: string },
): Promise<{ readonly id: string }> {
  const principal = requireEndpointOwner(context, 'deleteWebhookEndpoint')
  return inTransaction(context.store, async (client) => {
    const found = await lockOwnEndpoint(client, principal, input.id)
    await deleteEndpoint(client, found)
    await recordActIn(context, client, actOn(found, 'webhookEndpointDelete'))
    return { id: found.id }
  })
}
