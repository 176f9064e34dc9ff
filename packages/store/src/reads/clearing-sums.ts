import { type Micros, micros, type Points, points } from '@artel/ledger'
import { withLongTimeout } from '../pool/open-pool.ts'
import type { Store } from '../store.ts'
import { uuidArray } from '../wire/binary-array.ts'
import { accountTotals } from './account-totals.ts'

/** A member's live position. */
export interface ClearingSums {
  readonly memberId: string
  /** Debits of CLEARING: what the member has come to owe. */
  readonly owes: Micros
  /** Credits of CLEARING: what it has come to be owed. */
  readonly isOwed: Micros
  /** Net of reversals. */
  readonly pointsIssued: Points
  /** Net of reversals. */
  readonly pointsRedeemed: Points
  readonly asOf: Date
}

const CLEARING_SUMS = `with ${accountTotals('$2', "array['CLEARING', 'ISSUED', 'REDEEMED']")}
  select m.member_id as "memberId",
    coalition_clock(c.clock_offset_seconds) as "asOf",
    sum(t.debit) filter (where t.kind = 'CLEARING')::text as owes,
    sum(t.credit) filter (where t.kind = 'CLEARING')::text as "isOwed",
    sum(t.debit - t.credit) filter (where t.kind = 'ISSUED')::text as "pointsIssued",
    sum(t.credit - t.debit) filter (where t.kind = 'REDEEMED')::text as "pointsRedeemed"
  from coalition c
  join member m on m.coalition_id = c.coalition_id
  join totals t on t.owner_id = m.member_id
  where c.coalition_id = $1
  group by m.member_id, c.coalition_id`

/** Positions of many members in one query, by member id; unknown members are absent. */
export async function clearingSums(
  store: Pick<Store, 'pool'>,
  coalitionId: string,
  memberIds: readonly string[],
): Promise<ReadonlyMap<string, ClearingSums>> {
  const { rows } = await store.pool.query<Record<string, string> & { memberId: string; asOf: Date }>(
    withLongTimeout({
      name: 'artel_clearing_sums',
      text: CLEARING_SUMS,
      values: [coalitionId, uuidArray(memberIds, (id) => id)],
    }),
  )
  const sums = rows.map(
    ({
      memberId,
      asOf,
      owes = '0',
      isOwed = '0',
      pointsIssued = '0',
      pointsRedeemed = '0',
    }): ClearingSums => ({
      memberId,
      asOf,
      owes: micros(BigInt(owes)),
      isOwed: micros(BigInt(isOwed)),
      pointsIssued: points(BigInt(pointsIssued)),
      pointsRedeemed: points(BigInt(pointsRedeemed)),
    }),
  )
  return new Map(sums.map((sum) => [sum.memberId, sum]))
}
