import type { WebhookSecret } from '@artel/store/prisma'
import { EVENT_KINDS, EVENTS } from '@artel/use-cases'
import { visibleTo } from '../../auth/visible.ts'
import { storeOf } from '../../context.ts'
import { Member } from '../member/member.ts'
import { builder } from '../vocabulary/builder.ts'
import { publicNode } from '../vocabulary/public-node.ts'

const WebhookEndpointStatus = builder.enumType('WebhookEndpointStatus', {
  description: 'Whether anything is sent to an endpoint.',
  values: {
    ACTIVE: { description: 'It is told of events.' },
    PAUSED: { description: 'Events are written down and wait.' },
  } as const,
})

const SecretInUse = builder.objectRef<WebhookSecret>('WebhookSecretInUse').implement({
  description: 'A secret that messages are signed with; it is never shown again.',
  fields: (t) => ({
    lastFour: t.string({
      description: 'Its last characters, to tell secrets apart.',
      resolve: ({ secret }) => secret.slice(-4),
    }),
    createdAt: t.expose('createdAt', { type: 'DateTime', description: 'When it was made.' }),
    endsAt: t.expose('endsAt', {
      type: 'DateTime',
      nullable: true,
      description: 'Until when it signs beside the newer ones; null for the newest.',
    }),
  }),
})

export const WebhookEndpoint = builder.prismaObject('WebhookEndpoint', {
  description: 'An address that is told what happens, by Standard Webhooks.',
  fields: (t) => ({
    url: t.exposeString('url', { description: 'Where messages are sent.' }),
    member: t.field({
      type: Member,
      nullable: true,
      description: "Whose it is; null for one of the coalition's administrators.",
      resolve: ({ coalitionId, memberId }, _args, { loaders }) =>
        memberId === null ? null : loaders.member({ coalitionId, id: memberId }),
    }),
    eventKinds: t.exposeStringList('eventKinds', {
      description: 'Kinds of events that it is told of; empty = all that its owner may know.',
    }),
    query: t.exposeString('query', {
      nullable: true,
      description: 'What is sent of an event; null = what the event says by itself.',
    }),
    status: t.field({
      type: WebhookEndpointStatus,
      description: 'Whether anything is sent to it.',
      resolve: ({ status }) => status as 'ACTIVE' | 'PAUSED',
    }),
    pausedFor: t.exposeString('pausedFor', {
      nullable: true,
      description:
        'Why it is paused: BY_OWNER, FAILING (nobody answered for a day) or GONE (it answered 410). Null while it is active.',
    }),
    pausedAt: t.expose('pausedAt', {
      type: 'DateTime',
      nullable: true,
      description: 'Since when it is paused, by the real clock.',
    }),
    failingSince: t.expose('failingSince', {
      type: 'DateTime',
      nullable: true,
      description: 'Since when no attempt has succeeded, by the real clock; null when the last one did.',
    }),
    createdAt: t.expose('createdAt', {
      type: 'DateTime',
      description: "When it was made, by the coalition's clock: it is told of nothing that was before.",
    }),
    secrets: t.field({
      type: [SecretInUse],
      description: 'What its messages are signed with now, newest first.',
      resolve: ({ coalitionId, id: endpointId }, _args, context) =>
        storeOf(context).prisma.webhookSecret.findMany({
          where: { coalitionId, endpointId, OR: [{ endsAt: null }, { endsAt: { gt: new Date() } }] },
          orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
          take: 100,
        }),
    }),
  }),
})
publicNode(WebhookEndpoint)

const WebhookEventKind = builder.objectRef<(typeof EVENT_KINDS)[number]>('WebhookEventKind').implement({
  description: 'A kind of event.',
  fields: (t) => ({
    name: t.string({ description: 'Its name, as messages have it in `type`.', resolve: (kind) => kind }),
    description: t.string({ description: 'What it tells.', resolve: (kind) => EVENTS[kind].says }),
  }),
})

builder.queryFields((t) => ({
  webhookEndpoints: t.field({
    type: [WebhookEndpoint],
    description: "Your endpoints, newest first: a member's own, an administrator's those of the coalition.",
    resolve: (_root, _args, context) => {
      const where = visibleTo(context.principal).webhookEndpoint
      return where === null
        ? []
        : storeOf(context).prisma.webhookEndpoint.findMany({ where, orderBy: { id: 'desc' }, take: 100 })
    },
  }),
  webhookEventKinds: t.field({
    type: [WebhookEventKind],
    description: 'Every kind of event; new ones may come.',
    resolve: () => EVENT_KINDS,
  }),
}))
