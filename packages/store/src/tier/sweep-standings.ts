import type pg from 'pg'
import { TODAY } from '../rule/rule-standing.ts'

/**
 * Deletes up to `limit` standings whose review day has come, oldest first; how many. Nobody has held them since that day began, so
 * that whoever deletes them, and when, changes nothing. Rows that another worker is at are left to it.
 */
export async function sweepStandings(
  store: { readonly pool: pg.Pool },
  coalitionId: string,
  { limit }: { readonly limit: number },
): Promise<number> {
  const { rowCount } = await store.pool.query({
    name: 'artel_sweep_tier_standings',
    text: `delete from tier_standing d using (
        select s.coalition_id, s.ladder_id, s.customer_id, s.position
        from coalition c
        join tier_ladder l on l.coalition_id = c.coalition_id
        join tier_standing s on s.coalition_id = l.coalition_id and s.ladder_id = l.ladder_id
          and s.proven_day <= ${TODAY} - l.window_days - l.grace_days
        where c.coalition_id = $1
        order by s.proven_day limit $2 for update of s skip locked) x
      where d.coalition_id = $1 and d.ladder_id = x.ladder_id and d.customer_id = x.customer_id and d.position = x.position`,
    values: [coalitionId, limit],
  })
  return rowCount ?? 0
}
