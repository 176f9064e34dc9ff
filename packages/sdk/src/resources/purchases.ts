import type { Executor } from '../executor.ts'
import type { Filtered } from '../filtered.ts'
import {
  PurchaseAttributionDocument,
  type PurchaseBy,
  PurchaseGetDocument,
  PurchaseListDocument,
  PurchaseQuoteDocument,
  type PurchaseQuoteInput,
  PurchaseRecordDocument,
  type PurchaseRecordInput,
  PurchaseRefundDocument,
  type PurchaseRefundInput,
  PurchaseRulesDocument,
  type PurchasesFilter,
  RefundListDocument,
  type RefundsFilter,
} from '../generated/graphql.ts'
import { type Keyed, withIdempotencyKey } from '../idempotency-key.ts'
import { list } from '../list.ts'
import type { CallOptions } from '../transport.ts'
import type { OfMember } from './of-member.ts'

/** Sales: what earns and spends points. */
export function purchasesOf({ query, result }: Executor) {
  return {
    /**
     * What a purchase would earn, and how many points may pay for it. Nothing is written; it takes lines and code as the
     * purchase does. Amounts are in minor units (kopecks for RUB).
     *
     * @example
     * ```ts
     * const quote = await artel.purchases
     *   .quote({ customer: { reference: 'crm-17' }, total: { amountMinor: 100_000n } })
     *   .unwrap()
     * console.log(`earns ${quote.pointsToEarn}, may spend ${quote.maxPoints}`)
     * ```
     */
    quote: (input: PurchaseQuoteInput, options?: CallOptions) =>
      result('query', PurchaseQuoteDocument, { input }, options, (data) => data.purchaseQuote),
    /**
     * Records a sale: its money part earns points, its points part spends them. Scope `purchases:write`. Amounts are in minor
     * units (kopecks for RUB), points are whole. Lines say what was sold: article, category, quantity, and whether it earns.
     *
     * @example
     * ```ts
     * const { purchase, balanceAfter } = await artel.purchases
     *   .record({
     *     customer: { cardNumber: '2200 0000 0001' },
     *     receiptRef: 'receipt-1003',
     *     total: { amountMinor: 100_000n }, // 1 000.00 RUB
     *     points: 300n,
     *     lines: [
     *       {
     *         ref: 'oil',
     *         title: 'Oil 5W-30',
     *         total: { amountMinor: 100_000n },
     *         sku: 'MO-5304',
     *         category: 'service/oil',
     *         quantity: '1.5',
     *       },
     *     ],
     *     code: 'winter-26', // that the customer named
     *     idempotencyKey: 'receipt-1003',
     *   })
     *   .unwrap()
     * console.log(purchase.moneyPart.amountMinor, purchase.pointsEarned, balanceAfter)
     * ```
     */
    record: (input: Keyed<PurchaseRecordInput>, options?: CallOptions) =>
      result(
        'mutation',
        PurchaseRecordDocument,
        { input: withIdempotencyKey(input) },
        options,
        (data) => data.purchaseRecord,
      ),
    /**
     * Refunds a purchase in whole or in part; without `amount` and `lines`, all that is left.
     *
     * @example
     * ```ts
     * const { refund } = await artel.purchases
     *   .refund({
     *     purchase: { receiptRef: 'receipt-1003' },
     *     lines: [{ ref: 'oil-filter' }],
     *     reason: 'returned',
     *     idempotencyKey: 'refund-of-1003',
     *   })
     *   .unwrap()
     * console.log(refund.moneyPart.amountMinor, refund.pointsReturned)
     * ```
     */
    refund: (input: Keyed<PurchaseRefundInput>, options?: CallOptions) =>
      result(
        'mutation',
        PurchaseRefundDocument,
        { input: withIdempotencyKey(input) },
        options,
        (data) => data.purchaseRefund,
      ),
    /**
     * Who brought the customer of a purchase, and who was not taken and why; null until it is decided, some seconds after the
     * sale, and for who may not see it.
     *
     * @example
     * ```ts
     * const attribution = await artel.purchases.attribution({ receiptRef: 'receipt-1003' })
     * console.log(attribution?.via, attribution?.source?.id)
     * ```
     */
    attribution: async (by: PurchaseBy, options: CallOptions = {}) =>
      (await query(PurchaseAttributionDocument, { by }, options)).purchase?.attribution ?? null,
    /**
     * A purchase with its refunds, by id or your own receipt; null when there is none.
     *
     * @example
     * ```ts
     * const purchase = await artel.purchases.get({ receiptRef: 'receipt-1003' })
     * console.log(purchase?.refundable.amountMinor, purchase?.refunds.length)
     * ```
     */
    get: async (by: PurchaseBy, options?: CallOptions) =>
      (await query(PurchaseGetDocument, { by }, options)).purchase,
    /**
     * Why a purchase earned what it did: what each rule of the member gave, then why others gave nothing. Null when there is
     * no such purchase; empty where no rule was running.
     *
     * @example
     * ```ts
     * for (const rule of (await artel.purchases.rules({ receiptRef: 'receipt-1003' })) ?? [])
     *   console.log(rule.sentenceEn, rule.reason ?? `gave ${rule.points} points`)
     * ```
     */
    rules: async (by: PurchaseBy, options?: CallOptions) =>
      (await query(PurchaseRulesDocument, { by }, options)).purchase?.rules ?? null,
    /**
     * Purchases, newest first: the coalition's for administrators, its own for a member. The list is fetched while it is read.
     *
     * @example
     * ```ts
     * const filter = { points: 'REDEEMED', recordedFrom: new Date('2026-11-01') } as const
     * for await (const { receiptRef, pointsRedeemed } of artel.purchases.list({ filter }))
     *   console.log(receiptRef, pointsRedeemed)
     * ```
     */
    list: (options: Filtered<PurchasesFilter> & OfMember = {}) =>
      list(options, async (window) => {
        const { memberId, filter } = options
        const asked = memberId === undefined ? filter : { ...filter, memberId }
        return (await query(PurchaseListDocument, { filter: asked ?? null, ...window }, options)).purchases
      }),
    /**
     * Refunds, newest first: the coalition's for administrators, its own for a member. The list is fetched while it is read.
     *
     * @example
     * ```ts
     * const today = { recordedFrom: new Date(new Date().setHours(0, 0, 0, 0)) }
     * for await (const { purchase, moneyPart } of artel.purchases.refunds({ filter: today }))
     *   console.log(purchase.receiptRef, moneyPart.amountMinor)
     * ```
     */
    refunds: (options: Filtered<RefundsFilter> = {}) =>
      list(options, async (window) => {
        const variables = { filter: options.filter ?? null, ...window }
        return (await query(RefundListDocument, variables, options)).refunds
      }),
  }
}
