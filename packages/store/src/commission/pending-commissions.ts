import { MICROS_PER_MINOR, type Micros, micros } from '@artel/ledger'
import type { Store } from '../store.ts'

/**
 * What a member's pending commissions come to: it will owe that once they are approved. What a ladder has one payee give back covers
 * nothing of what is due to another. Micros.
 */
export async function pendingCommissions(
  store: Pick<Store, 'pool'>,
  { coalitionId, memberId }: { readonly coalitionId: string; readonly memberId: string },
): Promise<Micros> {
  const { rows } = await store.pool.query<{ due: string }>({
    name: 'artel_pending_commissions',
    text: `select coalesce(sum(greatest(x.due, 0)), 0)::text as due
      from (select sum(amount_minor) as due from commission
        where coalition_id = $1 and payer_id = $2 and status = 'PENDING' group by payee_id) x`,
    values: [coalitionId, memberId],
  })
  return micros(BigInt(rows[0]?.due ?? '0') * MICROS_PER_MINOR)
}
