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

/** The businesses of the coalition. */
export function membersOf({ query, result }: Executor) {
  return {
    /** The member this key belongs to; an administrator's key throws `NotFoundError`. */
    me: async (options?: CallOptions) =>
      found((await query(MemberMeDocument, {}, options)).viewer.member, 'member'),
    /** A member by id; null when there is none. */
    get: async (id: string, options?: CallOptions) =>
      (await query(MemberGetDocument, { id }, options)).member,
    /** The coalition's members. */
    list: (options: ListOptions & CallOptions = {}) =>
      list(options, async (window) => {
        const { coalition } = await query(MemberListDocument, window, options)
        return found(coalition, 'coalition').members
      }),
    /** What a member owes and is owed now: your own, or of the member an administrator names. */
    position: async (options: CallOptions & { readonly memberId?: string | undefined } = {}) => {
      const { memberId: id } = options
      const member =
        id === undefined
          ? (await query(MyPositionDocument, {}, options)).viewer.member
          : (await query(MemberPositionDocument, { id }, options)).member
      return found(found(member, 'member').clearingPosition, 'position')
    },
    /** Admits a member: answers with its first key, shown this once, and the terms to accept. */
    admit: (input: MemberAdmitInput, options?: CallOptions) =>
      result('mutation', MemberAdmitDocument, { input }, options, (data) => data.memberAdmit),
    /** Changes a member's name, brand, origins or earn rule. */
    update: (input: MemberUpdateInput, options?: CallOptions) =>
      result('mutation', MemberUpdateDocument, { input }, options, (data) => data.memberUpdate),
    /** Accepts the coalition's terms; with that the member becomes active. */
    acceptTerms: (input: TermsAcceptInput, options?: CallOptions) =>
      result('mutation', TermsAcceptDocument, { input }, options, (data) => data.termsAccept),
    /** Stops a member from recording and holding; its points stay good elsewhere. */
    suspend: (input: MemberStatusInput, options?: CallOptions) =>
      result('mutation', MemberSuspendDocument, { input }, options, (data) => data.memberSuspend),
    /** Ends a suspension. */
    reinstate: (input: MemberStatusInput, options?: CallOptions) =>
      result('mutation', MemberReinstateDocument, { input }, options, (data) => data.memberReinstate),
    /** Closes a member that owes nothing and whose points are all spent. */
    close: (input: MemberStatusInput, options?: CallOptions) =>
      result('mutation', MemberCloseDocument, { input }, options, (data) => data.memberClose),
  }
}
