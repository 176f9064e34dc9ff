import { type Micros, micros } from '@artel/ledger'
import type pg from 'pg'

/**
 * $1 coalition. As long as one such point is out, and not to the point, so that a plan does not change with every sale.
 */
const DEPOSITS = `select x.member_id, sum(g.amount)::text as deposit
  from member_exit x
  join exit_guarantee g on g.coalition_id = $1 and g.exit_id = x.exit_id and g.kind = 'DEPOSIT'
  where x.coalition_id = $1 and x.withdrawn_at is null and exists (select from lot l where l.coalition_id = $1 and l.issuer_id = x.member_id
    and l.open and l.reserve_price > l.deposit)
  group by x.member_id`

/** What members that leave have paid in for points that may still cost them, by member. */
export async function exitDeposits(
  client: pg.ClientBase,
  coalitionId: string,
): Promise<ReadonlyMap<string, Micros>> {
  const { rows } = await client.query<{ member_id: string; deposit: string }>({
    name: 'artel_kept_deposits',
    text: DEPOSITS,
    values: [coalitionId],
  })
  return new Map(rows.map((row) => [row.member_id, micros(BigInt(row.deposit))]))
}
