import type { Store } from '../store.ts'
import type { FigureAsked } from './read-figure-rows.ts'

/**
 * Customers whose absence grew to `absentDays` within the period: they came on a day that lies so many days before one of it, and
 * not again until then. Each absence counts, so that one who came back and left again is lost twice. Days that are still to come
 * count for nothing: who came of late may yet come.
 */
export async function lostCustomers(
  store: Pick<Store, 'pool'>,
  coalitionId: string,
  asked: FigureAsked & { readonly absentDays: number },
): Promise<bigint> {
  const { rows } = await store.pool.query<{ lost: string }>({
    name: 'artel_lost_customers',
    text: `with until as (select least($4::date,
          (coalition_clock(c.clock_offset_seconds) at time zone c.time_zone)::date) as day
        from coalition c where c.coalition_id = $1)
      select (coalesce((select sum(f.customers) from figure_customers f
          where f.coalition_id = $1 and f.kind = 'RETURN' and f.scope_id = $2
            and f.day between $3::date - $5::int and u.day - $5::int), 0)
        - coalesce((select sum(f.customers) from figure_customers f
          where f.coalition_id = $1 and f.kind = 'RETURN' and f.scope_id = $2
            and f.since_day between $3::date - $5::int and u.day - $5::int and f.day <= f.since_day + $5::int), 0))::text
        as lost
      from until u`,
    values: [coalitionId, asked.scopeId, asked.from, asked.to, asked.absentDays],
  })
  return BigInt(rows[0]?.lost ?? '0')
}

/** Customers whose first purchase was in one month and who bought in another. */
export interface CohortMonth {
  /** `2026-03`. */
  readonly began: string
  readonly month: string
  readonly customers: bigint
}

/** Cohorts of a scope that began in the given months or later, by the months in which they bought. */
export async function cohortMonths(
  store: Pick<Store, 'pool'>,
  coalitionId: string,
  asked: { readonly scopeId: string; readonly fromMonth: string },
): Promise<CohortMonth[]> {
  const { rows } = await store.pool.query<{ began: string; month: string; customers: string }>({
    name: 'artel_cohort_months',
    text: `select to_char(f.since_day, 'YYYY-MM') as began, to_char(f.day, 'YYYY-MM') as month, f.customers::text
      from figure_customers f
      where f.coalition_id = $1 and f.kind = 'COHORT' and f.scope_id = $2 and f.since_day >= ($3 || '-01')::date
        and f.customers > 0
      order by 1, 2`,
    values: [coalitionId, asked.scopeId, asked.fromMonth],
  })
  return rows.map(({ customers, ...row }) => ({ ...row, customers: BigInt(customers) }))
}

/** Customers who began at one member and came first to another. */
export interface BroughtCustomers {
  readonly fromId: string
  readonly toId: string
  readonly customers: bigint
}

/** First visits of a period at members other than the one where the customer began; of one member (either side) or all. */
export async function broughtCustomers(
  store: Pick<Store, 'pool'>,
  coalitionId: string,
  asked: { readonly memberId: string | null; readonly from: string; readonly to: string },
): Promise<BroughtCustomers[]> {
  const { rows } = await store.pool.query<{ fromId: string; toId: string; customers: string }>({
    name: 'artel_brought_customers',
    text: `select x.from_id as "fromId", m.member_id as "toId", x.customers::text from member m
      cross join lateral (select f.from_id, sum(f.customers) as customers from figure_customers f
        where f.coalition_id = m.coalition_id and f.kind = 'BROUGHT' and f.scope_id = m.member_id
          and f.day between $2::date and $3::date and ($4::uuid is null or $4 in (f.from_id, f.scope_id))
        group by f.from_id) x
      where m.coalition_id = $1 and x.customers > 0
      order by x.customers desc, x.from_id, m.member_id`,
    values: [coalitionId, asked.from, asked.to, asked.memberId],
  })
  return rows.map(({ customers, ...row }) => ({ ...row, customers: BigInt(customers) }))
}
