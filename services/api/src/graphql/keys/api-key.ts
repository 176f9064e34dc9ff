import { KeyLimitReachedError, MemberNotActiveError, NotFoundError } from '@artel/ledger'
import { createApiKey, type MadeByKey, revokeApiKey, rotateApiKey } from '@artel/use-cases'
import { visibleTo } from '../../auth/visible.ts'
import { storeOf, verbContext } from '../../context.ts'
import { StaffGrant } from '../staff/staff-grant.ts'
import { Till } from '../till/till.ts'
import { builder } from '../vocabulary/builder.ts'
import { given } from '../vocabulary/given.ts'
import { uuidOf } from '../vocabulary/node-id.ts'
import { publicNode } from '../vocabulary/public-node.ts'
import { WebhookEndpoint } from '../webhook/webhook-endpoint.ts'
import { TokenKey } from './token-key.ts'

export const ApiKey = builder.prismaObject('ApiKey', {
  description:
    "A secret key of a member's server or of an administrator. The secret itself is never shown again.",
  fields: (t) => ({
    name: t.exposeString('name', { description: 'Name for people.' }),
    lastFour: t.exposeString('lastFour', {
      description: 'Last characters of the secret, to tell keys apart.',
    }),
    scopes: t.exposeStringList('scopes', { description: 'What it may do.' }),
    createdAt: t.expose('createdAt', { type: 'DateTime', description: 'When it was made.' }),
    lastUsedAt: t.expose('lastUsedAt', {
      type: 'DateTime',
      nullable: true,
      description: 'When it was last used, to the minute; null = never.',
    }),
    revokedAt: t.expose('revokedAt', {
      type: 'DateTime',
      nullable: true,
      description: 'When it was revoked; null = never.',
    }),
    endsAt: t.expose('endsAt', {
      type: 'DateTime',
      nullable: true,
      description: 'When it ends by itself, or has ended; null = never.',
    }),
  }),
})
publicNode(ApiKey)

builder.prismaObjectField('Member', 'apiKeys', (t) =>
  t.field({
    type: [ApiKey],
    nullable: true,
    description: 'Its keys, newest first. For itself and administrators; null for others.',
    resolve: (member, _args, context) => {
      const where = visibleTo(context.principal).apiKey
      const { coalitionId, id: memberId } = member
      if (!where || (context.principal.kind === 'member' && context.principal.memberId !== memberId))
        return null
      return storeOf(context).prisma.apiKey.findMany({
        where: { AND: [where, { coalitionId, memberId }] },
        orderBy: { id: 'desc' },
        take: 100,
      })
    },
  }),
)

const ApiKeyCreateInput = builder.inputType('ApiKeyCreateInput', {
  description: 'A key to make.',
  fields: (t) => ({
    memberId: t.id({
      description: "Administrators name the member, or none for another administrator's key.",
    }),
    name: t.string({ required: true, description: 'Name for people.' }),
    scopes: t.stringList({
      description: 'What it may do, of what its maker can give; left out, all of that.',
    }),
    endsAt: t.field({ type: 'DateTime', description: 'When it ends by itself; left out, never.' }),
  }),
})

const ApiKeyCreatePayload = builder
  .objectRef<Awaited<ReturnType<typeof createApiKey>>>('ApiKeyCreatePayload')
  .implement({
    description: 'The key as made.',
    fields: (t) => ({
      apiKey: t.expose('apiKey', { type: ApiKey, description: 'The key.' }),
      secret: t.exposeString('secret', { description: 'Shown this once.' }),
    }),
  })

builder.mutationField('apiKeyCreate', (t) =>
  t.field({
    type: ApiKeyCreatePayload,
    description:
      'Makes an API key that gives at most what its maker has. No more than 50 of one owner may work at once.',
    errors: { types: [MemberNotActiveError, NotFoundError, KeyLimitReachedError] },
    args: { input: t.arg({ type: ApiKeyCreateInput, required: true, description: 'The key.' }) },
    resolve: (_root, { input: { memberId, ...key } }, context) =>
      createApiKey(verbContext(context), {
        ...given(key),
        ...(memberId == null ? {} : { memberId: uuidOf('member', memberId, ['memberId']) }),
      }),
  }),
)

