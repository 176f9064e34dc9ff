import type { Executor } from '../executor.ts'
import type { Filtered } from '../filtered.ts'
import { found } from '../found.ts'
import {
  EventListDocument,
  type EventsFilter,
  WebhookDeliveryListDocument,
  WebhookDeliveryReplayDocument,
  type WebhookDeliveryReplayInput,
  type WebhookDeliveryStatus,
  WebhookEndpointCreateDocument,
  type WebhookEndpointCreateInput,
  WebhookEndpointDeleteDocument,
  type WebhookEndpointInput,
  WebhookEndpointListDocument,
  WebhookEndpointPauseDocument,
  WebhookEndpointResumeDocument,
  WebhookEndpointUpdateDocument,
  type WebhookEndpointUpdateInput,
  WebhookSecretRotateDocument,
  type WebhookSecretRotateInput,
  WebhookTestDocument,
} from '../generated/graphql.ts'
import { type ListOptions, list } from '../list.ts'
import type { CallOptions } from '../transport.ts'

/** Addresses that are told what happens; verify what they receive with `@artel/sdk/webhooks`. */
export function webhooksOf({ query, result }: Executor) {
  return {
    /**
     * Makes an endpoint that is told of events from now on. The secret is in the answer, this once.
     *
     * @example
     * ```ts
     * const { endpoint, secret } = await artel.webhooks
     *   .create({ url: 'https://shop.example/artel', eventKinds: ['purchase.recorded', 'purchase.refunded'] })
     *   .unwrap()
     * console.log(endpoint.id, secret.slice(0, 6))
     * ```
     */
    create: (input: WebhookEndpointCreateInput, options?: CallOptions) =>
      result(
        'mutation',
        WebhookEndpointCreateDocument,
        { input },
        options,
        (data) => data.webhookEndpointCreate,
      ),
    /**
     * Changes an endpoint; what is left out stays. The key must have every scope that the endpoint has.
     *
     * @example
     * ```ts
     * const query = 'query ($subjectId: ID!) { node(id: $subjectId) { ... on Purchase { id receiptRef } } }'
     * await artel.webhooks.update({ id: 'whe_3vQB7B6MrGQZaxCuFg4oh', query }).unwrap()
     * ```
     */
    update: (input: WebhookEndpointUpdateInput, options?: CallOptions) =>
      result(
        'mutation',
        WebhookEndpointUpdateDocument,
        { input },
        options,
        (data) => data.webhookEndpointUpdate,
      ),
    /**
     * Stops sending to an endpoint; its events wait.
     *
     * @example
     * ```ts
     * await artel.webhooks.pause({ id: 'whe_3vQB7B6MrGQZaxCuFg4oh' }).unwrap()
     * ```
     */
    pause: (input: WebhookEndpointInput, options?: CallOptions) =>
      result(
        'mutation',
        WebhookEndpointPauseDocument,
        { input },
        options,
        (data) => data.webhookEndpointPause,
      ),
    /**
     * Goes on sending to an endpoint: what waits is due at once.
     *
     * @example
     * ```ts
     * for (const { id, status, pausedFor } of await artel.webhooks.list())
     *   if (status === 'PAUSED' && pausedFor === 'FAILING') await artel.webhooks.resume({ id }).unwrap()
     * ```
     */
    resume: (input: WebhookEndpointInput, options?: CallOptions) =>
      result(
        'mutation',
        WebhookEndpointResumeDocument,
        { input },
        options,
        (data) => data.webhookEndpointResume,
      ),
    /**
     * Deletes an endpoint for good. What was on its way is not sent.
     *
     * @example
     * ```ts
     * await artel.webhooks.delete({ id: 'whe_3vQB7B6MrGQZaxCuFg4oh' }).unwrap()
     * ```
     */
    delete: (input: WebhookEndpointInput, options?: CallOptions) =>
      result(
        'mutation',
        WebhookEndpointDeleteDocument,
        { input },
        options,
        (data) => data.webhookEndpointDelete,
      ),
    /**
     * Gives an endpoint a fresh secret. For a day, or the hours that you say, messages carry a signature by the old ones too.
     *
     * @example
     * ```ts
     * const { secret } = await artel.webhooks
     *   .rotateSecret({ id: 'whe_3vQB7B6MrGQZaxCuFg4oh', overlapHours: 48 })
     *   .unwrap()
     * console.log(secret.slice(0, 6)) // give it to your receiver beside the old one
     * ```
     */
    rotateSecret: (input: WebhookSecretRotateInput, options?: CallOptions) =>
      result('mutation', WebhookSecretRotateDocument, { input }, options, (data) => data.webhookSecretRotate),
    /**
     * Sends the event `webhook.test` to an endpoint.
     *
     * @example
     * ```ts
     * const { delivery } = await artel.webhooks.test({ id: 'whe_3vQB7B6MrGQZaxCuFg4oh' }).unwrap()
     * console.log(delivery.eventId)
     * ```
     */
    test: (input: WebhookEndpointInput, options?: CallOptions) =>
      result('mutation', WebhookTestDocument, { input }, options, (data) => data.webhookTest),
    /**
     * Sends a delivery again, the same bytes under the same id. A key that may not read it does not find it.
     *
     * @example
     * ```ts
     * const id = 'whe_3vQB7B6MrGQZaxCuFg4oh'
     * for await (const delivery of artel.webhooks.deliveries(id, { status: 'FAILED' }))
     *   await artel.webhooks.replay({ id: delivery.id }).unwrap()
     * ```
     */
    replay: (input: WebhookDeliveryReplayInput, options?: CallOptions) =>
      result(
        'mutation',
        WebhookDeliveryReplayDocument,
        { input },
        options,
        (data) => data.webhookDeliveryReplay,
      ),
    /**
     * Your endpoints: a member's own, an administrator's those of the coalition.
     *
     * @example
     * ```ts
     * for (const { url, status } of await artel.webhooks.list()) console.log(url, status)
     * ```
     */
    list: async (options: CallOptions = {}) =>
      (await query(WebhookEndpointListDocument, {}, options)).webhookEndpoints,
    /**
     * What was and is to be sent to an endpoint, newest first, with what came of each attempt.
     *
     * @throws `NotFoundError` when there is no such endpoint of yours.
     *
     * @example
     * ```ts
     * for await (const { eventKind, status, log } of artel.webhooks.deliveries('whe_3vQB7B6MrGQZaxCuFg4oh'))
     *   console.log(eventKind, status, log[0]?.responseStatus)
     * ```
     */
    deliveries: (
      id: string,
      options: ListOptions & CallOptions & { readonly status?: WebhookDeliveryStatus } = {},
    ) =>
      list(options, async (window) => {
        const status = options.status ?? null
        const { node } = await query(WebhookDeliveryListDocument, { id, ...window, status }, options)
        return found(node && 'deliveries' in node ? node.deliveries : null, 'webhook endpoint')
      }),
    /**
     * What happened, newest first, whether or not an endpoint was told: in the coalition for administrators, its own dealings for a
     * member. The list is fetched while it is read.
     *
     * @example
     * ```ts
     * const filter = { kinds: ['hold.expired'], occurredFrom: new Date('2026-11-01') }
     * for await (const { occurredAt, data } of artel.webhooks.events({ filter })) console.log(occurredAt, data)
     * ```
     */
    events: (options: Filtered<EventsFilter> = {}) =>
      list(options, async (window) => {
        const variables = { filter: options.filter ?? null, ...window }
        return (await query(EventListDocument, variables, options)).events
      }),
  }
}
