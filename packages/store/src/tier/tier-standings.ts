import type pg from 'pg'
import { TODAY } from '../rule/rule-standing.ts'
import { uuidArray } from '../wire/binary-array.ts'

/** Where a customer stands on a ladder today. */
export interface StandingOnLadder {
  readonly customerId: string
  readonly ladderId: string
  /** Of the highest tier that it holds; null: of none. */
  readonly position: number | null
  /** Local days, ISO; null without a tier. */
  readonly sinceDay: string | null
  readonly provenDay: string | null
  /** What the customer did in the window that ends today, in the ladder's measure. */
  readonly value: bigint
}

/** Where customers stand on each open ladder of their coalition, in one query. */
export async function tierStandings(
  store: { readonly pool: pg.Pool },
  coalitionId: string,
  customerIds: readonly string[],
): Promise<readonly StandingOnLadder[]> {
  const { rows } = await store.pool.query<Omit<StandingOnLadder, 'value'> & { readonly value: string }>({
    name: 'artel_tier_standings',
    text: `select who.id as "customerId", l.ladder_id as "ladderId", held.position, held.since_day::text as "sinceDay",
        held.proven_day::text as "provenDay",
        tier_value($1, l.ladder_id, who.id, today.day - l.window_days + 1)::text as value
      from coalition c
      cross join lateral (select ${TODAY} as day) today
      cross join unnest($2::uuid[]) who(id)
      join tier_ladder l on l.coalition_id = $1 and l.ended_at is null
      left join lateral (select s.position, s.since_day, s.proven_day from tier_standing s
        where s.coalition_id = $1 and s.ladder_id = l.ladder_id and s.customer_id = who.id
          and s.proven_day + l.window_days + l.grace_days > today.day
        order by s.position desc limit 1) held on true
      where c.coalition_id = $1
      order by l.ladder_id`,
    values: [coalitionId, uuidArray(customerIds, (id) => id)],
  })
  return rows.map((row) => ({ ...row, value: BigInt(row.value) }))
}
