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
    /** Those that wait, oldest first, at most 100. */
    waiting: async (options?: CallOptions) => (await query(SaleApprovalsDocument, {}, options)).saleApprovals,
    /** Lets a member hand one sale in after the days agreed. */
    approveLate: (input: SaleApproveInput, options?: CallOptions) =>
      result('mutation', LateSaleApproveDocument, { input }, options, (data) => data.lateSaleApprove),
    /** Lets one sale give its points above the member's credit limit. */
    approveCredit: (input: SaleApproveInput, options?: CallOptions) =>
      result('mutation', CreditSaleApproveDocument, { input }, options, (data) => data.creditSaleApprove),
  }
}
