import { type Micros, micros, type Points, points } from '@artel/ledger'
import { withLongTimeout } from '../pool/open-pool.ts'
import type { Store } from '../store.ts'

/** What still ties a member to its coalition. */
export interface MemberObligations {
  /** Its points that customers hold. */
  readonly outstandingPoints: Points
  /** CLEARING: positive when it owes. */
  readonly clearing: Micros
  readonly openHolds: number
}

/** What a member owes and is owed, by all of its entries. */
export async function memberObligations(
  store: Pick<Store, 'pool'>,
  { coalitionId, memberId }: { readonly coalitionId: string; readonly memberId: string },
): Promise<MemberObligations> {
  const { rows } = await store.pool.query<{ outstanding: string; clearing: string; holds: string }>(
    withLongTimeout({
      name: 'artel_member_obligations',
      text: `select
      (select coalesce(sum(remaining), 0)::text from lot
        where coalition_id = $1 and issuer_id = $2 and open) as outstanding,
      ((select coalesce(sum(amount), 0) from transfer
          where coalition_id = $1 and debit_kind = 'CLEARING' and debit_owner_id = $2)
        - (select coalesce(sum(amount), 0) from transfer
          where coalition_id = $1 and credit_kind = 'CLEARING' and credit_owner_id = $2))::text as clearing,
      (select count(*)::text from hold
        where coalition_id = $1 and member_id = $2 and status = 'OPEN') as holds`,
      values: [coalitionId, memberId],
    }),
  )
  return {
    outstandingPoints: points(BigInt(rows[0]?.outstanding ?? '0')),
    clearing: micros(BigInt(rows[0]?.clearing ?? '0')),
    openHolds: Number(rows[0]?.holds ?? '0'),
  }
}
