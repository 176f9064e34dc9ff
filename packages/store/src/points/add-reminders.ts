import type { Store } from '../store.ts'

/** A reminder with the event that announces it. */
export interface NewReminder {
  readonly customerId: string
  /** Monday of the week in which the points expire, yyyy-mm-dd. */
  readonly week: string
  readonly eventId: string
  /** Of the event: anything that survives JSON. */
  readonly payload: unknown
}

/** Row and event in one statement: of two workers that write the same reminder one writes neither. */
const ADD_REMINDERS = `with given as (
    select * from unnest($3::uuid[], $4::date[], $5::uuid[], $6::jsonb[]) g(customer_id, week, event_id, payload)
  ), fresh as (
    insert into expiry_reminder (coalition_id, customer_id, horizon_days, week, event_id, reminded_at)
    select $1, g.customer_id, $2, g.week, g.event_id, $7 from given g order by g.customer_id, g.week
    on conflict do nothing
    returning event_id
  )
  insert into outbox (coalition_id, event_id, kind, subject_id, payload, created_at)
  select $1, g.event_id, 'points.expiring', g.customer_id, g.payload, $7
  from given g join fresh on fresh.event_id = g.event_id`

/**
 * Writes reminders with their events `points.expiring`, once a customer, week and horizon; how many were new. Safe beside
 * others that write the same.
 */
export async function addReminders(
  store: Pick<Store, 'pool'>,
  {
    coalitionId,
    horizonDays,
    now,
    reminders,
  }: {
    readonly coalitionId: string
    readonly horizonDays: number
    readonly now: Date
    readonly reminders: readonly NewReminder[]
  },
): Promise<number> {
  const { rowCount } = await store.pool.query({
    name: 'artel_write_reminders',
    text: ADD_REMINDERS,
    values: [
      coalitionId,
      horizonDays,
      reminders.map(({ customerId }) => customerId),
      reminders.map(({ week }) => week),
      reminders.map(({ eventId }) => eventId),
      reminders.map(({ payload }) => JSON.stringify(payload)),
      now,
    ],
  })
  return rowCount ?? 0
}
