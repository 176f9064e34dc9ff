import type { Executor } from '../executor.ts'
import type { Filtered } from '../filtered.ts'
import {
  AdjustmentApproveDocument,
  type AdjustmentApproveInput,
  AdjustmentListDocument,
  AdjustmentProposeDocument,
  type AdjustmentProposeInput,
  type AdjustmentStatus,
  AdjustmentWithdrawDocument,
  type AdjustmentWithdrawInput,
  type EntriesFilter,
  EntryListDocument,
  PointsTransferDocument,
  type PointsTransferInput,
  PromoAwardDocument,
  type PromoAwardInput,
} from '../generated/graphql.ts'
import { type Keyed, withIdempotencyKey } from '../idempotency-key.ts'
import { type ListOptions, list } from '../list.ts'
import type { CallOptions } from '../transport.ts'

/** Points without a sale: promo points, adjustments, transfers. */
export function pointsOf({ query, result }: Executor) {
  return {
    /**
     * Awards promo points. A member pays for its own; administrators name who pays, or have the coalition's promo
     * fund pay (`fromPromoFund: true`), which gives no more than it holds: `PROMO_FUND_SHORT`. Above the
     * coalition's limit nothing is booked yet: `adjustment` waits for a second person. Scope `promotions:write`.
     *
     * @example
     * ```ts
     * const { points, balanceAfter, adjustment } = await artel.points
     *   .award({ customer: { reference: 'crm-17' }, points: 100n, expiresInDays: 30, idempotencyKey: 'birthday-2026-17' })
     *   .unwrap()
     * console.log(adjustment?.status === 'PROPOSED' ? `${adjustment.id} waits for a second person` : [points, balanceAfter])
     * ```
     */
    award: (input: Keyed<PromoAwardInput>, options?: CallOptions) =>
      result(
        'mutation',
        PromoAwardDocument,
        { input: withIdempotencyKey(input) },
        options,
        (data) => data.promoAward,
      ),
    /**
     * Transfers points from one customer to another of the same household. Takes a code of who gives. Scope
     * `customers:write`.
     *
     * @example
     * ```ts
     * const [from, to, points] = [{ reference: 'crm-17' }, { reference: 'crm-18' }, 50n]
     * const { confirmationId: id } = await artel.confirmations
     *   .request({ purpose: 'POINTS_TRANSFER', customer: from, other: to, points })
     *   .unwrap()
     * const { balanceAfter, receiverBalanceAfter } = await artel.points
     *   .transfer({ from, to, points, confirmation: { id, code: '123456' } }) // what the giver tells you
     *   .unwrap()
     * console.log(balanceAfter, receiverBalanceAfter)
     * ```
     */
    transfer: (input: Keyed<PointsTransferInput>, options?: CallOptions) =>
      result(
        'mutation',
        PointsTransferDocument,
        { input: withIdempotencyKey(input) },
        options,
        (data) => data.pointsTransfer,
      ),
    /**
     * Corrects a balance by hand, by signed points: at once up to the agreed limit, above it when a second person approves. Scope
     * `adjustments:write`.
     *
     * @example
     * ```ts
     * const { adjustment } = await artel.points
     *   .adjust({
     *     customer: { reference: 'crm-17' },
     *     points: 200n,
     *     kind: 'GOODWILL',
     *     reason: 'waited an hour for the lift',
     *     idempotencyKey: 'ticket-812',
     *   })
     *   .unwrap()
     * if (adjustment.approvedAt === null) console.log(`${adjustment.id} waits for a second person`)
     * ```
     */
    adjust: (input: Keyed<AdjustmentProposeInput>, options?: CallOptions) =>
      result(
        'mutation',
        AdjustmentProposeDocument,
        { input: withIdempotencyKey(input) },
        options,
        (data) => data.adjustmentPropose,
      ),
    /**
     * Approves an adjustment above the limit, as another person than its proposer. Scope `adjustments:approve`.
     *
     * @example
     * ```ts
     * for await (const { id, reason } of artel.points.adjustments({ status: 'PROPOSED' })) {
     *   console.log(reason)
     *   await artel.points.approveAdjustment({ adjustmentId: id }).unwrap()
     * }
     * ```
     */
    approveAdjustment: (input: Keyed<AdjustmentApproveInput>, options?: CallOptions) =>
      result(
        'mutation',
        AdjustmentApproveDocument,
        { input: withIdempotencyKey(input) },
        options,
        (data) => data.adjustmentApprove,
      ),
    /**
     * Takes a proposed adjustment back for good: a member what was proposed in its name, an administrator any. Twice changes
     * nothing. Scope `adjustments:write`.
     *
     * @example
     * ```ts
     * for await (const { id, reason } of artel.points.adjustments({ status: 'PROPOSED' }))
     *   if (reason === '') await artel.points.withdrawAdjustment({ adjustmentId: id }).unwrap()
     * ```
     */
    withdrawAdjustment: (input: AdjustmentWithdrawInput, options?: CallOptions) =>
      result('mutation', AdjustmentWithdrawDocument, { input }, options, (data) => data.adjustmentWithdraw),
    /**
     * Adjustments, newest first; of one status when given. The list is fetched while it is read.
     *
     * @example
     * ```ts
     * const waiting = await artel.points.adjustments({ status: 'PROPOSED' }).toArray({ limit: 50 })
     * console.log(waiting.map(({ customer, points }) => `${customer.name}: ${points}`))
     * ```
     */
    adjustments: (
      options: ListOptions &
        CallOptions & {
          /** @defaultValue all statuses */
          readonly status?: AdjustmentStatus | undefined
        } = {},
    ) =>
      list(options, async (window) => {
        const status = options.status ?? null
        return (await query(AdjustmentListDocument, { status, ...window }, options)).adjustments
      }),
    /**
     * Entries of customers' points, newest first: the coalition's for administrators, for a member those at it. The list is fetched
     * while it is read.
     *
     * @example
     * ```ts
     * for await (const { postedAt, customer, points } of artel.points.entries({ filter: { kinds: ['EXPIRE'] } }))
     *   console.log(postedAt, customer.id, points)
     * ```
     */
    entries: (options: Filtered<EntriesFilter> = {}) =>
      list(options, async (window) => {
        const variables = { filter: options.filter ?? null, ...window }
        return (await query(EntryListDocument, variables, options)).entries
      }),
  }
}
