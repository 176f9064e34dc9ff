import type { Store } from '../store.ts'

/** Members whose first sale was in one month and who sold in another. */
export interface PartnerMonth {
  /** `2026-03`. */
  readonly began: string
  readonly month: string
  readonly members: bigint
}

/** Cohorts of members that began to sell in the given month or later, by the months in which they sold. */
export async function partnerMonths(
  store: Pick<Store, 'pool'>,
  coalitionId: string,
  fromMonth: string,
): Promise<PartnerMonth[]> {
  const { rows } = await store.pool.query<{ began: string; month: string; members: string }>({
    name: 'artel_partner_months',
    text: `with sold as (select m.member_id, x.month from member m
        cross join lateral (select distinct f.day as month from figure_customers f
          where f.coalition_id = m.coalition_id and f.kind = 'COHORT' and f.scope_id = m.member_id and f.customers > 0) x
        where m.coalition_id = $1),
      began as (select s.month, min(s.month) over (partition by s.member_id) as began from sold s)
      select to_char(began, 'YYYY-MM') as began, to_char(month, 'YYYY-MM') as month, count(*)::text as members
      from began where began >= ($2 || '-01')::date
      group by 1, 2 order by 1, 2`,
    values: [coalitionId, fromMonth],
  })
  return rows.map(({ members, ...row }) => ({ ...row, members: BigInt(members) }))
}
