import { type Minor, minor, type Points, type PurchaseLine, points } from '@artel/ledger'
import type pg from 'pg'
import { withLongTimeout } from '../pool/open-pool.ts'
import { type LineJson, parseLine } from '../purchase/line-json.ts'

/** A purchase of the past as its bill was, before discounts. */
export interface PastBill {
  readonly purchaseId: string
  readonly customerId: string
  readonly totalMinor: Minor
  /** As they were sent. */
  readonly lines: readonly PurchaseLine[]
  readonly code: string | null
  readonly pointsRedeemed: Points
  readonly occurredAt: Date
  /** Of the customer's purchase before it, at the member and at any; null: none, or not asked for. */
  readonly lastHere: Date | null
  readonly lastAnywhere: Date | null
}

/** Of the bills of a page, the customer's newest purchase before. Purchases of who was merged into it are not looked at. */
const before = (condition: string): string => `(select b.occurred_at from purchase b
      where b.coalition_id = p.coalition_id and b.customer_id = p.customer_id and b.purchase_id < p.purchase_id
        ${condition} order by b.purchase_id desc limit 1)`

/**
 * The next purchases of a member that happened in `from <= at < to`, in the order in which they were recorded, in one query a
 * page; what their customers bought before is read only where it is asked for.
 */
export async function pastBills(
  store: { readonly pool: pg.Pool },
  page: {
    readonly coalitionId: string
    readonly memberId: string
    readonly from: Date
    readonly to: Date
    /** The last purchase of the page before; null at the beginning. */
    readonly after: string | null
    readonly limit: number
    readonly asksOfCustomer: boolean
  },
): Promise<readonly PastBill[]> {
  const { rows } = await store.pool.query<BillRow>(
    withLongTimeout({
      name: `artel_past_bills_${page.asksOfCustomer}`,
      text: `select p.purchase_id as "purchaseId", p.customer_id as "customerId", p.total_minor::text as total, p.lines, p.code,
          p.points_redeemed::text as redeemed, p.occurred_at as "occurredAt",
          ${page.asksOfCustomer ? before('and b.member_id = p.member_id') : 'null::timestamptz'} as "lastHere",
          ${page.asksOfCustomer ? before('') : 'null::timestamptz'} as "lastAnywhere"
        from purchase p
        where p.coalition_id = $1 and p.member_id = $2 and p.occurred_at >= $3 and p.occurred_at < $4
          and p.purchase_id > coalesce($5::uuid, '00000000-0000-0000-0000-000000000000')
        order by p.purchase_id limit $6`,
      values: [page.coalitionId, page.memberId, page.from, page.to, page.after, page.limit],
    }),
  )
  return rows.map(({ total, lines, redeemed, ...row }) => ({
    ...row,
    totalMinor: minor(BigInt(total)),
    lines: lines.map(gross),
    pointsRedeemed: points(BigInt(redeemed)),
  }))
}

interface BillRow extends Omit<PastBill, 'totalMinor' | 'lines' | 'pointsRedeemed'> {
  readonly total: string
  readonly lines: readonly LineJson[]
  readonly redeemed: string
}

const gross = (json: LineJson): PurchaseLine => {
  const { discountMinor: _, ...line } = json
  return parseLine(line)
}
