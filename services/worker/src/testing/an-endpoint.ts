import { type Context, createWebhookEndpoint, type EndpointFields, type WebhookDoor } from '@artel/use-cases'

/** A door to receivers on this machine. */
export const HERE: WebhookDoor = {
  allowPrivate: true,
  lookUp: () => Promise.resolve([]),
  problemsOfQuery: () => [],
}

/** An endpoint of the caller's, told of every kind that it may know unless it says otherwise. */
export const anEndpoint = (context: Context, url: string, fields: Partial<EndpointFields> = {}) =>
  createWebhookEndpoint(context, { url, eventKinds: [], query: null, ...fields, door: HERE })
