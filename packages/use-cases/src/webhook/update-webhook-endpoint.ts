import { changeEndpoint, inTransaction } from '@artel/store'
import type { WebhookEndpoint } from '@artel/store/prisma'
import { makerKeyOf } from '../access/actor.ts'
import type { Context } from '../access/principal.ts'
import { changesOf } from '../audit/details.ts'
import { recordActIn } from '../audit/record-act.ts'
import { checkAddress } from './check-address.ts'
import { checkEventKinds, checkQuery, type EndpointFields } from './endpoint-input.ts'
import { refuseUnlessAsFree } from './may-read-message.ts'
import { actOn, asListener, lockOwnEndpoint, requireEndpointOwner } from './own-endpoint.ts'
import type { WebhookDoor } from './webhook-door.ts'

/**
 * Changes where an endpoint is, what it is told of, or how; what is left out stays, and `query: null` goes back to the data
 * of the events themselves. Only a key that may read all that the endpoint may changes it: what waits goes to the new
 * address, and no key can have sent elsewhere what it may not read. Where kinds or query change, the endpoint is told from
 * then on what that key may read.
 * Throws PermissionError, InvalidInputError, NotFoundError, WebhookAddressRefusedError, WebhookQueryRefusedError.
 */
export async function updateWebhookEndpoint(
  context: Context,
  input: Partial<EndpointFields> & { readonly id: string; readonly door: WebhookDoor },
): Promise<{ readonly endpoint: WebhookEndpoint }> {
  const principal = requireEndpointOwner(context, 'updateWebhookEndpoint')
  const { eventKinds, query, door } = input
  // Before anything is locked: hosts are looked up.
  const url = input.url === undefined ? undefined : await checkAddress(input.url, door)
  const endpoint = await inTransaction(context.store, async (client) => {
    const found = await lockOwnEndpoint(client, principal, input.id)
    refuseUnlessAsFree(principal, found)
    const changed = await changeEndpoint(client, found, {
      url: url ?? found.url,
      eventKinds:
        eventKinds === undefined ? found.eventKinds : checkEventKinds(eventKinds, asListener(principal)),
      query: checkQuery(query === undefined ? found.query : query, door),
      // A key that leaked may have turned an endpoint round that others had made.
      madeByKeyId: url === undefined || url === found.url ? found.madeByKeyId : makerKeyOf(principal),
      // Where nothing but the address changes, a key with more reach adds none.
      scopes: eventKinds === undefined && query === undefined ? found.scopes : [...principal.scopes],
    })
    const details = {
      ...changesOf(hostOf(found), hostOf(changed), ['host']),
      ...changesOf(found, changed, ['eventKinds', 'scopes']),
      ...(found.query === changed.query ? {} : { queryChanged: true }),
    }
    await recordActIn(context, client, actOn(changed, 'webhookEndpointUpdate', details))
    return changed
  })
  return { endpoint }
}

const hostOf = ({ url }: WebhookEndpoint) => ({ host: new URL(url).host })
