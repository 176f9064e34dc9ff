import type { Executor } from '../executor.ts'
import {
  AdjustmentApproveDocument,
  type AdjustmentApproveInput,
  AdjustmentListDocument,
  AdjustmentProposeDocument,
  type AdjustmentProposeInput,
  type AdjustmentStatus,
  PointsTransferDocument,
  type PointsTransferInput,
  PromoAwardDocument,
  type PromoAwardInput,
} from '../generated/graphql.ts'
import { type Keyed, withIdempotencyKey } from '../idempotency-key.ts'
import { type ListOptions, list } from '../list.ts'
import type { CallOptions } from '../transport.ts'

/** Points that no sale gave: promo points, adjustments, points that change hands. */
export function pointsOf({ query, result }: Executor) {
  return {
    /** Gives promo points; administrators name who pays, a member pays itself. Scope `promotions:write`. */
    award: (input: Keyed<PromoAwardInput>, options?: CallOptions) =>
      result(
        'mutation',
        PromoAwardDocument,
        { input: withIdempotencyKey(input) },
        options,
        (data) => data.promoAward,
      ),
    /** Gives points from one customer to another of the household. Scope `customers:write`. */
    transfer: (input: Keyed<PointsTransferInput>, options?: CallOptions) =>
      result(
        'mutation',
        PointsTransferDocument,
        { input: withIdempotencyKey(input) },
        options,
        (data) => data.pointsTransfer,
      ),
    /** Gives or takes back points by hand: at once up to the limit. Scope `adjustments:write`. */
    adjust: (input: Keyed<AdjustmentProposeInput>, options?: CallOptions) =>
      result(
        'mutation',
        AdjustmentProposeDocument,
        { input: withIdempotencyKey(input) },
        options,
        (data) => data.adjustmentPropose,
      ),
    /** Approves an adjustment above the limit as the second person. Scope `adjustments:approve`. */
    approveAdjustment: (input: Keyed<AdjustmentApproveInput>, options?: CallOptions) =>
      result(
        'mutation',
        AdjustmentApproveDocument,
        { input: withIdempotencyKey(input) },
        options,
        (data) => data.adjustmentApprove,
      ),
    /** Adjustments, newest first; of one status when given. */
    adjustments: (
      options: ListOptions & CallOptions & { readonly status?: AdjustmentStatus | undefined } = {},
    ) =>
      list(options, async (window) => {
        const status = options.status ?? null
        return (await query(AdjustmentListDocument, { status, ...window }, options)).adjustments
      }),
  }
}
