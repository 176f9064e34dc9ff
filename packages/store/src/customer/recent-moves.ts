import { points, RECENT_MOVE_KINDS, type RecentMove, recentMove } from '@artel/ledger'
import type pg from 'pg'

/** How far back is looked: the longest day, that on which clocks are set back, and more than any hour. */
const LOOK_BACK = `interval '25 hours'`

/** Newest first: kind, instant, changes of posted and reserved points, document, member. */
type MoveJson = readonly [
  kind: (typeof RECENT_MOVE_KINDS)[number],
  postedAt: string,
  pointsDelta: string,
  reservedDelta: string,
  documentId: string | null,
  memberId: string | null,
]

export interface RecentJson {
  readonly customerId: string
  readonly moves: readonly MoveJson[] | null
}

/**
 * A select of JSON: what each of the customers in the array did of late. It walks back from the account's sequence, an index
 * look-up each entry group, and stops at the first that is too old: no index by time has to be kept for it, and a customer of
 * many years costs what the last day costs. $1 is the coalition; `now` an expression of its clock.
 */
export const recentMovesSql = (customers: string, now: string): string => `(
  select json_agg(json_build_object('customerId', x.id, 'moves', (
    with recursive back as (
      select a.sequence from customer_account a where a.coalition_id = $1 and a.customer_id = x.id
      union all
      select back.sequence - 1 from back
      where exists (select from entry e where e.coalition_id = $1 and e.customer_id = x.id
        and e.customer_sequence = back.sequence and e.position = 0 and e.posted_at > ${now} - ${LOOK_BACK})
    )
    select json_agg(json_build_array(e.kind, e.posted_at, e.points_delta::text, e.reserved_delta::text, e.document_id,
      e.member_id) order by e.customer_sequence, e.position)
    from back
    join entry e on e.coalition_id = $1 and e.customer_id = x.id and e.customer_sequence = back.sequence
    where e.kind in (${RECENT_MOVE_KINDS.map((kind) => `'${kind}'`).join(', ')})
  )))
  from unnest(${customers}) x(id))`

/** Rows of `recentMovesSql` by customer. */
export function parseRecent(rows: readonly RecentJson[]): Map<string, readonly RecentMove[]> {
  return new Map(rows.map(({ customerId, moves }) => [customerId, (moves ?? []).flatMap(parseMove)]))
}

function parseMove(json: MoveJson): RecentMove[] {
  const [kind, postedAt, pointsDelta, reservedDelta, documentId, memberId] = json
  const entry = {
    ...{ kind, documentId, memberId },
    pointsDelta: points(BigInt(pointsDelta)),
    reservedDelta: points(BigInt(reservedDelta)),
  }
  const move = recentMove(entry, new Date(postedAt))
  return move ? [move] : []
}

/** What a customer did of late, as a decision would see it now. */
export async function recentMovesOf(
  { pool }: { readonly pool: pg.Pool },
  { coalitionId, customerId }: { readonly coalitionId: string; readonly customerId: string },
): Promise<readonly RecentMove[]> {
  const { rows } = await pool.query<{ recent: RecentJson[] | null }>({
    name: 'artel_recent_moves',
    text: `select ${recentMovesSql('array[$2::uuid]', 'clock.now')} as recent
      from coalition c
      cross join lateral (select coalition_clock(c.clock_offset_seconds) as now offset 0) clock
      where c.coalition_id = $1`,
    values: [coalitionId, customerId],
  })
  return parseRecent(rows[0]?.recent ?? []).get(customerId) ?? []
}
