import { type Micros, micros, type Points, points } from '@artel/ledger'
import { plainArray } from '../lanes/array-literal.ts'
import { patiently } from '../pool.ts'
import type { Store } from '../store.ts'

/** A member's live position, from all its transfers. */
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

const CLEARING_SUMS = `select m.member_id as "memberId",
    clock_timestamp() + make_interval(secs => c.clock_offset_seconds) as "asOf",
    coalesce(d.clearing, 0)::text as owes, coalesce(k.clearing, 0)::text as "isOwed",
    (coalesce(d.issued, 0) - coalesce(k.issued, 0))::text as "pointsIssued",
    (coalesce(k.redeemed, 0) - coalesce(d.redeemed, 0))::text as "pointsRedeemed"
  from coalition c
  join member m on m.coalition_id = c.coalition_id and m.member_id = any($2::uuid[])
  left join lateral (select sum(t.amount) filter (where t.debit_kind = 'CLEARING') as clearing,
      sum(t.amount) filter (where t.debit_kind = 'ISSUED') as issued,
      sum(t.amount) filter (where t.debit_kind = 'REDEEMED') as redeemed
    from transfer t where t.coalition_id = $1 and t.debit_owner_id = m.member_id
      and t.debit_kind in ('CLEARING', 'ISSUED', 'REDEEMED', 'RESERVE')) d on true
  left join lateral (select sum(t.amount) filter (where t.credit_kind = 'CLEARING') as clearing,
      sum(t.amount) filter (where t.credit_kind = 'ISSUED') as issued,
      sum(t.amount) filter (where t.credit_kind = 'REDEEMED') as redeemed
    from transfer t where t.coalition_id = $1 and t.credit_owner_id = m.member_id
      and t.credit_kind in ('CLEARING', 'ISSUED', 'REDEEMED', 'RESERVE')) k on true
  where c.coalition_id = $1`

/** Positions of many members in one query, by member id; unknown members are absent. */
export async function clearingSums(
  store: Pick<Store, 'pool'>,
  coalitionId: string,
  memberIds: readonly string[],
): Promise<ReadonlyMap<string, ClearingSums>> {
  const { rows } = await store.pool.query<Record<string, string> & { memberId: string; asOf: Date }>(
    patiently({
      name: 'artel_clearing_sums',
      text: CLEARING_SUMS,
      values: [coalitionId, plainArray(memberIds)],
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
