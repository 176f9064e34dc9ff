import type { Executor } from '../executor.ts'
import {
  TokenKeyRegisterDocument,
  type TokenKeyRegisterInput,
  TokenKeyRevokeDocument,
  type TokenKeyRevokeInput,
} from '../generated/graphql.ts'
import type { CallOptions } from '../transport.ts'

/** Public keys with which the API checks the customer tokens that your server signs. */
export function tokenKeysOf({ result }: Executor) {
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
     * Revokes a key; within seconds no token signed with it is accepted.
     *
     * @example
     * ```ts
     * await artel.tokenKeys.revoke({ kid: 'key-2026-01' }).unwrap()
     * ```
     */
    revoke: (input: TokenKeyRevokeInput, options?: CallOptions) =>
      result('mutation', TokenKeyRevokeDocument, { input }, options, (data) => data.tokenKeyRevoke),
  }
}
