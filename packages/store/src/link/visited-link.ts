import type { Store } from '../store.ts'

/** A link as somebody visits it. */
export interface VisitedLink {
  readonly coalitionId: string
  readonly id: string
  readonly status: string
  readonly targetUrl: string | null
  /** JSON; null: none. */
  readonly utm: string | null
  /** What the member allows links to lead to. */
  readonly pages: readonly string[]
  /** How far the coalition's clock is moved. */
  readonly clockOffsetSeconds: number
}

/**
 * The link of a code, by the readings of it, the likeliest first. Where several coalitions have the code, that of the one named
 * by its handle; without a handle the oldest, whose posters hang longest. Links to a member that has left are not there.
 */
export async function visitedLink(
  store: Pick<Store, 'pool'>,
  { readings, coalition }: { readonly readings: readonly string[]; readonly coalition: string | null },
): Promise<VisitedLink | undefined> {
  const { rows } = await store.pool.query<VisitedLink>({
    name: 'artel_visited_link',
    text: `select l.coalition_id as "coalitionId", l.link_id as id, l.status, l.target_url as "targetUrl", l.utm,
        m.link_pages as pages, c.clock_offset_seconds::float8 as "clockOffsetSeconds"
      from unnest($1::text[]) with ordinality r(folded, n)
      join link l on l.folded_code = r.folded
      join member m on m.coalition_id = l.coalition_id and m.member_id = l.member_id and m.status <> 'CLOSED'
      join coalition c on c.coalition_id = l.coalition_id and ($2::text is null or c.handle = $2)
      order by r.n, l.created_at, l.link_id limit 1`,
    values: [readings, coalition],
  })
  return rows[0]
}
