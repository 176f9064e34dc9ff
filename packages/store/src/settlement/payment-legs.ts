import { type Minor, minor } from '@artel/ledger'
import type pg from 'pg'

/** A payment that an approved plan asks for, before it is written. */
export interface NewPaymentLeg {
  readonly id: string
  readonly legNo: number
  readonly payerId: string
  readonly payeeId: string
  readonly amount: Minor
  readonly reference: string
  /** SHA-256 of the payee's bank details as they are approved, hex; empty where there are none. */
  readonly payeeDetailsHash: string
}

/** Writes all payments of a plan in one statement. `dueOn` is an ISO date. */
export async function addPaymentLegs(
  client: pg.ClientBase,
  plan: {
    readonly coalitionId: string
    readonly planId: string
    readonly windowNo: number
    readonly dueOn: string
  },
  legs: readonly NewPaymentLeg[],
): Promise<void> {
  await client.query(
    `insert into payment_leg (coalition_id, payment_leg_id, plan_id, window_no, leg_no, payer_id, payee_id,
      amount_minor, reference, due_on, payee_details_hash)
    select $1, x.id, $2, $3, x.no, x.payer, x.payee, x.amount, x.reference, $4, x.details
    from unnest($5::uuid[], $6::int[], $7::uuid[], $8::uuid[], $9::numeric[], $10::text[], $11::text[])
      x(id, no, payer, payee, amount, reference, details)`,
    [
      ...[plan.coalitionId, plan.planId, plan.windowNo, plan.dueOn],
      legs.map(({ id }) => id),
      legs.map(({ legNo }) => legNo),
      legs.map(({ payerId }) => payerId),
      legs.map(({ payeeId }) => payeeId),
      legs.map(({ amount }) => amount.toString()),
      legs.map(({ reference }) => reference),
      legs.map(({ payeeDetailsHash }) => payeeDetailsHash),
    ],
  )
}

/** A payment of a window with what was paid of it. */
export interface WindowLeg {
  readonly id: string
  readonly amount: Minor
  readonly paid: Minor
  readonly receivableAt: Date | null
  /** Its day is over, by the calendar of the coalition's town. */
  readonly isMissed: boolean
}

/** Payments of a window as they stand at an instant. */
export async function legsOfWindow(
  client: pg.ClientBase,
  asked: { readonly coalitionId: string; readonly windowNo: number; readonly now: Date },
): Promise<readonly WindowLeg[]> {
  const { rows } = await client.query<{
    id: string
    amount: string
    paid: string
    receivable_at: Date | null
    missed: boolean
  }>(
    `select g.payment_leg_id as id, g.amount_minor::text as amount, coalesce(sum(y.amount_minor), 0)::text as paid,
      g.receivable_at, g.due_on < ($3::timestamptz at time zone c.time_zone)::date as missed
    from coalition c
    join payment_leg g on g.coalition_id = $1 and g.window_no = $2
    left join standing_payment y on y.coalition_id = $1 and y.payment_leg_id = g.payment_leg_id
    where c.coalition_id = $1
    group by g.payment_leg_id, g.amount_minor, g.receivable_at, g.due_on, c.time_zone`,
    [asked.coalitionId, asked.windowNo, asked.now],
  )
  return rows.map((row) => ({
    id: row.id,
    amount: minor(BigInt(row.amount)),
    paid: minor(BigInt(row.paid)),
    receivableAt: row.receivable_at,
    isMissed: row.missed,
  }))
}

/** Says of payments that what is missing of them stays owed; those of which it was said keep their instant. */
export async function markReceivable(
  client: pg.ClientBase,
  coalitionId: string,
  { legIds, at }: { readonly legIds: readonly string[]; readonly at: Date },
): Promise<void> {
  await client.query(
    'update payment_leg set receivable_at = $3 where coalition_id = $1 and payment_leg_id = any($2::uuid[]) and receivable_at is null',
    [coalitionId, legIds, at],
  )
}

/** Who pays whom by a leg, and since when it is a receivable; undefined when there is no such leg. */
export async function paymentLegParties(
  client: pg.ClientBase,
  { coalitionId, legId }: { readonly coalitionId: string; readonly legId: string },
): Promise<
  | {
      readonly payerId: string
      readonly payeeId: string
      /** The payee, where it is an affiliate. */
      readonly affiliateId: string | null
      readonly receivableAt: Date | null
    }
  | undefined
> {
  const { rows } = await client.query<{
    payer_id: string
    payee_id: string
    affiliate_id: string | null
    receivable_at: Date | null
  }>(
    `select g.payer_id, g.payee_id, a.affiliate_id, g.receivable_at from payment_leg g
    left join affiliate a on a.coalition_id = $1 and a.affiliate_id = g.payee_id
    where g.coalition_id = $1 and g.payment_leg_id = $2`,
    [coalitionId, legId],
  )
  const [leg] = rows
  return (
    leg && {
      payerId: leg.payer_id,
      payeeId: leg.payee_id,
      affiliateId: leg.affiliate_id,
      receivableAt: leg.receivable_at,
    }
  )
}
