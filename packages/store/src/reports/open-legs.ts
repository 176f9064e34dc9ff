import { type Minor, minor } from '@artel/ledger'
import { withLongTimeout } from '../pool/open-pool.ts'
import type { Store } from '../store.ts'

/** A payment that a member was asked for and has not made in full. */
export interface OpenLeg {
  readonly id: string
  readonly memberId: string
  /** Minor units. */
  readonly outstanding: Minor
  /** ISO date. */
  readonly dueOn: string
}

const OPEN_LEGS = `select g.payment_leg_id as id, g.payer_id as "memberId", g.due_on::text as "dueOn",
    (g.amount_minor - coalesce(sum(y.amount_minor), 0))::text as outstanding
  from payment_leg g
  left join standing_payment y on y.coalition_id = $1 and y.payment_leg_id = g.payment_leg_id
  where g.coalition_id = $1 and g.payer_id <> $1
    and ($2::uuid is null or g.payer_id = $2)
    and (g.receivable_at is null or not exists (select from payment_leg n
      where n.coalition_id = $1 and n.window_no > g.window_no))
  group by g.payment_leg_id, g.payer_id, g.due_on, g.amount_minor
  having g.amount_minor > coalesce(sum(y.amount_minor), 0)
  order by g.due_on, g.payment_leg_id`

/** Open payments of all members, or of one. A payment that a later plan asks for again is that plan's. */
export async function openLegs(
  store: Pick<Store, 'pool'>,
  coalitionId: string,
  memberId: string | null,
): Promise<OpenLeg[]> {
  const { rows } = await store.pool.query<Record<keyof OpenLeg, string>>(
    withLongTimeout({ name: 'artel_open_legs', text: OPEN_LEGS, values: [coalitionId, memberId] }),
  )
  return rows.map((row) => ({ ...row, outstanding: minor(BigInt(row.outstanding)) }))
}
