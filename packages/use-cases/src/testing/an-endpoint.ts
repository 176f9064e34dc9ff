import type { Context } from '../access/principal.ts'
import { createWebhookEndpoint } from '../webhook/create-webhook-endpoint.ts'
import type { EndpointFields } from '../webhook/endpoint-input.ts'
import type { WebhookDoor } from '../webhook/webhook-door.ts'

/** A door to receivers on this machine, which finds nothing wrong with a query. */
export const LOCAL_DOOR: WebhookDoor = {
  allowPrivate: true,
  lookUp: () => Promise.resolve([]),
  problemsOfQuery: () => [],
}

/** An endpoint of the caller's, told of every kind that it may know unless it says otherwise. */
export const anEndpoint = (context: Context, url: string, fields: Partial<EndpointFields> = {}) =>
  createWebhookEndpoint(context, { url, eventKinds: [], query: null, ...fields, door: LOCAL_DOOR })
