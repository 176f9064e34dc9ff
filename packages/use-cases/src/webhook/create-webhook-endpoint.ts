import { WebhookEndpointLimitError } from '@artel/ledger'
import { coalitionNow, databaseNow, newId } from '@artel/store'
import type { WebhookEndpoint } from '@artel/store/prisma'
import type { Context } from '../access/principal.ts'
import { checkAddress } from './check-address.ts'
import { checkEventKinds, checkQuery, type EndpointFields } from './endpoint-input.ts'
import { makeWebhookSecret } from './make-secret.ts'
import { asListener, ownerOf, requireEndpointOwner } from './own-endpoint.ts'
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
  const now = await databaseNow(store.pool)
  const createdAt = await coalitionNow(store, owner.coalitionId)
  if ((await store.prisma.webhookEndpoint.count({ where: { ...owner, deletedAt: null } })) >= MAX_ENDPOINTS)
    throw new WebhookEndpointLimitError({ limit: MAX_ENDPOINTS })
  const secret = makeWebhookSecret()
  const endpoint = await store.prisma.webhookEndpoint.create({
    data: {
      ...owner,
      id: newId(),
      ...{ url, eventKinds, query, scopes: [...principal.scopes], status: 'ACTIVE' },
      ...{ createdAt, createdById: principal.keyId },
      secrets: { create: { id: newId(), secret, createdAt: now } },
    },
  })
  return { endpoint, secret }
}
