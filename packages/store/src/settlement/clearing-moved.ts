import { type Micros, micros } from '@artel/ledger'
import { withLongTimeout } from '../pool/open-pool.ts'
import type { BatchRange } from '../reads/batch-ranges.ts'
import type { Store } from '../store.ts'

/** What each member's CLEARING and each affiliate's PAYABLE moved by in some batches, debits less credits; who did not move is absent. */
export async function clearingMoved(
  store: Pick<Store, 'pool'>,
  coalitionId: string,
  { after, through }: BatchRange,
): Promise<ReadonlyMap<string, Micros>> {
  const { rows } = await store.pool.query<{ member_id: string; moved: string }>(
    withLongTimeout({
      name: 'artel_clearing_moved',
      text: `select m.member_id, x.moved::text
        from (select member_id, 'CLEARING' as kind from member where coalition_id = $1
          union all select affiliate_id, 'PAYABLE' from affiliate where coalition_id = $1) m
        cross join lateral (select sum(v.debit - v.credit) as moved from account_movement v
          where v.coalition_id = $1 and v.kind = m.kind and v.owner_id = m.member_id
            and v.batch_no > $2 and v.batch_no <= $3) x
        where x.moved is not null`,
      values: [coalitionId, after.toString(), through.toString()],
    }),
  )
  return new Map(rows.map((row) => [row.member_id, micros(BigInt(row.moved))]))
}
