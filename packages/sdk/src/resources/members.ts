import type { Executor } from '../executor.ts'
import { found } from '../found.ts'
import {
  MemberAdmitDocument,
  type MemberAdmitInput,
  MemberCloseDocument,
  MemberGetDocument,
  MemberListDocument,
  MemberMeDocument,
  MemberPositionDocument,
  MemberReinstateDocument,
  type MemberStatusInput,
  MemberSuspendDocument,
  MemberUpdateDocument,
  type MemberUpdateInput,
  MyPositionDocument,
  TermsAcceptDocument,
  type TermsAcceptInput,
} from '../generated/graphql.ts'
import { type ListOptions, list } from '../list.ts'
import type { CallOptions } from '../transport.ts'
import type { OfMember } from './of-member.ts'

/** The businesses of the coalition. */
export function membersOf({ query, result }: Executor) {
  return {
    /**
     * The member this key belongs to.
     *
     * @throws `NotFoundError` for an administrator's key.
     *
     * @example
     * ```ts
     * const { id, status, earnRule } = await artel.members.me()
     * console.log(id, status, earnRule?.percentBps)
     * ```
     */
    me: async (options?: CallOptions) =>
      found((await query(MemberMeDocument, {}, options)).viewer.member, 'member'),
    /**
     * A member by id; null when there is none.
     *
     * @example
     * ```ts
     * const member = await artel.members.get('mbr_5ZQnVWnJ6kPq1c8dGyRfT')
     * console.log(member?.name, member?.status)
     * ```
     */
    get: async (id: string, options?: CallOptions) =>
      (await query(MemberGetDocument, { id }, options)).member,
    /**
     * The coalition's members. The list is fetched while it is read.
     *
     * @throws `NotFoundError` for an operator's key, which has no coalition.
     *
     * @example
     * ```ts
     * for await (const { handle, status } of artel.members.list()) console.log(handle, status)
     * ```
     */
    list: (options: ListOptions & CallOptions = {}) =>
      list(options, async (window) => {
        const { coalition } = await query(MemberListDocument, window, options)
        return found(coalition, 'coalition').members
      }),
    /**
     * What a member owes and is owed now: your own, or of the member an administrator names. Amounts are exact, in millionths of a
     * currency unit, and rounded.
     *
     * @throws `NotFoundError` when there is no such member, or its position is not yours to see.
     *
     * @example
     * ```ts
     * const { net, asOf } = await artel.members.position()
     * console.log(`${net.rounded.amountMinor} kopecks at ${asOf}`) // above 0: you owe
     * ```
     */
    position: async (options: CallOptions & OfMember = {}) => {
      const { memberId: id } = options
      const member =
        id === undefined
          ? (await query(MyPositionDocument, {}, options)).viewer.member
          : (await query(MemberPositionDocument, { id }, options)).member
      return found(found(member, 'member').clearingPosition, 'position')
    },
    /**
     * Admits a member. Its first secret key is in the answer, this once, and so are the terms to accept. Administrators only.
     *
     * @example
     * ```ts
     * const { member, apiKey, terms } = await artel.members
     *   .admit({
     *     handle: 'north-tyres',
     *     name: 'North Tyres',
     *     kind: 'TYRE',
     *     earnRule: { kind: 'PERCENT', percentBps: 500 }, // 5 % of the money part
     *   })
     *   .unwrap()
     * console.log(member.id, apiKey.slice(0, 8), terms.contractHash)
     * ```
     */
    admit: (input: MemberAdmitInput, options?: CallOptions) =>
      result('mutation', MemberAdmitDocument, { input }, options, (data) => data.memberAdmit),
    /**
     * Changes a member's name, brand, allowed origins or earn rule.
     *
     * @example
     * ```ts
     * await artel.members
     *   .update({ brandColor: '#0a5c36', allowedOrigins: ['https://shop.example'] })
     *   .unwrap()
     * ```
     */
    update: (input: MemberUpdateInput, options?: CallOptions) =>
      result('mutation', MemberUpdateDocument, { input }, options, (data) => data.memberUpdate),
    /**
     * Accepts a version of the coalition's terms; with the first one the member becomes active.
     *
     * @example
     * ```ts
     * const { terms } = await artel.coalition.get()
     * const { acceptedAt } = await artel.members
     *   .acceptTerms({ termsId: terms.id, contractHash: terms.contractHash, acceptedBy: 'Ivan Petrov, director' })
     *   .unwrap()
     * console.log(acceptedAt)
     * ```
     */
    acceptTerms: (input: TermsAcceptInput, options?: CallOptions) =>
      result('mutation', TermsAcceptDocument, { input }, options, (data) => data.termsAccept),
    /**
     * Stops a member from recording sales and holding points; points it issued stay good elsewhere. Administrators only.
     *
     * @example
     * ```ts
     * await artel.members.suspend({ memberId: 'mbr_5ZQnVWnJ6kPq1c8dGyRfT' }).unwrap()
     * ```
     */
    suspend: (input: MemberStatusInput, options?: CallOptions) =>
      result('mutation', MemberSuspendDocument, { input }, options, (data) => data.memberSuspend),
    /**
     * Ends a suspension. Administrators only.
     *
     * @example
     * ```ts
     * await artel.members.reinstate({ memberId: 'mbr_5ZQnVWnJ6kPq1c8dGyRfT' }).unwrap()
     * ```
     */
    reinstate: (input: MemberStatusInput, options?: CallOptions) =>
      result('mutation', MemberReinstateDocument, { input }, options, (data) => data.memberReinstate),
    /**
     * Closes a member that owes nothing and whose points are all spent: the last step of an exit. Administrators only.
     *
     * @example
     * ```ts
     * const result = await artel.members.close({ memberId: 'mbr_5ZQnVWnJ6kPq1c8dGyRfT' })
     * if (result.__typename === 'MemberExitIncompleteError') console.log(result.missing)
     * ```
     */
    close: (input: MemberStatusInput, options?: CallOptions) =>
      result('mutation', MemberCloseDocument, { input }, options, (data) => data.memberClose),
  }
}
