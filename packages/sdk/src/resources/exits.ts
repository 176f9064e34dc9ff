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
import type { OfMember } from './of-member.ts'

/** How members leave. The last step is `members.close`. */
export function exitsOf({ query, result }: Executor) {
  return {
    /**
     * A member's exit and what is missing of it: your own, or of the member an administrator names; null without notice.
     *
     * @throws `NotFoundError` when there is no such member.
     *
     * @example
     * ```ts
     * const exit = await artel.exits.get()
     * console.log(exit?.redemptionEndsAt, exit?.missing)
     * ```
     */
    get: async (options: CallOptions & OfMember = {}) => {
      const { memberId: id } = options
      const member =
        id === undefined
          ? (await query(MyExitDocument, {}, options)).viewer.member
          : (await query(MemberExitGetDocument, { id }, options)).member
      return found(member, 'member').exit
    },
    /**
     * Gives notice: the member issues no more points, and its points are spent everywhere as before. `redemptionDays` is in days.
     *
     * @example
     * ```ts
     * await artel.exits.notice({ reason: 'the shop closes', redemptionDays: 90 }).unwrap()
     * ```
     */
    notice: (input: MemberExitNoticeInput, options?: CallOptions) =>
      result('mutation', MemberExitNoticeDocument, { input }, options, (data) => data.memberExitNotice),
    /**
     * Withdraws the notice, until the final estimate: your own, or as an administrator any.
     *
     * @example
     * ```ts
     * const { withdrawnAt } = await artel.exits.withdraw({ reason: 'the shop was sold and stays' }).unwrap()
     * console.log(withdrawnAt)
     * ```
     */
    withdraw: (input: MemberExitWithdrawInput, options?: CallOptions) =>
      result('mutation', MemberExitWithdrawDocument, { input }, options, (data) => data.memberExitWithdraw),
    /**
     * Records a deposit or a guarantee, in millionths of a currency unit. Administrators only.
     *
     * @example
     * ```ts
     * await artel.exits
     *   .guarantee({
     *     memberId: 'mbr_5ZQnVWnJ6kPq1c8dGyRfT',
     *     kind: 'DEPOSIT',
     *     amountMicros: 50_000_000_000n, // 50 000.00 RUB
     *     reference: 'payment order 204',
     *     idempotencyKey: 'deposit-204',
     *   })
     *   .unwrap()
     * ```
     */
    guarantee: (input: Keyed<MemberExitGuaranteeInput>, options?: CallOptions) =>
      result(
        'mutation',
        MemberExitGuaranteeDocument,
        { input: withIdempotencyKey(input) },
        options,
        (data) => data.memberExitGuarantee,
      ),
    /**
     * Estimates what the member's points may still cost, lot by lot. Administrators only.
     *
     * @example
     * ```ts
     * const { estimate } = await artel.exits.estimate({ memberId: 'mbr_5ZQnVWnJ6kPq1c8dGyRfT' }).unwrap()
     * console.log(estimate.liability.rounded.amountMinor, estimate.endsAt)
     * ```
     */
    estimate: (input: Keyed<MemberExitEstimateInput>, options?: CallOptions) =>
      result(
        'mutation',
        MemberExitEstimateDocument,
        { input: withIdempotencyKey(input) },
        options,
        (data) => data.memberExitEstimate,
      ),
    /**
     * Ends the coalition: begins every member's exit. `redemptionDays` is in days. Administrators only.
     *
     * @example
     * ```ts
     * const { exiting } = await artel.exits.windDown({ reason: 'the pilot is over', redemptionDays: 180 }).unwrap()
     * console.log(exiting)
     * ```
     */
    windDown: (input: CoalitionWindDownInput, options?: CallOptions) =>
      result('mutation', CoalitionWindDownDocument, { input }, options, (data) => data.coalitionWindDown),
  }
}
