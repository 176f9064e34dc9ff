import type { Executor } from '../executor.ts'
import { found } from '../found.ts'
import { type CustomerBy, CustomerVouchersDocument } from '../generated/graphql.ts'
import type { CallOptions } from '../transport.ts'

/** Vouchers of customers: money off one later bill. They are used by their codes: `vouchers` of a purchase, a quote or a capture. */
export function vouchersOf({ query }: Executor) {
  return {
    /**
     * A customer's vouchers that may be used, and those whose last day was at most 30 days ago, newest first; a member gets those
     * that it gave or takes. NOT_FOUND when there is no such customer. Scope `wallet:read` or `coalition:read`.
     *
     * @example
     * ```ts
     * for (const { code, state, sentenceEn, lastDay } of await artel.vouchers.ofCustomer({ phone: '+79120000000' }))
     *   console.log(code, state, sentenceEn, lastDay)
     * ```
     */
    ofCustomer: async (by: CustomerBy, options: CallOptions = {}) => {
      const { customer } = await query(CustomerVouchersDocument, { by }, options)
      return found(customer, 'customer').wallet.vouchers
    },
  }
}
