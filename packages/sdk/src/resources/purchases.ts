import type { Executor } from '../executor.ts'
import { found } from '../found.ts'
import {
  type PurchaseBy,
  PurchaseGetDocument,
  PurchaseListDocument,
  PurchaseListOfMemberDocument,
  PurchaseQuoteDocument,
  type PurchaseQuoteInput,
  PurchaseRecordDocument,
  type PurchaseRecordInput,
  PurchaseRefundDocument,
  type PurchaseRefundInput,
} from '../generated/graphql.ts'
import { type Keyed, withIdempotencyKey } from '../idempotency-key.ts'
import { type ListOptions, list } from '../list.ts'
import type { CallOptions } from '../transport.ts'

/** Sales: what earns and spends points. */
export function purchasesOf({ query, result }: Executor) {
  return {
    /** What a purchase would earn and may take in points. Nothing is written. */
    quote: (input: PurchaseQuoteInput, options?: CallOptions) =>
      result('query', PurchaseQuoteDocument, { input }, options, (data) => data.purchaseQuote),
    /** Records a sale: its money part earns, its points part redeems. Scope `purchases:write`. */
    record: (input: Keyed<PurchaseRecordInput>, options?: CallOptions) =>
      result(
        'mutation',
        PurchaseRecordDocument,
        { input: withIdempotencyKey(input) },
        options,
        (data) => data.purchaseRecord,
      ),
    /** Refunds a purchase in whole or in part; without `amount` and `lines`, all that is left. */
    refund: (input: Keyed<PurchaseRefundInput>, options?: CallOptions) =>
      result(
        'mutation',
        PurchaseRefundDocument,
        { input: withIdempotencyKey(input) },
        options,
        (data) => data.purchaseRefund,
      ),
    /** A purchase with its refunds, by id or your own receipt; null when there is none. */
    get: async (by: PurchaseBy, options?: CallOptions) =>
      (await query(PurchaseGetDocument, { by }, options)).purchase,
    /** Your member's purchases, newest first; administrators name the member. */
    list: (options: ListOptions & CallOptions & { readonly memberId?: string | undefined } = {}) =>
      list(options, async (window) => {
        const { memberId } = options
        const member =
          memberId === undefined
            ? (await query(PurchaseListDocument, window, options)).viewer.member
            : (await query(PurchaseListOfMemberDocument, { memberId, ...window }, options)).member
        return found(found(member, 'member').purchases, 'member')
      }),
  }
}
