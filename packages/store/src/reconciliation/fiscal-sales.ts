import type pg from 'pg'
import { withLongTimeout } from '../pool/open-pool.ts'
import type { RecordedSale } from './recorded-sales.ts'

/** A sale with a fiscal receipt, under the number of that document. */
export interface FiscalSale extends RecordedSale {
  /** Without leading zeros. */
  readonly documentNo: string
  /** It came of a customer's claim: its number of the receipt is that of the fiscal one. */
  readonly isClaimed: boolean
}

/**
 * Purchases of a member between two instants by the numbers of their fiscal documents, many in one query. Each of the member's drives counts
 * for itself, so a number may have several.
 */
export async function fiscalSales(
  client: Pick<pg.PoolClient, 'query'>,
  of: {
    readonly coalitionId: string
    readonly memberId: string
    readonly documentNos: readonly string[]
    readonly from: Date
    readonly to: Date
  },
): Promise<readonly FiscalSale[]> {
  if (of.documentNos.length === 0) return []
  const { rows } = await client.query<FiscalSaleRow>(
    withLongTimeout({
      text: `select p.purchase_id as id, p.receipt_ref as receipt, p.occurred_at as sold_at,
        split_part(p.fiscal_receipt, '-', 2) as no, starts_with(p.receipt_ref, split_part(p.fiscal_receipt, '-', 1) || '-') as claimed,
        (p.total_minor - p.discount_minor)::text as payable,
        array(select r.amount_minor::text from refund r where r.coalition_id = $1 and r.purchase_id = p.purchase_id
          order by r.refund_id) as refunded,
        array(select r.recorded_at from refund r where r.coalition_id = $1 and r.purchase_id = p.purchase_id
          order by r.refund_id) as refunded_at
      from purchase p
      where p.coalition_id = $1 and p.member_id = $2 and p.fiscal_receipt is not null and p.occurred_at between $4 and $5
        and split_part(p.fiscal_receipt, '-', 2) = any($3::text[])`,
      values: [of.coalitionId, of.memberId, of.documentNos, of.from, of.to],
    }),
  )
  return rows.map(
    ({ id, receipt, sold_at: soldAt, no, claimed, payable, refunded, refunded_at: refundedAt }) => ({
      ...{ purchaseId: id, receiptRef: receipt, soldAt, documentNo: no, isClaimed: claimed },
      ...{ payableMinor: BigInt(payable), refundedMinor: refunded.map(BigInt), refundedAt },
    }),
  )
}

interface FiscalSaleRow {
  readonly id: string
  readonly receipt: string
  readonly sold_at: Date
  readonly no: string
  readonly claimed: boolean
  readonly payable: string
  readonly refunded: readonly string[]
  readonly refunded_at: readonly Date[]
}
