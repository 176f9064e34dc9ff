import { type Minor, minor } from '@artel/ledger'
import type { Store } from '../store.ts'
import { uuidArray } from '../wire/binary-array.ts'

/** A payment that a member has not made in full. */
export interface OpenReceivable {
  readonly id: string
  readonly memberId: string
  readonly outstanding: Minor
  /** ISO date. */
  readonly dueOn: string
}

const RECEIVABLES = `select leg.payment_leg_id as id, leg.payer_id as "memberId", leg.due_on::text as due,
    (leg.amount_minor - coalesce(sum(paid.amount_minor), 0))::text as left
  from payment_leg leg
  left join standing_payment paid on paid.coalition_id = $1 and paid.payment_leg_id = leg.payment_leg_id
  where leg.coalition_id = $1 and leg.payer_id = any($2::uuid[])
  group by leg.payment_leg_id, leg.payer_id, leg.due_on, leg.amount_minor
  having leg.amount_minor > coalesce(sum(paid.amount_minor), 0)`

/** What members were to pay and have not, of all windows. */
export async function openReceivables(
  store: Pick<Store, 'pool'>,
  { coalitionId, memberIds }: { readonly coalitionId: string; readonly memberIds: readonly string[] },
): Promise<readonly OpenReceivable[]> {
  const { rows } = await store.pool.query<{ id: string; memberId: string; due: string; left: string }>({
    name: 'artel_open_receivables',
    text: RECEIVABLES,
    values: [coalitionId, uuidArray(memberIds, (id) => id)],
  })
  return rows.map(({ id, memberId, due, left }) => ({
    id,
    memberId,
    outstanding: minor(BigInt(left)),
    dueOn: due,
  }))
}
