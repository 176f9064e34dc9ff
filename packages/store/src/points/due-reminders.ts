import { type Points, points } from '@artel/ledger'
import { withLongTimeout } from '../pool/open-pool.ts'
import { ACTIVITY_KINDS } from '../reads/activity-kinds.ts'
import type { Store } from '../store.ts'

/** Points of a customer that end in one week, and have not been announced at this horizon. */
export interface DueReminder {
  readonly customerId: string
  /** Monday of the week in which the points expire, yyyy-mm-dd. */
  readonly week: string
  readonly points: Points
  readonly expiresFrom: Date
  readonly expiresUntil: Date
  /** Some of them end because the customer neither earns nor spends: doing so saves those. */
  readonly byInactivity: boolean
}

/** Which points are looked for. */
export interface ReminderRange {
  readonly coalitionId: string
  readonly horizonDays: number
  /** Points this near, days, are the next horizon's. */
  readonly beyondDays: number
  /** Whether points may end otherwise than on a date of their own. */
  readonly byInactivity: boolean
  /** Most reminders. */
  readonly limit: number
}

/** Lots that end on a date of their own, which an index finds. */
const DATED_LOTS = `select l.customer_id, l.remaining - l.reserved as points, l.expires_at as ends_at,
      false as by_inactivity
    from lot l where l.coalition_id = $1 and l.open and l.remaining > l.reserved`

/**
 * Where terms end points by inactivity, or the coalition winds down: when each lot ends as things stand, if its customer
 * neither earns nor spends.
 */
const ENDING_LOTS = `select l.customer_id, l.remaining - l.reserved as points,
      least(l.expires_at, silent.ends_at, c.wind_down_ends_at) as ends_at,
      silent.ends_at is not null and silent.ends_at <= least(l.expires_at, silent.ends_at, c.wind_down_ends_at)
        as by_inactivity
    from lot l
    join terms t on t.coalition_id = $1 and t.terms_id = l.terms_id
    left join lateral (select max(e.posted_at) as at from entry e where e.coalition_id = $1
      and e.customer_id = l.customer_id and e.kind in ${ACTIVITY_KINDS}) act on t.expiry_kind = 'INACTIVITY'
    left join lateral (select (greatest(l.activates_at, act.at) at time zone c.time_zone
      + make_interval(months => t.expiry_months)) at time zone c.time_zone as ends_at) silent
      on t.expiry_kind = 'INACTIVITY'
    where l.coalition_id = $1 and l.open and l.remaining > l.reserved`

const dueAmong = (
  lots: string,
) => `select clock.now, due.customer_id, due.week::text as week, due.points, due.expires_from, due.expires_until,
    due.by_inactivity
  from coalition c
  cross join lateral (select coalition_clock(c.clock_offset_seconds) as now) clock
  left join lateral (
    select l.customer_id, date_trunc('week', l.ends_at at time zone c.time_zone)::date as week,
      sum(l.points) as points, min(l.ends_at) as expires_from, max(l.ends_at) as expires_until,
      bool_or(l.by_inactivity) as by_inactivity
    from (${lots}) l
    join customer u on u.coalition_id = $1 and u.customer_id = l.customer_id and u.status = 'ACTIVE'
    where l.ends_at > clock.now and l.ends_at <= clock.now + make_interval(days => $2::int + 7)
    group by l.customer_id, week
    having min(l.ends_at) <= clock.now + make_interval(days => $2::int)
      and min(l.ends_at) > clock.now + make_interval(days => $3::int)
      and not exists (select from expiry_reminder r where r.coalition_id = $1 and r.customer_id = l.customer_id
        and r.horizon_days = $2 and r.week = date_trunc('week', min(l.ends_at) at time zone c.time_zone)::date)
    order by expires_from, l.customer_id
    limit $4) due on true
  where c.coalition_id = $1`

const DUE_BY_DATE = { name: 'artel_due_reminders', text: dueAmong(DATED_LOTS) }
const DUE_BY_ANY = { name: 'artel_due_reminders_of_any', text: dueAmong(ENDING_LOTS) }

/** One row without a customer when nothing is due, for the clock; none when there is no such coalition. */
type DueRow = { readonly now: Date } & (
  | { readonly customer_id: null }
  | {
      readonly customer_id: string
      readonly week: string
      readonly points: string
      readonly expires_from: Date
      readonly expires_until: Date
      readonly by_inactivity: boolean
    }
)

/**
 * Reminders that are due, those of the points that end first leading, and the coalition's clock by which they are; the
 * clock is undefined when there is no such coalition.
 */
export async function dueReminders(
  store: Pick<Store, 'pool'>,
  { coalitionId, horizonDays, beyondDays, byInactivity, limit }: ReminderRange,
): Promise<{ readonly now: Date | undefined; readonly reminders: readonly DueReminder[] }> {
  const { rows } = await store.pool.query<DueRow>(
    withLongTimeout({
      ...(byInactivity ? DUE_BY_ANY : DUE_BY_DATE),
      values: [coalitionId, horizonDays, beyondDays, limit],
    }),
  )
  const reminders = rows.flatMap((row) =>
    row.customer_id === null
      ? []
      : [
          {
            customerId: row.customer_id,
            week: row.week,
            points: points(BigInt(row.points)),
            expiresFrom: row.expires_from,
            expiresUntil: row.expires_until,
            byInactivity: row.by_inactivity,
          },
        ],
  )
  return { now: rows[0]?.now, reminders }
}