const ApiKeyRotateInput = builder.inputType('ApiKeyRotateInput', {
  description: 'A key to be replaced.',
  fields: (t) => ({
    id: t.id({ required: true, description: 'Id of the key.' }),
    overlapHours: t.int({
      description: 'For how many hours the old key works beside the new one, 0 to 168; left out, 24.',
    }),
  }),
})

const ApiKeyRotatePayload = builder
  .objectRef<Awaited<ReturnType<typeof rotateApiKey>>>('ApiKeyRotatePayload')
  .implement({
    description: 'The new key, and the one whose place it takes.',
    fields: (t) => ({
      apiKey: t.expose('apiKey', { type: ApiKey, description: 'The new key.' }),
      secret: t.exposeString('secret', { description: 'Shown this once.' }),
      previous: t.expose('previous', { type: ApiKey, description: 'The old key, which ends at `endsAt`.' }),
    }),
  })

builder.mutationField('apiKeyRotate', (t) =>
  t.field({
    type: ApiKeyRotatePayload,
    description:
      'Makes a key like another one and ends that one after the overlap, so that servers change over one by one.',
    errors: { types: [MemberNotActiveError, NotFoundError, KeyLimitReachedError] },
    args: { input: t.arg({ type: ApiKeyRotateInput, required: true, description: 'The key.' }) },
    resolve: (_root, { input: { id, overlapHours } }, context) =>
      rotateApiKey(verbContext(context), {
        id: uuidOf('apiKey', id, ['id']),
        overlapHours: overlapHours ?? 24,
      }),
  }),
)

const ApiKeyRevokeInput = builder.inputType('ApiKeyRevokeInput', {
  description: 'A key to revoke.',
  fields: (t) => ({
    id: t.id({ required: true, description: 'Id of the key.' }),
    withWhatItMade: t.boolean({
      description:
        'Ends what it made as well, and what that made: keys, signing keys, tills and roles; endpoints are paused. For a key that leaked.',
    }),
  }),
})

const MadeByApiKey = builder.objectRef<MadeByKey>('MadeByApiKey').implement({
  description: 'What works on and was made by an API key, by keys that it made, and so on.',
  fields: (t) => ({
    apiKeys: t.expose('apiKeys', { type: [ApiKey], description: 'Keys.' }),
    tokenKeys: t.expose('tokenKeys', { type: [TokenKey], description: 'Signing keys of members.' }),
    tills: t.expose('tills', { type: [Till], description: 'Tills.' }),
    webhookEndpoints: t.expose('webhookEndpoints', {
      type: [WebhookEndpoint],
      description: 'Endpoints that it made, or turned to another address.',
    }),
    roles: t.expose('roles', { type: [StaffGrant], description: 'Roles and invitations that it gave.' }),
  }),
})

const ApiKeyRevokePayload = builder
  .objectRef<Awaited<ReturnType<typeof revokeApiKey>>>('ApiKeyRevokePayload')
  .implement({
    description: 'The key as revoked.',
    fields: (t) => ({
      apiKey: t.expose('apiKey', { type: ApiKey, description: 'The key.' }),
      made: t.expose('made', {
        type: MadeByApiKey,
        description:
          'What it made and still worked: ended now if that was asked for, and going on otherwise.',
      }),
    }),
  })

builder.mutationField('apiKeyRevoke', (t) =>
  t.field({
    type: ApiKeyRevokePayload,
    description:
      'Revokes an API key; every process refuses it within five seconds. Revoking again changes nothing but, where that is asked for, what it made.',
    errors: { types: [MemberNotActiveError, NotFoundError] },
    args: { input: t.arg({ type: ApiKeyRevokeInput, required: true, description: 'The key.' }) },
    resolve: (_root, { input }, context) =>
      revokeApiKey(verbContext(context), { ...given(input), id: uuidOf('apiKey', input.id, ['id']) }),
  }),
)
