import { ACTIVITY_KINDS, newId, type Store, withLongTimeout } from '@artel/store'
import { requireDueWorkOf } from '../access/authorise.ts'
import type { Context } from '../access/principal.ts'
import { NotFoundError } from '../errors/not-found.ts'
import { checkInteger } from '../input/text.ts'
import { loadAgreement } from '../terms/agreement.ts'
import { endsByInactivity } from './ending-lots.ts'
import { type DueBatchInput, MAX_DUE_BATCH } from './expire-due-lots.ts'

/** How long before they expire points are announced, days; longest first. */
export const REMINDER_HORIZONS_DAYS = [30, 7] as const

export interface RemindedOfExpiry {
  /** Reminders written in this call. */
  readonly reminders: number
  /** Whether more may be due. */
  readonly more: boolean
}

/**
 * Writes `points.expiring` for points that expire soon: one event a customer, week of expiry (Monday to Sunday by the
 * coalition's wall clock) and horizon, at most `limit` of them. Never twice: the reminder's row and its event are written
 * by one statement, and the row's key is all that makes it one reminder. Points that end by inactivity are told of as
 * things stand: `byInactivity` says that earning or spending saves them, and whoever does is told anew when it is silent
 * again. So are those of a coalition that winds down. A customer whose points came to be within a
 * shorter horizon is told of that one alone. The operator's worker calls it; so may an administrator of the coalition.
 */
export async function remindOfExpiry(context: Context, input: DueBatchInput): Promise<RemindedOfExpiry> {
  requireDueWorkOf(context.principal, input.coalitionId)
  const { store } = context
  const { coalitionId } = input
  const limit = checkInteger(['limit'], input.limit, { min: 1, max: MAX_DUE_BATCH })
  const byInactivity = endsByInactivity(await loadAgreement(store, coalitionId))
  let reminders = 0
  let lookedAt: Date | undefined
  for (const [at, horizonDays] of REMINDER_HORIZONS_DAYS.entries()) {
    const beyondDays = REMINDER_HORIZONS_DAYS[at + 1] ?? 0
    const due = await dueReminders(store, { coalitionId, horizonDays, beyondDays, byInactivity, limit })
    if (!due.now) throw new NotFoundError('coalition')
    reminders += await writeReminders(store, { coalitionId, horizonDays, now: due.now, due: due.reminders })
    if (due.reminders.length === limit) return { reminders, more: true }
    lookedAt ??= due.now
  }
  if (lookedAt) await rememberLook(store, coalitionId, lookedAt)
  return { reminders, more: false }
}

interface DueReminder {
  readonly customerId: string
  /** Monday of the week in which the points expire, yyyy-mm-dd. */
  readonly week: string
  readonly points: string
  readonly expiresFrom: Date
  readonly expiresUntil: Date
  /** Some of them end because the customer neither earns nor spends: doing so saves those. */
  readonly byInactivity: boolean
}

/** Lots that end on a date of their own, which an index finds. */
const DATED_LOTS = `select l.customer_id, l.remaining - l.reserved as points, l.expires_at as ends_at,
      false as by_inactivity
    from lot l where l.coalition_id = $1 and l.open and l.remaining > l.reserved`

/**
 * Where terms end points by inactivity, or the coalition winds down: when each lot ends as things stand, if its customer
 * neither earns nor spends. As `endingLots` has it.
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

async function dueReminders(
  store: Store,
  { coalitionId, horizonDays, beyondDays, byInactivity, limit }: ReminderRange,
): Promise<{ now: Date | undefined; reminders: DueReminder[] }> {
  const { rows } = await store.pool.query<{
    now: Date
    customer_id: string | null
    week: string
    points: string
    expires_from: Date
    expires_until: Date
    by_inactivity: boolean
  }>(
    withLongTimeout({
      ...(byInactivity ? DUE_BY_ANY : DUE_BY_DATE),
      values: [coalitionId, horizonDays, beyondDays, limit],
    }),
  )
  const reminders = rows.flatMap(({ customer_id: customerId, week, points, ...row }) =>
    customerId === null
      ? []
      : [
          {
            ...{ customerId, week, points, expiresFrom: row.expires_from },
            ...{ expiresUntil: row.expires_until, byInactivity: row.by_inactivity },
          },
        ],
  )
  return { now: rows[0]?.now, reminders }
}

interface ReminderRange {
  readonly coalitionId: string
  readonly horizonDays: number
  /** Points this near, days, are the next horizon's. */
  readonly beyondDays: number
  /** Whether points may end otherwise than on a date of their own. */
  readonly byInactivity: boolean
  readonly limit: number
}

/** Row and event in one statement: of two workers that write the same reminder one writes neither. */
const WRITE_REMINDERS = `with given as (
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

async function writeReminders(
  store: Store,
  {
    coalitionId,
    horizonDays,
    now,
    due,
  }: { coalitionId: string; horizonDays: number; now: Date; due: readonly DueReminder[] },
): Promise<number> {
  if (due.length === 0) return 0
  const payloads = due.map(({ customerId, points, expiresFrom, expiresUntil, byInactivity }) =>
    JSON.stringify({
      customerId,
      points,
      horizonDays,
      expiresFrom: expiresFrom.toISOString(),
      expiresUntil: expiresUntil.toISOString(),
      byInactivity,
    }),
  )
  const { rowCount } = await store.pool.query({
    name: 'artel_write_reminders',
    text: WRITE_REMINDERS,
    values: [
      coalitionId,
      horizonDays,
      due.map(({ customerId }) => customerId),
      due.map(({ week }) => week),
      due.map(() => newId()),
      payloads,
      now,
    ],
  })
  return rowCount ?? 0
}

/** Remembers how far the look went, so that the next may wait; a clock that was moved ahead is due at once. */
async function rememberLook(store: Store, coalitionId: string, lookedAt: Date): Promise<void> {
  await store.pool.query({
    name: 'artel_remember_look',
    text: `insert into job_cursor as j (coalition_id, job, done_until) values ($1, 'remind-expiring', $2)
      on conflict (coalition_id, job) do update set done_until = greatest(j.done_until, excluded.done_until)`,
    values: [coalitionId, lookedAt],
  })
}
