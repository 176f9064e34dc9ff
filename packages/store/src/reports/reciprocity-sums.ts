import { type Micros, micros, type Points, points } from '@artel/ledger'
import { withLongTimeout } from '../pool/open-pool.ts'
import type { Store } from '../store.ts'

/** What one member's points did at another, in the purchases of a period. */
export interface ReciprocitySums {
  readonly issuerId: string
  readonly redeemerId: string
  /** Net of what refunds gave back, whenever they did. */
  readonly points: Points
  /** Worth at the lots' R, micros. */
  readonly value: Micros
  /** Purchases that took points of this issuer. */
  readonly visits: bigint
  /** Customers' first purchases at the redeemer, each counted for the issuer of most of its points, ties to the smaller id. */
  readonly firstVisits: bigint
}

const RECIPROCITY_SUMS = `with bill as (
    select p.purchase_id, p.member_id, not exists (select from purchase b
        where b.coalition_id = $1 and b.customer_id = p.customer_id and b.member_id = p.member_id
          and (b.batch_no, b.batch_step) < (p.batch_no, p.batch_step)) as first_visit
    from purchase p
    where p.coalition_id = $1 and p.points_redeemed > 0
      and ($2::timestamptz is null or p.recorded_at >= $2) and ($3::timestamptz is null or p.recorded_at < $3)
  ), part as (
    select b.purchase_id, b.member_id, b.first_visit, l.issuer_id, sum(u.points) as points,
      sum(u.points::numeric * l.reserve_price) as value
    from lot_use u
    join entry e on e.coalition_id = $1 and e.entry_id = u.entry_id
    left join refund r on u.kind = 'REDEEM_REVERSAL' and r.coalition_id = $1 and r.refund_id = e.document_id
    join bill b on b.purchase_id = coalesce(r.purchase_id, e.document_id)
    join lot l on l.coalition_id = $1 and l.lot_id = u.lot_id and l.issuer_id <> $1
    where u.coalition_id = $1 and u.kind in ('REDEEM', 'REDEEM_REVERSAL')
    group by b.purchase_id, b.member_id, b.first_visit, l.issuer_id
  ), ranked as (
    select part.*, row_number() over (partition by purchase_id order by points desc, issuer_id) as place from part
  )
  select issuer_id as "issuerId", member_id as "redeemerId", sum(points)::text as points, sum(value)::text as value,
    count(*)::text as visits, count(*) filter (where first_visit and place = 1)::text as "firstVisits"
  from ranked group by issuer_id, member_id order by issuer_id, member_id`

/** Who spent whose points, those of members, in the purchases recorded in `from <= at < to` (null: without end), in one query. */
export async function reciprocitySums(
  store: Pick<Store, 'pool'>,
  coalitionId: string,
  period: { readonly from: Date | null; readonly to: Date | null },
): Promise<ReciprocitySums[]> {
  const { rows } = await store.pool.query<Record<keyof ReciprocitySums, string>>(
    withLongTimeout({
      name: 'artel_reciprocity_sums',
      text: RECIPROCITY_SUMS,
      values: [coalitionId, period.from, period.to],
    }),
  )
  return rows.map((row) => ({
    issuerId: row.issuerId,
    redeemerId: row.redeemerId,
    points: points(BigInt(row.points)),
    value: micros(BigInt(row.value)),
    visits: BigInt(row.visits),
    firstVisits: BigInt(row.firstVisits),
  }))
}
