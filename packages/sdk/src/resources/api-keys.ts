import type { Executor } from '../executor.ts'
import type { Filtered } from '../filtered.ts'
import { found } from '../found.ts'
import {
  ApiKeyCreateDocument,
  type ApiKeyCreateInput,
  ApiKeyListAllDocument,
  ApiKeyListDocument,
  ApiKeyListOfMemberDocument,
  ApiKeyRevokeDocument,
  type ApiKeyRevokeInput,
  ApiKeyRotateDocument,
  type ApiKeyRotateInput,
  type ApiKeysFilter,
} from '../generated/graphql.ts'
import { list } from '../list.ts'
import type { CallOptions } from '../transport.ts'
import type { OfMember } from './of-member.ts'

/** Secret keys of servers. */
export function apiKeysOf({ query, result }: Executor) {
  return {
    /**
     * Makes a secret key. The secret is in the answer, this once.
     *
     * @example
     * ```ts
     * const { apiKey, secret } = await artel.apiKeys.create({ name: 'till 2', scopes: ['purchases:write'] }).unwrap()
     * console.log(apiKey.id, secret.slice(0, 8))
     * ```
     */
    create: (input: ApiKeyCreateInput, options?: CallOptions) =>
      result('mutation', ApiKeyCreateDocument, { input }, options, (data) => data.apiKeyCreate),
    /**
     * Makes a key like another one; the old one goes on for a day, or the hours that you say, so that servers change over
     * one by one.
     *
     * @example
     * ```ts
     * const [oldest] = (await artel.apiKeys.list()).toReversed()
     * if (oldest) {
     *   const { secret, previous } = await artel.apiKeys.rotate({ id: oldest.id, overlapHours: 2 }).unwrap()
     *   console.log(secret.slice(0, 8), previous.endsAt)
     * }
     * ```
     */
    rotate: (input: ApiKeyRotateInput, options?: CallOptions) =>
      result('mutation', ApiKeyRotateDocument, { input }, options, (data) => data.apiKeyRotate),
    /**
     * Revokes a key; within seconds no process of the API accepts it. Answers what it made and still works; `withWhatItMade: true` ends
     * that as well, after a leak.
     *
     * @example
     * ```ts
     * for (const { id, name } of await artel.apiKeys.list())
     *   if (name === 'till 2') {
     *     const { made } = await artel.apiKeys.revoke({ id, withWhatItMade: true }).unwrap()
     *     console.log(made.apiKeys.length, made.tills.length)
     *   }
     * ```
     */
    revoke: (input: ApiKeyRevokeInput, options?: CallOptions) =>
      result('mutation', ApiKeyRevokeDocument, { input }, options, (data) => data.apiKeyRevoke),
    /**
     * Your member's keys, revoked ones too; administrators name the member. Secrets are never shown again.
     *
     * @throws `NotFoundError` when there is no such member.
     *
     * @example
     * ```ts
     * for (const { name, lastFour, lastUsedAt } of await artel.apiKeys.list()) console.log(name, lastFour, lastUsedAt)
     * ```
     */
    list: async (options: CallOptions & OfMember = {}) => {
      const { memberId } = options
      const member =
        memberId === undefined
          ? (await query(ApiKeyListDocument, {}, options)).viewer.member
          : (await query(ApiKeyListOfMemberDocument, { memberId }, options)).member
      return found(found(member, 'member').apiKeys, 'member')
    },
    /**
     * Keys, newest first: the coalition's and its members' for administrators, its own for a member. The list is fetched while it is
     * read.
     *
     * @example
     * ```ts
     * for await (const { name, lastUsedAt } of artel.apiKeys.listAll({ filter: { state: 'LIVING' } }))
     *   if (lastUsedAt === null) console.log(`${name} was never used`)
     * ```
     */
    listAll: (options: Filtered<ApiKeysFilter> = {}) =>
      list(options, async (window) => {
        const variables = { filter: options.filter ?? null, ...window }
        return (await query(ApiKeyListAllDocument, variables, options)).apiKeys
      }),
  }
}
