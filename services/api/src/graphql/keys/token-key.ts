import { AlreadyExistsError, KeyLimitReachedError, MemberNotActiveError, NotFoundError } from '@artel/ledger'
import { registerTokenKey, revokeTokenKey, rotateTokenKey } from '@artel/use-cases'
import { visibleTo } from '../../auth/visible.ts'
import { storeOf, verbContext } from '../../context.ts'
import { builder } from '../vocabulary/builder.ts'

export const TokenKey = builder.prismaObject('TokenKey', {
  description: 'The public half of a key that a member signs customer tokens with. It is named by `kid`.',
  fields: (t) => ({
    kid: t.exposeString('kid', { description: "The member's own name of the key." }),
    algorithm: t.exposeString('algorithm', {
      description: 'EdDSA or ES256, fixed at registration: no token chooses its own.',
    }),
    scopes: t.exposeStringList('scopes', {
      description: 'What its tokens may do at most: what the API key could that registered it.',
    }),
    createdAt: t.expose('createdAt', { type: 'DateTime', description: 'When it was registered.' }),
    endsAt: t.expose('endsAt', {
      type: 'DateTime',
      nullable: true,
      description: 'When it ends, or has ended, since another took its place; null = it does not.',
    }),
    revokedAt: t.expose('revokedAt', {
      type: 'DateTime',
      nullable: true,
      description: 'When it was revoked; null = never.',
    }),
  }),
})

builder.prismaObjectField('Member', 'tokenKeys', (t) =>
  t.field({
    type: [TokenKey],
    nullable: true,
    description:
      'Its signing keys, newest first, the latest 100. For itself and administrators; null for others. The living ones are published at `/members/<id>/jwks.json`.',
    resolve: (member, _args, context) => {
      const where = visibleTo(context.principal).tokenKey
      const { coalitionId, id: memberId } = member
      if (!where || (context.principal.kind === 'member' && context.principal.memberId !== memberId))
        return null
      return storeOf(context).prisma.tokenKey.findMany({
        where: { AND: [where, { coalitionId, memberId }] },
        orderBy: [{ createdAt: 'desc' }, { kid: 'asc' }],
        take: 100,
      })
    },
  }),
)

const TokenKeyPayload = builder
  .objectRef<Awaited<ReturnType<typeof registerTokenKey>>>('TokenKeyPayload')
  .implement({
    description: 'The token key.',
    fields: (t) => ({ tokenKey: t.expose('tokenKey', { type: TokenKey, description: 'The key.' }) }),
  })

const TokenKeyRegisterInput = builder.inputType('TokenKeyRegisterInput', {
  description: 'The public half of the key that a member signs customer tokens with.',
  fields: (t) => ({
    kid: t.string({
      required: true,
      description: "The member's own name of the key, sent in the header of its tokens.",
    }),
    publicJwk: t.field({
      type: 'JSONObject',
      required: true,
      description: 'A public OKP/Ed25519 or EC/P-256 JWK.',
    }),
  }),
})

builder.mutationField('tokenKeyRegister', (t) =>
  t.field({
    type: TokenKeyPayload,
    description:
      'Registers the public half of a signing key of the calling member. Its tokens may do at most what the calling key may.',
    errors: { types: [MemberNotActiveError, AlreadyExistsError, KeyLimitReachedError] },
    args: { input: t.arg({ type: TokenKeyRegisterInput, required: true, description: 'The key.' }) },
    resolve: (_root, { input }, context) => registerTokenKey(verbContext(context), input),
  }),
)

const TokenKeyRotateInput = builder.inputType('TokenKeyRotateInput', {
  description: 'A signing key that takes the place of another one.',
  fields: (t) => ({
    replaces: t.string({ required: true, description: 'Name of the key whose place it takes.' }),
    kid: t.string({ required: true, description: "The member's own name of the new key." }),
    publicJwk: t.field({
      type: 'JSONObject',
      required: true,
      description: 'The public half of the new key: an OKP/Ed25519 or EC/P-256 JWK.',
    }),
    overlapHours: t.int({
      description:
        'For how many hours tokens of the old key are accepted beside those of the new one, 0 to 168; left out, 24.',
    }),
  }),
})

const TokenKeyRotatePayload = builder
  .objectRef<Awaited<ReturnType<typeof rotateTokenKey>>>('TokenKeyRotatePayload')
  .implement({
    description: 'The new key, and the one whose place it takes.',
    fields: (t) => ({
      tokenKey: t.expose('tokenKey', { type: TokenKey, description: 'The new key.' }),
      previous: t.expose('previous', {
        type: TokenKey,
        description: 'The old key, which ends at `endsAt`.',
      }),
    }),
  })

builder.mutationField('tokenKeyRotate', (t) =>
  t.field({
    type: TokenKeyRotatePayload,
    description:
      'Registers a signing key in the place of another one, with its reach, and ends that one after the overlap, so that servers change over one by one.',
    errors: { types: [MemberNotActiveError, NotFoundError, AlreadyExistsError, KeyLimitReachedError] },
    args: { input: t.arg({ type: TokenKeyRotateInput, required: true, description: 'The keys.' }) },
    resolve: (_root, { input: { overlapHours, ...keys } }, context) =>
      rotateTokenKey(verbContext(context), { ...keys, overlapHours: overlapHours ?? 24 }),
  }),
)

const TokenKeyRevokeInput = builder.inputType('TokenKeyRevokeInput', {
  description: 'A token key to revoke.',
  fields: (t) => ({ kid: t.string({ required: true, description: "The member's own name of the key." }) }),
})

builder.mutationField('tokenKeyRevoke', (t) =>
  t.field({
    type: TokenKeyPayload,
    description: 'Revokes a token key of the calling member; its tokens are refused within five seconds.',
    errors: { types: [MemberNotActiveError, NotFoundError] },
    args: { input: t.arg({ type: TokenKeyRevokeInput, required: true, description: 'The key.' }) },
    resolve: (_root, { input }, context) => revokeTokenKey(verbContext(context), input),
  }),
)
