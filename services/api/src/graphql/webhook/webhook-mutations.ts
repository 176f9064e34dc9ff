import {
  MemberNotActiveError,
  NotFoundError,
  WebhookAddressRefusedError,
  WebhookEndpointLimitError,
  WebhookPausedError,
  WebhookQueryRefusedError,
} from '@artel/ledger'
import type {
  WebhookDelivery as WebhookDeliveryRow,
  WebhookEndpoint as WebhookEndpointRow,
} from '@artel/store/prisma'
import {
  createWebhookEndpoint,
  deleteWebhookEndpoint,
  encodePublicId,
  pauseWebhookEndpoint,
  replayWebhookDelivery,
  resumeWebhookEndpoint,
  rotateWebhookSecret,
  testWebhookEndpoint,
  updateWebhookEndpoint,
} from '@artel/use-cases'
import { verbContext } from '../../context.ts'
import { builder } from '../vocabulary/builder.ts'
import { uuidOf } from '../vocabulary/node-id.ts'
import { WebhookDelivery } from './webhook-delivery.ts'
import { WebhookEndpoint } from './webhook-endpoint.ts'

const SAYS = {
  url: 'Where messages are sent: an https address that everybody can reach.',
  eventKinds: 'Kinds of events; empty = all that you may know.',
  query:
    'Query whose answer is sent as the data of each event. Its only variable is `$subjectId: ID!`, the id of what the event is about. Null = what the event says by itself.',
} as const

const WebhookEndpointCreateInput = builder.inputType('WebhookEndpointCreateInput', {
  description: 'An endpoint to make.',
  fields: (t) => ({
    url: t.string({ required: true, description: SAYS.url }),
    eventKinds: t.stringList({ description: SAYS.eventKinds }),
    query: t.string({ description: SAYS.query }),
  }),
})

const WebhookEndpointUpdateInput = builder.inputType('WebhookEndpointUpdateInput', {
  description: 'What is to be changed of an endpoint; what is left out stays.',
  fields: (t) => ({
    id: t.id({ required: true, description: 'Id of the endpoint.' }),
    url: t.string({ description: SAYS.url }),
    eventKinds: t.stringList({ description: SAYS.eventKinds }),
    query: t.string({ description: SAYS.query }),
  }),
})

const WebhookEndpointInput = builder.inputType('WebhookEndpointInput', {
  description: 'One of your endpoints.',
  fields: (t) => ({ id: t.id({ required: true, description: 'Id of the endpoint.' }) }),
})

const WebhookSecretRotateInput = builder.inputType('WebhookSecretRotateInput', {
  description: 'An endpoint that is to have a fresh secret.',
  fields: (t) => ({
    id: t.id({ required: true, description: 'Id of the endpoint.' }),
    overlapHours: t.int({
      defaultValue: 24,
      description: 'For how long the secrets of before sign beside it, hours: 0 to 168.',
    }),
  }),
})

const WebhookDeliveryReplayInput = builder.inputType('WebhookDeliveryReplayInput', {
  description: 'A delivery to send again.',
  fields: (t) => ({ id: t.id({ required: true, description: 'Id of the delivery.' }) }),
})

const WebhookEndpointPayload = builder
  .objectRef<{ readonly endpoint: WebhookEndpointRow }>('WebhookEndpointPayload')
  .implement({
    description: 'The endpoint as it is now.',
    fields: (t) => ({
      endpoint: t.expose('endpoint', { type: WebhookEndpoint, description: 'The endpoint.' }),
    }),
  })

const WebhookSecretPayload = builder
  .objectRef<{ readonly endpoint: WebhookEndpointRow; readonly secret: string }>('WebhookSecretPayload')
  .implement({
    description: 'The endpoint and its fresh secret.',
    fields: (t) => ({
      endpoint: t.expose('endpoint', { type: WebhookEndpoint, description: 'The endpoint.' }),
      secret: t.exposeString('secret', { description: 'What messages are signed with. Shown this once.' }),
    }),
  })

const WebhookEndpointDeletePayload = builder
  .objectRef<{ readonly id: string }>('WebhookEndpointDeletePayload')
  .implement({
    description: 'What was deleted.',
    fields: (t) => ({
      deletedId: t.id({
        description: 'Id of the endpoint.',
        resolve: ({ id }) => encodePublicId('webhookEndpoint', id),
      }),
    }),
  })

const WebhookDeliveryPayload = builder
  .objectRef<{ readonly delivery: WebhookDeliveryRow }>('WebhookDeliveryPayload')
  .implement({
    description: 'The delivery, which is on its way.',
    fields: (t) => ({
      delivery: t.expose('delivery', { type: WebhookDelivery, description: 'The delivery.' }),
    }),
  })

