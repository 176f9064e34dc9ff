import type pg from 'pg'
import { uuidArray } from '../wire/binary-array.ts'

/** How a customer recommends the programme, with those who were merged into it. */
export interface ReferralFigures {
  /** Its own code, or the oldest of one who was merged into it; null: none was made. */
  readonly code: string | null
  /** Customers that it brought. */
  readonly friends: number
  /** Those of them for whom no rule has given it anything yet. */
  readonly waiting: number
  /** What rules gave it for them, but for what was taken back. */
  readonly points: bigint
  /** It was brought by another customer itself. */
  readonly isReferred: boolean
  /** It is not closed. */
  readonly isActive: boolean
  /** Whether the address of its code leads anywhere: to a page of the member that enrolled it. */
  readonly hasPage: boolean
}

/** The figures of some customers, by their ids. */
export async function referralFigures(
  { pool }: { readonly pool: pg.Pool },
  {
    coalitionId,
    customerIds,
    memberId,
  }: {
    readonly coalitionId: string
    readonly customerIds: readonly string[]
    /** Friends who said so there, and what it gave for them; null: of all members. */
    readonly memberId: string | null
  },
): Promise<ReadonlyMap<string, ReferralFigures>> {
  const { rows } = await pool.query<
    Omit<ReferralFigures, 'points'> & { readonly id: string; readonly points: string }
  >({
    name: 'artel_referral_figures',
    text: `select x.id, (select k.code from referral_code k where k.coalition_id = $1 and k.customer_id = any(y.ids)
          order by (k.customer_id = x.id) desc, k.made_at limit 1) as code,
        r.friends, r.waiting, (coalesce(g.given, 0))::text as points,
        exists (select from referral f where f.coalition_id = $1 and f.friend_id = any(y.ids)) as "isReferred",
        z.status = 'ACTIVE' as "isActive", m.status <> 'CLOSED' and cardinality(m.link_pages) > 0 as "hasPage"
      from unnest($2::uuid[]) x(id)
      join customer z on z.coalition_id = $1 and z.customer_id = x.id
      join member m on m.coalition_id = $1 and m.member_id = z.enrolled_by_id
      cross join lateral (select array_agg(c.customer_id) as ids from customer c
        where c.coalition_id = $1 and (c.customer_id = x.id or c.merged_into_id = x.id)) y
      cross join lateral (select count(*)::int as friends, count(*) filter (where not exists (select from occasion o
            join rule_gift g on g.coalition_id = $1 and g.occasion_id = o.occasion_id
            where o.coalition_id = $1 and o.friend_id = r.friend_id and o.kind = 'REFERRER'))::int as waiting
        from referral r where r.coalition_id = $1 and r.referrer_id = any(y.ids)
          and ($3::uuid is null or r.member_id = $3)) r
      left join lateral (select sum(g.points - coalesce(b.points, 0)) as given
        from referral r
        join occasion o on o.coalition_id = $1 and o.friend_id = r.friend_id and o.kind = 'REFERRER'
          and ($3::uuid is null or o.member_id = $3)
        join rule_gift g on g.coalition_id = $1 and g.occasion_id = o.occasion_id
        left join gift_return b on b.coalition_id = $1 and b.gift_id = g.gift_id
        where r.coalition_id = $1 and r.referrer_id = any(y.ids)) g on true`,
    values: [coalitionId, uuidArray(customerIds, (id) => id), memberId],
  })
  return new Map(rows.map(({ id, ...row }) => [id, { ...row, points: BigInt(row.points) }]))
}
