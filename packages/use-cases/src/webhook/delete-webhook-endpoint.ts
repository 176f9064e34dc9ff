import { deleteEndpoint, inTransaction } from '@artel/store'
import type { Context } from '../access/principal.ts'
import { lockOwnEndpoint, requireEndpointOwner } from './own-endpoint.ts'

/** Deletes an endpoint for good, with its secrets; what was on its way is not sent. Throws NotFoundError. */
export async function deleteWebhookEndpoint(
  context: Context,
  input: { readonly id: string },
): Promise<{ readonly id: string }> {
  const principal = requireEndpointOwner(context, 'deleteWebhookEndpoint')
  return inTransaction(context.store, async (client) => {
    const { coalitionId, id } = await lockOwnEndpoint(client, principal, input.id)
    await deleteEndpoint(client, { coalitionId, id })
    return { id }
  })
}
