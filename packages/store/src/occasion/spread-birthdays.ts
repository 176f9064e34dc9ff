import type pg from 'pg'
import { newId } from '../new-id.ts'
import type { Store } from '../store.ts'
import { uuidArray } from '../wire/binary-array.ts'

/** Who had a birthday so lately has none again: a birth date that is changed moves no second one into a year. */
const DAYS_APART = 300

/** Missed days are caught up so far back. */
const CAUGHT_UP_DAYS = 6

/**
 * The day that is written down next, where in it, and how many days have begun after it; below 0: it has not begun itself. The cursor
 * stands at the beginning of the last day that is done. A day that is too long past is passed over, with where it stood.
 */
const NEXT = `with clock as (
    select c.time_zone, (coalition_clock(c.clock_offset_seconds) at time zone c.time_zone)::date as today
    from coalition c where c.coalition_id = $1
  ), cursor as (
    insert into job_cursor as j (coalition_id, job, done_until)
    select $1, 'birthdays', ((k.today - 1)::timestamp at time zone k.time_zone) from clock k
    on conflict (coalition_id, job) do update set done_until = j.done_until
    returning j.after_id, j.done_until
  )
  select case when n.day = d.next then u.after_id end as "afterId", n.day::text as day, k.today - n.day as ahead
  from clock k cross join cursor u
  cross join lateral (select (u.done_until at time zone k.time_zone)::date + 1 as next) d
  cross join lateral (select greatest(d.next, k.today - ${CAUGHT_UP_DAYS}) as day) n`

/** 29 February is kept on the 28th where a year has none. $2 is the day. */
const HAVE_BIRTHDAY = `(extract(month from c.birth_date) * 100 + extract(day from c.birth_date))::int = any(
    array[(extract(month from $2::date) * 100 + extract(day from $2::date))::int]
      || case when to_char($2::date, 'MMDD') = '0228' and to_char($2::date + 1, 'MMDD') = '0301' then array[229] else array[]::int[] end)`

const WRITE = `with chosen as (
    select c.customer_id, row_number() over (order by c.customer_id) as n from customer c
    where c.coalition_id = $1 and c.birth_date is not null and c.status = 'ACTIVE' and ${HAVE_BIRTHDAY}
      and ($3::uuid is null or c.customer_id > $3)
    order by c.customer_id limit $4
  ), written as (
    insert into occasion (coalition_id, occasion_id, customer_id, kind, day, happened_at, recorded_at)
    select $1, ($5::uuid[])[x.n], x.customer_id, 'BIRTHDAY', $2::date, ($2::date::timestamp at time zone k.time_zone),
      coalition_clock(k.clock_offset_seconds)
    from chosen x join coalition k on k.coalition_id = $1
    join customer c on c.coalition_id = $1 and c.customer_id = x.customer_id
    where c.created_at < (($2::date + 1)::timestamp at time zone k.time_zone)
      and not exists (select from occasion o join customer s on s.coalition_id = $1 and s.customer_id = o.customer_id
        where o.coalition_id = $1 and o.kind = 'BIRTHDAY' and o.day > $2::date - ${DAYS_APART}
          and (s.customer_id = x.customer_id or s.merged_into_id = x.customer_id))
    on conflict do nothing
    returning 1
  )
  select (select count(*)::int from chosen) as looked, (select count(*)::int from written) as written,
    (select customer_id from chosen order by customer_id desc limit 1) as last`

const REMEMBER = `update job_cursor j set after_id = $3,
    done_until = case when $3::uuid is null then ($2::date::timestamp at time zone c.time_zone) else j.done_until end
  from coalition c where c.coalition_id = $1 and j.coalition_id = $1 and j.job = 'birthdays'`

/**
 * Writes down the birthdays of the next local day of a coalition that has begun, up to `limit` customers of it, and where it goes on.
 * A first look begins with today; days that were missed are caught up, six of them. Safe beside others that do the same: the cursor's
 * row is held meanwhile. `more`: another page, or another day, is due.
 */
export async function spreadBirthdays(
  { pool }: Pick<Store, 'pool'>,
  { coalitionId, limit }: { readonly coalitionId: string; readonly limit: number },
): Promise<{ readonly written: number; readonly more: boolean }> {
  const client = await pool.connect()
  let failed = true
  try {
    await client.query('begin')
    const page = await writePage(client, coalitionId, limit)
    await client.query('commit')
    failed = false
    return page
  } finally {
    client.release(failed)
  }
}

async function writePage(client: pg.PoolClient, coalitionId: string, limit: number) {
  const next = await client.query<{ afterId: string | null; day: string; ahead: number }>({
    name: 'artel_next_birthdays',
    text: NEXT,
    values: [coalitionId],
  })
  const [at] = next.rows
  if (!at || at.ahead < 0) return { written: 0, more: false }
  const ids = Array.from({ length: limit }, () => newId())
  const { rows } = await client.query<{ looked: number; written: number; last: string | null }>({
    name: 'artel_write_birthdays',
    text: WRITE,
    values: [coalitionId, at.day, at.afterId, limit, uuidArray(ids, (id) => id)],
  })
  const { looked = 0, written = 0, last = null } = rows[0] ?? {}
  const isDayLeft = looked === limit
  await client.query({
    name: 'artel_remember_birthdays',
    text: REMEMBER,
    values: [coalitionId, at.day, isDayLeft ? last : null],
  })
  return { written, more: isDayLeft || at.ahead > 0 }
}
