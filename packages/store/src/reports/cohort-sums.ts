import { type Points, points } from '@artel/ledger'
import { withLongTimeout } from '../pool/open-pool.ts'
import type { Store } from '../store.ts'

/** Points of one month's lots, and what was spent of them in one month. */
export interface CohortSums {
  /** `2026-03`, by the coalition's clock and zone. */
  readonly issuedIn: string
  /** The month of the spending; null: the row says what was issued. */
  readonly spentIn: string | null
  /** Issued, less what refunds and corrections took back; or spent, less what refunds gave back. */
  readonly points: Points
}

const COHORT_SUMS = `with lots as (
    select l.lot_id, l.amount, to_char(l.issued_at at time zone $2, 'YYYY-MM') as month
    from lot l where l.coalition_id = $1 and l.issued_at >= $3 and ($4::uuid is null or l.issuer_id = $4)
  ), uses as (
    select l.month, u.points, u.kind in ('REDEEM', 'REDEEM_REVERSAL', 'DEBT_RECOVERY') as spent, u.kind,
      to_char(b.posted_at at time zone $2, 'YYYY-MM') as used
    from lots l
    join lot_use u on u.coalition_id = $1 and u.lot_id = l.lot_id
    join batch b on b.coalition_id = $1 and b.batch_no = u.batch_no
    where u.kind <> 'EXPIRE'
  )
  select month as "issuedIn", null as "spentIn", sum(points)::text as points from (
    select month, amount as points from lots
    union all select month, -points from uses where not spent) x group by month
  union all
  select month, used, sum(points)::text from uses where spent group by month, used
  order by 1, 2 nulls first`

/** Cohorts of lots issued since `from`, of one issuer or (null) all, by month of a zone, in one query. */
export async function cohortSums(
  store: Pick<Store, 'pool'>,
  coalitionId: string,
  of: { readonly timeZone: string; readonly from: Date; readonly issuerId: string | null },
): Promise<CohortSums[]> {
  const { rows } = await store.pool.query<{ issuedIn: string; spentIn: string | null; points: string }>(
    withLongTimeout({
      name: 'artel_cohort_sums',
      text: COHORT_SUMS,
      values: [coalitionId, of.timeZone, of.from, of.issuerId],
    }),
  )
  return rows.map((row) => ({ ...row, points: points(BigInt(row.points)) }))
}