const endpointId = (id: string) => uuidOf('webhookEndpoint', id, ['id'])
const endpointArg = (t: Parameters<Parameters<typeof builder.mutationField>[1]>[0]) => ({
  input: t.arg({ type: WebhookEndpointInput, required: true, description: 'The endpoint.' }),
})

builder.mutationFields((t) => ({
  webhookEndpointCreate: t.field({
    type: WebhookSecretPayload,
    description:
      'Makes an endpoint that is told of events from now on, of nothing that the calling key could not read by itself.',
    errors: {
      types: [
        MemberNotActiveError,
        WebhookAddressRefusedError,
        WebhookQueryRefusedError,
        WebhookEndpointLimitError,
      ],
    },
    args: {
      input: t.arg({ type: WebhookEndpointCreateInput, required: true, description: 'The endpoint.' }),
    },
    resolve: (_root, { input: { url, eventKinds, query } }, context) =>
      createWebhookEndpoint(verbContext(context), {
        ...{ url, eventKinds: eventKinds ?? [], query: query ?? null },
        door: context.webhookDoor,
      }),
  }),
  webhookEndpointUpdate: t.field({
    type: WebhookEndpointPayload,
    description:
      'Changes an endpoint. The key must have every scope that the endpoint has; where kinds or query change, it is told from then on what the key may read.',
    errors: {
      types: [MemberNotActiveError, NotFoundError, WebhookAddressRefusedError, WebhookQueryRefusedError],
    },
    args: { input: t.arg({ type: WebhookEndpointUpdateInput, required: true, description: 'The change.' }) },
    resolve: (_root, { input: { id, url, eventKinds, query } }, context) =>
      updateWebhookEndpoint(verbContext(context), {
        id: endpointId(id),
        ...(url == null ? {} : { url }),
        ...(eventKinds == null ? {} : { eventKinds }),
        ...(query === undefined ? {} : { query }),
        door: context.webhookDoor,
      }),
  }),
  webhookEndpointPause: t.field({
    type: WebhookEndpointPayload,
    description: 'Stops sending to an endpoint; its events wait. Pausing twice changes nothing.',
    errors: { types: [MemberNotActiveError, NotFoundError] },
    args: endpointArg(t),
    resolve: (_root, { input }, context) =>
      pauseWebhookEndpoint(verbContext(context), { id: endpointId(input.id) }),
  }),
  webhookEndpointResume: t.field({
    type: WebhookEndpointPayload,
    description: 'Goes on sending to an endpoint: what waits is due at once.',
    errors: { types: [MemberNotActiveError, NotFoundError] },
    args: endpointArg(t),
    resolve: (_root, { input }, context) =>
      resumeWebhookEndpoint(verbContext(context), { id: endpointId(input.id) }),
  }),
  webhookEndpointDelete: t.field({
    type: WebhookEndpointDeletePayload,
    description: 'Deletes an endpoint for good. What was on its way is not sent.',
    errors: { types: [MemberNotActiveError, NotFoundError] },
    args: endpointArg(t),
    resolve: (_root, { input }, context) =>
      deleteWebhookEndpoint(verbContext(context), { id: endpointId(input.id) }),
  }),
  webhookSecretRotate: t.field({
    type: WebhookSecretPayload,
    description: 'Gives an endpoint a fresh secret; for the hours of the overlap the old ones sign too.',
    errors: { types: [MemberNotActiveError, NotFoundError] },
    args: { input: t.arg({ type: WebhookSecretRotateInput, required: true, description: 'The endpoint.' }) },
    resolve: (_root, { input: { id, overlapHours } }, context) =>
      rotateWebhookSecret(verbContext(context), { id: endpointId(id), overlapHours: overlapHours ?? 24 }),
  }),
  webhookTest: t.field({
    type: WebhookDeliveryPayload,
    description:
      'Sends the event `webhook.test` to an endpoint. To one with a query by a key alone that has every scope of the endpoint.',
    errors: { types: [MemberNotActiveError, NotFoundError, WebhookPausedError] },
    args: endpointArg(t),
    resolve: (_root, { input }, context) =>
      testWebhookEndpoint(verbContext(context), { id: endpointId(input.id) }),
  }),
  webhookDeliveryReplay: t.field({
    type: WebhookDeliveryPayload,
    description:
      'Sends a delivery again, the same bytes under the same id. A key that may not read it does not find it.',
    errors: { types: [MemberNotActiveError, NotFoundError, WebhookPausedError] },
    args: {
      input: t.arg({ type: WebhookDeliveryReplayInput, required: true, description: 'The delivery.' }),
    },
    resolve: (_root, { input }, context) =>
      replayWebhookDelivery(verbContext(context), { id: uuidOf('webhookDelivery', input.id, ['id']) }),
  }),
}))
