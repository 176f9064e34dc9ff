import type pg from 'pg'
import { TODAY } from '../rule/rule-standing.ts'

/**
 * Deletes up to `limit` standings whose review day has come, oldest first of each ladder; how many. Nobody has held them since that day began, so
 * that whoever deletes them, and when, changes nothing. Rows that another worker is at are left to it.
 */
export async function sweepStandings(
  store: { readonly pool: pg.Pool },
  coalitionId: string,
  { limit }: { readonly limit: number },
): Promise<number> {
  const { rowCount } = await store.pool.query({
    name: 'artel_sweep_tier_standings',
    // The day is said once: reckoned for each row, no index would be asked.
    text: `with ladder as materialized (
        select l.ladder_id, ${TODAY} - l.window_days - l.grace_days as last
        from coalition c join tier_ladder l on l.coalition_id = c.coalition_id
        where c.coalition_id = $1)
      delete from tier_standing d using (
        select s.ladder_id, s.customer_id, s.position
        from ladder l
        cross join lateral (select s.ladder_id, s.customer_id, s.position from tier_standing s
          where s.coalition_id = $1 and s.ladder_id = l.ladder_id and s.proven_day <= l.last
          order by s.proven_day limit $2 for update skip locked) s
        limit $2) x
      where d.coalition_id = $1 and d.ladder_id = x.ladder_id and d.customer_id = x.customer_id and d.position = x.position`,
    values: [coalitionId, limit],
  })
  return rowCount ?? 0
}
