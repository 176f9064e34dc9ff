import type pg from 'pg'
import { withLongTimeout } from '../pool/open-pool.ts'
import { bucketSql } from './bucket-sql.ts'

/** What is measured of whom, between instants of which the later ones are not included. */
export interface PilotMeasure {
  readonly coalitionId: string
  readonly pilotId: string
  readonly controlBps: number
  /** Whose purchases count; null: those of all members. */
  readonly memberId: string | null
  /** Customers are those that bought here. */
  readonly base: { readonly from: Date; readonly to: Date }
  /** What they did is what they bought here, less what was refunded of it by now. */
  readonly period: { readonly from: Date; readonly to: Date }
}

/** What the customers of one group did, added up. */
export interface PilotGroupSums {
  readonly customers: bigint
  /** Net spend of all of them, minor units. */
  readonly spent: bigint
  /** Of each one's net spend the square, added up. */
  readonly squares: bigint
  /** Those of which something was left of what they bought. */
  readonly returned: bigint
}

interface GroupRow {
  readonly isControl: boolean
  readonly customers: string
  readonly spent: string
  readonly squares: string
  readonly returned: string
}

/**
 * What the customers of both groups did in the period of a pilot. Customers are settled before it: who bought in its base, and
 * stands alone, not merged into another nor another into them. Net spend is what their purchases of the period cost after
 * discounts, points paid included, less refunds.
 */
export async function measurePilot(
  store: { readonly pool: pg.Pool },
  { coalitionId, pilotId, controlBps, memberId, base, period }: PilotMeasure,
): Promise<Readonly<Record<'TREATMENT' | 'CONTROL', PilotGroupSums>>> {
  const { rows } = await store.pool.query<GroupRow>(
    withLongTimeout({
      name: 'artel_measure_pilot',
      text: `with members as materialized (
          select m.member_id from member m where m.coalition_id = $1 and ($4::uuid is null or m.member_id = $4)),
        measured as materialized (
          select distinct p.customer_id
          from members m join purchase p on p.coalition_id = $1 and p.member_id = m.member_id
          join customer c on c.coalition_id = $1 and c.customer_id = p.customer_id and c.merged_into_id is null
          where p.occurred_at >= $5 and p.occurred_at < $6 and not exists (
            select from customer into_it where into_it.coalition_id = $1 and into_it.merged_into_id = p.customer_id)),
        did as materialized (
          select p.customer_id, sum(p.total_minor - p.discount_minor - coalesce(r.amount, 0)) as spent
          from members m join purchase p on p.coalition_id = $1 and p.member_id = m.member_id
          -- Summed once and joined: a look-up a purchase takes longer than a statement may.
          left join (select purchase_id, sum(amount_minor) as amount from refund where coalition_id = $1
            group by purchase_id) r on r.purchase_id = p.purchase_id
          where p.occurred_at >= $7 and p.occurred_at < $8
          group by p.customer_id)
        select bucket < $3 as "isControl", count(*)::text as customers, coalesce(sum(spent), 0)::text as spent,
          coalesce(sum(spent * spent), 0)::text as squares, count(*) filter (where spent > 0)::text as returned
        from (select ${bucketSql('$2::uuid', 'measured.customer_id')} as bucket, coalesce(did.spent, 0) as spent
          from measured left join did on did.customer_id = measured.customer_id) one
        group by 1`,
      values: [coalitionId, pilotId, controlBps, memberId, base.from, base.to, period.from, period.to],
    }),
  )
  const groupOf = (isControl: boolean) => sumsOf(rows.find((row) => row.isControl === isControl))
  return { TREATMENT: groupOf(false), CONTROL: groupOf(true) }
}

const sumsOf = (row: GroupRow | undefined): PilotGroupSums => ({
  customers: BigInt(row?.customers ?? 0),
  spent: BigInt(row?.spent ?? 0),
  squares: BigInt(row?.squares ?? 0),
  returned: BigInt(row?.returned ?? 0),
})
