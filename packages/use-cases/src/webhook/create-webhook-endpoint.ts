import { WebhookEndpointLimitError } from '@artel/ledger'
import { addEndpoint, coalitionNow, inTransaction, lockEndpointCount, newId } from '@artel/store'
import type { WebhookEndpoint } from '@artel/store/prisma'
import { makerKeyOf } from '../access/actor.ts'
import type { Context } from '../access/principal.ts'
import { recordActIn } from '../audit/record-act.ts'
import { checkAddress } from './check-address.ts'
import { checkEventKinds, checkQuery, type EndpointFields } from './endpoint-input.ts'
import { makeWebhookSecret } from './make-secret.ts'
import { actOn, asListener, ownerOf, requireEndpointOwner } from './own-endpoint.ts'
import type { WebhookDoor } from './webhook-door.ts'

/** Most endpoints of one owner. */
export const MAX_ENDPOINTS = 20

export interface CreatedWebhookEndpoint {
  readonly endpoint: WebhookEndpoint
  /** `whsec_...`: what its messages are signed with. Shown this once. */
  readonly secret: string
}

/**
 * Makes an endpoint that is told of events from now on: a member's of its own dealings, an administrator's of the whole
 * coalition, and of nothing that the calling key could not read by itself.
 * Throws InvalidInputError, WebhookAddressRefusedError, WebhookQueryRefusedError, WebhookEndpointLimitError.
 */
export async function createWebhookEndpoint(
  context: Context,
  input: EndpointFields & { readonly door: WebhookDoor },
): Promise<CreatedWebhookEndpoint> {
  const principal = requireEndpointOwner(context, 'createWebhookEndpoint')
  const { store } = context
  const owner = ownerOf(principal)
  const eventKinds = checkEventKinds(input.eventKinds, asListener(principal))
  const query = checkQuery(input.query, input.door)
  const url = await checkAddress(input.url, input.door)
  const createdAt = await coalitionNow(store, owner.coalitionId)
  const secret = makeWebhookSecret()
  const endpoint = await inTransaction(store, async (client) => {
    if ((await lockEndpointCount(client, owner)) >= MAX_ENDPOINTS)
      throw new WebhookEndpointLimitError({ limit: MAX_ENDPOINTS })
    const made = await addEndpoint(client, {
      ...{ ...owner, id: newId(), url, eventKinds, query, scopes: [...principal.scopes] },
      ...{
        createdAt,
        createdById: principal.keyId,
        madeByKeyId: makerKeyOf(principal),
        secretId: newId(),
        secret,
      },
    })
    const details = { host: new URL(url).host, eventKinds }
    await recordActIn(context, client, actOn(made, 'webhookEndpointCreate', details))
    return made
  })
  return { endpoint, secret }
}
