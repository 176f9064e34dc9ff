import type { Executor } from '../executor.ts'
import { found } from '../found.ts'
import {
  TokenKeyListDocument,
  TokenKeyListOfMemberDocument,
  TokenKeyRegisterDocument,
  type TokenKeyRegisterInput,
  TokenKeyRevokeDocument,
  type TokenKeyRevokeInput,
  TokenKeyRotateDocument,
  type TokenKeyRotateInput,
} from '../generated/graphql.ts'
import type { CallOptions } from '../transport.ts'
import type { OfMember } from './of-member.ts'

/** Public keys with which the API checks the customer tokens that your server signs. */
export function tokenKeysOf({ query, result }: Executor) {
  return {
    /**
     * Registers a public JWK made by `generateTokenKeyPair` of `@artel/sdk/token`.
     *
     * @example
     * ```ts
     * import { generateTokenKeyPair } from '@artel/sdk/token'
     *
     * const { kid, publicJwk } = await generateTokenKeyPair()
     * await artel.tokenKeys.register({ kid, publicJwk }).unwrap()
     * ```
     */
    register: (input: TokenKeyRegisterInput, options?: CallOptions) =>
      result('mutation', TokenKeyRegisterDocument, { input }, options, (data) => data.tokenKeyRegister),
    /**
     * Registers a key in another one's place, with the same reach; that one ends after the overlap (24 hours unless you say
     * otherwise), so that your servers change over one by one.
     *
     * @example
     * ```ts
     * import { generateTokenKeyPair } from '@artel/sdk/token'
     *
     * const { kid, publicJwk } = await generateTokenKeyPair()
     * const { previous } = await artel.tokenKeys
     *   .rotate({ replaces: 'key-2026-01', kid, publicJwk, overlapHours: 2 })
     *   .unwrap()
     * console.log(previous.endsAt)
     * ```
     */
    rotate: (input: TokenKeyRotateInput, options?: CallOptions) =>
      result('mutation', TokenKeyRotateDocument, { input }, options, (data) => data.tokenKeyRotate),
    /**
     * Revokes a key; within seconds no token signed with it is accepted.
     *
     * @example
     * ```ts
     * await artel.tokenKeys.revoke({ kid: 'key-2026-01' }).unwrap()
     * ```
     */
    revoke: (input: TokenKeyRevokeInput, options?: CallOptions) =>
      result('mutation', TokenKeyRevokeDocument, { input }, options, (data) => data.tokenKeyRevoke),
    /**
     * Your member's signing keys, those that are over too; administrators name the member. The living ones are published
     * at `/members/<id>/jwks.json`.
     *
     * @throws `NotFoundError` when there is no such member.
     *
     * @example
     * ```ts
     * for (const { kid, endsAt, revokedAt } of await artel.tokenKeys.list()) console.log(kid, endsAt ?? revokedAt)
     * ```
     */
    list: async (options: CallOptions & OfMember = {}) => {
      const { memberId } = options
      const member =
        memberId === undefined
          ? (await query(TokenKeyListDocument, {}, options)).viewer.member
          : (await query(TokenKeyListOfMemberDocument, { memberId }, options)).member
      return found(found(member, 'member').tokenKeys, 'member')
    },
  }
}
