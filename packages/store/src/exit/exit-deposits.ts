import { type Micros, micros } from '@artel/ledger'
import type pg from 'pg'
import { IS_OUTSTANDING } from '../voucher/outstanding-vouchers.ts'

/**
 * $1 coalition. As long as one such point or voucher is out, and not to the point, so that a plan does not change with every sale.
 */
const DEPOSITS = `select x.member_id, sum(g.amount)::text as deposit
  from member_exit x
  join exit_guarantee g on g.coalition_id = $1 and g.exit_id = x.exit_id and g.kind = 'DEPOSIT'
  where x.coalition_id = $1 and x.withdrawn_at is null and (exists (select from lot l where l.coalition_id = $1 and l.issuer_id = x.member_id
      and l.open and l.reserve_price > l.deposit)
    or exists (select from voucher v join coalition c on c.coalition_id = v.coalition_id
      join rule_version r on r.coalition_id = v.coalition_id and r.rule_version_id = v.rule_version_id
      where v.coalition_id = $1 and ${IS_OUTSTANDING}
        and case when r.definition::json->'pays' is null then v.member_id = x.member_id
          else exists (select from json_array_elements(r.definition::json->'pays') p where p->>'payerId' = x.member_id::text) end))
  group by x.member_id`

/** What members that leave have paid in for points and vouchers that may still cost them, by member. */
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
