import type { Executor } from '../executor.ts'
import { found } from '../found.ts'
import {
  CoalitionWindDownDocument,
  type CoalitionWindDownInput,
  MemberExitEstimateDocument,
  type MemberExitEstimateInput,
  MemberExitGetDocument,
  MemberExitGuaranteeDocument,
  type MemberExitGuaranteeInput,
  MemberExitNoticeDocument,
  type MemberExitNoticeInput,
  MemberExitWithdrawDocument,
  type MemberExitWithdrawInput,
  MyExitDocument,
} from '../generated/graphql.ts'
import { type Keyed, withIdempotencyKey } from '../idempotency-key.ts'
import type { CallOptions } from '../transport.ts'

/** How members leave. The last step is `members.close`. */
export function exitsOf({ query, result }: Executor) {
  return {
    /** A member's exit and what is missing of it: your own, or of the member an administrator names; null without notice. */
    get: async (options: CallOptions & { readonly memberId?: string | undefined } = {}) => {
      const { memberId: id } = options
      const member =
        id === undefined
          ? (await query(MyExitDocument, {}, options)).viewer.member
          : (await query(MemberExitGetDocument, { id }, options)).member
      return found(member, 'member').exit
    },
    /** Gives notice: the member gives no more points, and its points are spent everywhere as before. */
    notice: (input: MemberExitNoticeInput, options?: CallOptions) =>
      result('mutation', MemberExitNoticeDocument, { input }, options, (data) => data.memberExitNotice),
    /** Takes the notice back, until the final estimate: your own, or as an administrator any. */
    withdraw: (input: MemberExitWithdrawInput, options?: CallOptions) =>
      result('mutation', MemberExitWithdrawDocument, { input }, options, (data) => data.memberExitWithdraw),
    /** Records a deposit or a guarantee. Administrators only. */
    guarantee: (input: Keyed<MemberExitGuaranteeInput>, options?: CallOptions) =>
      result(
        'mutation',
        MemberExitGuaranteeDocument,
        { input: withIdempotencyKey(input) },
        options,
        (data) => data.memberExitGuarantee,
      ),
    /** States what the member's points may still cost, lot by lot. Administrators only. */
    estimate: (input: Keyed<MemberExitEstimateInput>, options?: CallOptions) =>
      result(
        'mutation',
        MemberExitEstimateDocument,
        { input: withIdempotencyKey(input) },
        options,
        (data) => data.memberExitEstimate,
      ),
    /** Ends the coalition: begins every member's exit. Administrators only. */
    windDown: (input: CoalitionWindDownInput, options?: CallOptions) =>
      result('mutation', CoalitionWindDownDocument, { input }, options, (data) => data.coalitionWindDown),
  }
}
