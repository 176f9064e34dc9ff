import type { Executor } from '../executor.ts'
import type { Filtered } from '../filtered.ts'
import { found } from '../found.ts'
import {
  type CustomerBy,
  CustomerHoldsDocument,
  HoldCaptureDocument,
  type HoldCaptureInput,
  HoldCreateDocument,
  type HoldCreateInput,
  HoldGetDocument,
  HoldListDocument,
  type HoldsFilter,
  HoldVoidDocument,
  type HoldVoidInput,
} from '../generated/graphql.ts'
import { type Keyed, withIdempotencyKey } from '../idempotency-key.ts'
import { list } from '../list.ts'
import type { CallOptions } from '../transport.ts'

/** Points promised to an order: held at checkout, captured by your server when the order is paid. */
export function holdsOf({ query, result }: Executor) {
  return {
    /**
     * Holds points of a customer for an order, until the hold is captured, voided or expires. Scope `holds:write`. `bill` is in
     * minor units, `ttlSeconds` in seconds.
     *
     * @example
     * ```ts
     * const { hold } = await artel.holds
     *   .create({
     *     customer: { reference: 'crm-17' },
     *     orderRef: 'order-55',
     *     bill: { amountMinor: 250_000n },
     *     points: 300n,
     *     idempotencyKey: 'hold-for-order-55',
     *   })
     *   .unwrap()
     * console.log(hold.id, hold.expiresAt)
     * ```
     */
    create: (input: Keyed<HoldCreateInput>, options?: CallOptions) =>
      result(
        'mutation',
        HoldCreateDocument,
        { input: withIdempotencyKey(input) },
        options,
        (data) => data.holdCreate,
      ),
    /**
     * Turns a hold into a purchase; points that the final bill does not take go back.
     *
     * @example
     * ```ts
     * const { purchase } = await artel.holds
     *   .capture({
     *     holdId: 'hld_2wMYnK6fW8sJq1dT9xPbE',
     *     receiptRef: 'receipt-1004',
     *     total: { amountMinor: 240_000n },
     *     idempotencyKey: 'capture-of-order-55',
     *   })
     *   .unwrap()
     * console.log(purchase.pointsRedeemed, purchase.moneyPart.amountMinor)
     * ```
     */
    capture: (input: Keyed<HoldCaptureInput>, options?: CallOptions) =>
      result(
        'mutation',
        HoldCaptureDocument,
        { input: withIdempotencyKey(input) },
        options,
        (data) => data.holdCapture,
      ),
    /**
     * Releases a hold: its points are available again.
     *
     * @example
     * ```ts
     * const result = await artel.holds.void({
     *   holdId: 'hld_2wMYnK6fW8sJq1dT9xPbE',
     *   idempotencyKey: 'cancel-of-order-55',
     * })
     * if (result.__typename === 'HoldNotOpenError') console.log(`it is ${result.holdStatus} already`)
     * ```
     */
    void: (input: Keyed<HoldVoidInput>, options?: CallOptions) =>
      result(
        'mutation',
        HoldVoidDocument,
        { input: withIdempotencyKey(input) },
        options,
        (data) => data.holdVoid,
      ),
    /**
     * A hold by id; null when there is none.
     *
     * @example
     * ```ts
     * const hold = await artel.holds.get('hld_2wMYnK6fW8sJq1dT9xPbE')
     * console.log(hold?.status, hold?.purchase?.receiptRef)
     * ```
     */
    get: async (id: string, options?: CallOptions) => (await query(HoldGetDocument, { id }, options)).hold,
    /**
     * A customer's open holds at your member, newest first.
     *
     * @throws `NotFoundError` when there is no such customer.
     *
     * @example
     * ```ts
     * const open = await artel.holds.listOpen({ reference: 'crm-17' })
     * console.log(open.map(({ orderRef, points }) => `${points} for ${orderRef}`))
     * ```
     */
    listOpen: async (by: CustomerBy, options?: CallOptions) =>
      found((await query(CustomerHoldsDocument, { by }, options)).customer, 'customer').holds,
    /**
     * Holds, newest first: the coalition's for administrators, its own for a member. Scope `holds:write`. The list is fetched while
     * it is read.
     *
     * @example
     * ```ts
     * const endsBefore = new Date(Date.now() + 86_400_000)
     * for await (const { orderRef, points } of artel.holds.list({ filter: { status: 'OPEN', endsBefore } }))
     *   console.log(`${orderRef}: ${points} points are held until tomorrow`)
     * ```
     */
    list: (options: Filtered<HoldsFilter> = {}) =>
      list(options, async (window) => {
        const variables = { filter: options.filter ?? null, ...window }
        return (await query(HoldListDocument, variables, options)).holds
      }),
  }
}
