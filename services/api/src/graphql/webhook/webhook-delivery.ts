import type { WebhookAttempt as WebhookAttemptRow } from '@artel/store/prisma'
import { decodePublicId, encodePublicId, mayReadMessage } from '@artel/use-cases'
import { visibleTo } from '../../auth/visible.ts'
import { storeOf } from '../../context.ts'
import { builder } from '../vocabulary/builder.ts'
import { pageArgs, pageSize, readCursor, toPage } from '../vocabulary/page.ts'
import { publicNode } from '../vocabulary/public-node.ts'

const WebhookDeliveryStatus = builder.enumType('WebhookDeliveryStatus', {
  description: 'What became of a delivery.',
  values: {
    PENDING: { description: 'Waits for its next attempt.' },
    DELIVERED: { description: 'Was answered with 2xx.' },
    FAILED: { description: 'Was given up after its last attempt, or its endpoint was deleted.' },
  } as const,
})

const WebhookAttempt = builder.objectRef<WebhookAttemptRow>('WebhookAttempt').implement({
  description: 'One attempt at a delivery that ended.',
  fields: (t) => ({
    attemptNo: t.exposeInt('attemptNo', {
      description: 'From 1. A number is missing where whoever made the attempt broke down.',
    }),
    endedAt: t.expose('endedAt', { type: 'DateTime', description: 'When it ended, by the real clock.' }),
    durationMs: t.exposeInt('durationMs', { description: 'How long it took, milliseconds.' }),
    outcome: t.exposeString('outcome', {
      description:
        'DELIVERED, REFUSED, REDIRECTED, TIMED_OUT, UNREACHABLE, ADDRESS_REFUSED or QUERY_FAILED; new ones may come.',
    }),
    responseStatus: t.exposeInt('responseStatus', {
      nullable: true,
      description: 'HTTP status of the answer; null when there was none.',
    }),
    responseBody: t.exposeString('responseBody', {
      nullable: true,
      description:
        'The first 4 096 bytes of the answer; null when there was none, and for a key that may not read the message.',
    }),
  }),
})

export const WebhookDelivery = builder.prismaObject('WebhookDelivery', {
  description: 'An event on its way to an endpoint. Kept for 30 days, or as many as the coalition says.',
  fields: (t) => ({
    eventId: t.id({
      description:
        'Id of the event: `webhook-id` of the message, the same at every attempt and every replay.',
      resolve: ({ eventId }) => encodePublicId('event', eventId),
    }),
    eventKind: t.exposeString('eventKind', { description: 'Kind of the event.' }),
    occurredAt: t.expose('occurredAt', {
      type: 'DateTime',
      description: "When it happened, by the coalition's clock.",
    }),
    body: t.string({
      nullable: true,
      description:
        'What is sent, byte for byte. Null before the query of the endpoint was answered, once a customer that it told of was erased, and for a key that may not read such events or what the query asked for.',
      resolve: (delivery, _args, { principal }) =>
        mayReadMessage(principal, delivery) ? delivery.body : null,
    }),
    status: t.field({
      type: WebhookDeliveryStatus,
      description: 'What became of it.',
      resolve: ({ status }) => status as 'PENDING' | 'DELIVERED' | 'FAILED',
    }),
    attempts: t.exposeInt('attempts', { description: 'Attempts begun.' }),
    nextAttemptAt: t.field({
      type: 'DateTime',
      nullable: true,
      description: 'When it is tried next, by the real clock; null when it is not.',
      resolve: ({ status, nextAttemptAt }) => (status === 'PENDING' ? nextAttemptAt : null),
    }),
    madeAt: t.expose('madeAt', { type: 'DateTime', description: 'When it was made, by the real clock.' }),
    endedAt: t.expose('endedAt', {
      type: 'DateTime',
      nullable: true,
      description: 'When it was delivered or given up, by the real clock; null while it is neither.',
    }),
    log: t.field({
      type: [WebhookAttempt],
      description: 'Its last 20 attempts, newest first.',
      resolve: async (delivery, _args, context) => {
        const { coalitionId, id: deliveryId } = delivery
        const attempts = await storeOf(context).prisma.webhookAttempt.findMany({
          where: { coalitionId, deliveryId },
          orderBy: { attemptNo: 'desc' },
          take: 20,
        })
        // A receiver may answer with what it was sent.
        return mayReadMessage(context.principal, delivery)
          ? attempts
          : attempts.map((attempt) => ({ ...attempt, responseBody: null }))
      },
    }),
  }),
})
publicNode(WebhookDelivery)

const WebhookDeliveriesConnection = builder.connectionObject(
  { type: WebhookDelivery, name: 'WebhookDeliveriesConnection' },
  { name: 'WebhookDeliveriesConnectionEdge' },
)

builder.prismaObjectField('WebhookEndpoint', 'deliveries', (t) =>
  t.field({
    type: WebhookDeliveriesConnection,
    description: 'What was and is to be sent to it, newest first.',
    args: {
      ...pageArgs(),
      status: t.arg({ type: WebhookDeliveryStatus, description: 'Those alone that this became of.' }),
    },
    resolve: async ({ coalitionId, id: endpointId }, args, context) => {
      const where = visibleTo(context.principal).webhookDelivery
      const after = readCursor(args, (cursor) => decodePublicId('webhookDelivery', cursor))
      const rows =
        where === null
          ? []
          : await storeOf(context).prisma.webhookDelivery.findMany({
              where: {
                AND: [where, { coalitionId, endpointId }],
                ...(args.status == null ? {} : { status: args.status }),
                ...(after === null ? {} : { id: { lt: after } }),
              },
              orderBy: { id: 'desc' },
              take: pageSize(args) + 1,
            })
      return toPage(rows, args, ({ id }) => encodePublicId('webhookDelivery', id))
    },
  }),
)
