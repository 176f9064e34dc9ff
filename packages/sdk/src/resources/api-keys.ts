import type { Executor } from '../executor.ts'
import { found } from '../found.ts'
import {
  ApiKeyCreateDocument,
  type ApiKeyCreateInput,
  ApiKeyListDocument,
  ApiKeyListOfMemberDocument,
  ApiKeyRevokeDocument,
  type ApiKeyRevokeInput,
} from '../generated/graphql.ts'
import type { CallOptions } from '../transport.ts'

/** Secret keys of servers. */
export function apiKeysOf({ query, result }: Executor) {
  return {
    /** Makes a key; its secret is in the answer, this once. */
    create: (input: ApiKeyCreateInput, options?: CallOptions) =>
      result('mutation', ApiKeyCreateDocument, { input }, options, (data) => data.apiKeyCreate),
    /** Ends a key; within seconds no process of the API accepts it. */
    revoke: (input: ApiKeyRevokeInput, options?: CallOptions) =>
      result('mutation', ApiKeyRevokeDocument, { input }, options, (data) => data.apiKeyRevoke),
    /** Your member's keys, revoked ones too; administrators name the member. Secrets are never shown again. */
    list: async (options: CallOptions & { readonly memberId?: string | undefined } = {}) => {
      const { memberId } = options
      const member =
        memberId === undefined
          ? (await query(ApiKeyListDocument, {}, options)).viewer.member
          : (await query(ApiKeyListOfMemberDocument, { memberId }, options)).member
      return found(found(member, 'member').apiKeys, 'member')
    },
  }
}
