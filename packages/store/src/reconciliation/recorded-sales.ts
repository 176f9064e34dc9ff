import type pg from 'pg'
import { withLongTimeout } from '../pool/open-pool.ts'

/** What the ledger has under one receipt of a member. */
export interface RecordedSale {
  readonly purchaseId: string
  readonly receiptRef: string
  readonly soldAt: Date
  /** What was to pay, in money and in points: the bill less its discount, as a till writes it down. Minor units. */
  readonly payableMinor: bigint
  /** What was refunded of it, refund by refund, minor units. */
  readonly refundedMinor: readonly bigint[]
  /** When each of these was refunded. */
  readonly refundedAt: readonly Date[]
}

/** Purchases of a member by receipt, many in one query; receipts without one are absent. */
export async function recordedSales(
  client: Pick<pg.PoolClient, 'query'>,
  of: { readonly coalitionId: string; readonly memberId: string; readonly receiptRefs: readonly string[] },
): Promise<ReadonlyMap<string, RecordedSale>> {
  const { rows } = await client.query<{
    id: string
    receipt: string
    sold_at: Date
    payable: string
    refunded: string[]
    refunded_at: Date[]
  }>(
    withLongTimeout({
      text: `select p.purchase_id as id, p.receipt_ref as receipt, p.occurred_at as sold_at, 
        (p.total_minor - p.discount_minor)::text as payable,
        array(select r.amount_minor::text from refund r where r.coalition_id = $1 and r.purchase_id = p.purchase_id
          order by r.refund_id) as refunded,
        array(select r.recorded_at from refund r where r.coalition_id = $1 and r.purchase_id = p.purchase_id
          order by r.refund_id) as refunded_at
      from unnest($3::text[]) x(receipt)
      join purchase p on p.coalition_id = $1 and p.member_id = $2 and p.receipt_ref = x.receipt`,
      values: [of.coalitionId, of.memberId, of.receiptRefs],
    }),
  )
  return new Map(
    rows.map(({ id, receipt, sold_at: soldAt, payable, refunded, refunded_at: refundedAt }) => [
      receipt,
      {
        purchaseId: id,
        receiptRef: receipt,
        soldAt,
        payableMinor: BigInt(payable),
        refundedMinor: refunded.map(BigInt),
        refundedAt,
      },
    ]),
  )
}
