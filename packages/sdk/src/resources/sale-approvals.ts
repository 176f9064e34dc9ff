import type { Executor } from '../executor.ts'
import {
  CreditSaleApproveDocument,
  LateSaleApproveDocument,
  SaleApprovalsDocument,
  type SaleApproveInput,
} from '../generated/graphql.ts'
import type { CallOptions } from '../transport.ts'

/** Sales that the terms alone do not allow. Administrators only. */
export function saleApprovalsOf({ query, result }: Executor) {
  return {
    /**
     * Sales that wait for an approval, oldest first, at most 100.
     *
     * @example
     * ```ts
     * for (const { member, receiptRef, ground } of await artel.saleApprovals.waiting())
     *   console.log(member.name, receiptRef, ground)
     * ```
     */
    waiting: async (options?: CallOptions) => (await query(SaleApprovalsDocument, {}, options)).saleApprovals,
    /**
     * Lets a member record one sale after the days agreed.
     *
     * @example
     * ```ts
     * await artel.saleApprovals
     *   .approveLate({
     *     memberId: 'mbr_5ZQnVWnJ6kPq1c8dGyRfT',
     *     receiptRef: 'receipt-0871',
     *     reason: 'the till was broken for a week',
     *   })
     *   .unwrap()
     * ```
     */
    approveLate: (input: SaleApproveInput, options?: CallOptions) =>
      result('mutation', LateSaleApproveDocument, { input }, options, (data) => data.lateSaleApprove),
    /**
     * Lets one sale issue its points above the member's credit limit.
     *
     * @example
     * ```ts
     * await artel.saleApprovals
     *   .approveCredit({
     *     memberId: 'mbr_5ZQnVWnJ6kPq1c8dGyRfT',
     *     receiptRef: 'receipt-1202',
     *     reason: 'the payment is on its way',
     *   })
     *   .unwrap()
     * ```
     */
    approveCredit: (input: SaleApproveInput, options?: CallOptions) =>
      result('mutation', CreditSaleApproveDocument, { input }, options, (data) => data.creditSaleApprove),
  }
}
