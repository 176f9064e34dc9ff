import { AlreadyExistsError, MemberNotActiveError, NotFoundError } from '@artel/ledger'
import type { TokenKey as TokenKeyRow } from '@artel/store/prisma'
import { registerTokenKey, revokeTokenKey } from '@artel/use-cases'
import { verbContext } from '../../context.ts'
import { builder } from '../vocabulary/builder.ts'

const TokenKeyPayload = builder.objectRef<{ tokenKey: TokenKeyRow }>('TokenKeyPayload').implement({
  description: 'The token key.',
  fields: (t) => ({
    kid: t.string({
      description: "The member's own name of the key.",
      resolve: ({ tokenKey }) => tokenKey.kid,
    }),
    algorithm: t.string({
      description: 'EdDSA or ES256, fixed at registration: no token chooses its own.',
      resolve: ({ tokenKey }) => tokenKey.algorithm,
    }),
  }),
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
    errors: { types: [MemberNotActiveError, AlreadyExistsError] },
    args: { input: t.arg({ type: TokenKeyRegisterInput, required: true, description: 'The key.' }) },
    resolve: (_root, { input }, context) => registerTokenKey(verbContext(context), input),
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
