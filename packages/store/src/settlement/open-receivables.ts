import { type Minor, minor } from '@artel/ledger'
import type { Store } from '../store.ts'

/** A payment that a member has not made in full. */
export interface OpenReceivable {
  readonly id: string
  readonly outstanding: Minor
  /** ISO date. */
  readonly dueOn: string
}

const RECEIVABLES = `select leg.payment_leg_id as id, leg.due_on::text as due,
    (leg.amount_minor - coalesce(sum(paid.amount_minor), 0))::text as left
  from payment_leg leg
  left join standing_payment paid on paid.coalition_id = $1 and paid.payment_leg_id = leg.payment_leg_id
  where leg.coalition_id = $1 and leg.payer_id = $2
  group by leg.payment_leg_id, leg.due_on, leg.amount_minor
  having leg.amount_minor > coalesce(sum(paid.amount_minor), 0)`

/** What a member was to pay and has not, of all windows. */
export async function openReceivables(
  store: Pick<Store, 'pool'>,
  { coalitionId, memberId }: { readonly coalitionId: string; readonly memberId: string },
): Promise<readonly OpenReceivable[]> {
  const { rows } = await store.pool.query<{ id: string; due: string; left: string }>({
    name: 'artel_open_receivables',
    text: RECEIVABLES,
    values: [coalitionId, memberId],
  })
  return rows.map(({ id, due, left }) => ({ id, outstanding: minor(BigInt(left)), dueOn: due }))
}
