import { randomBytes } from 'node:crypto'
import type { Store } from '../store.ts'

/** How many days what a browser calls itself, and the campaign, are kept with a click. */
const AGENT_KEPT_DAYS = 90

/** A visit by a link, as it is to be written. */
export interface NewClick {
  readonly coalitionId: string
  /** Of the link, the visitor, the kind and the hour: the same for all visits that count as one. */
  readonly id: string
  readonly linkId: string
  /** How long ago it was, milliseconds. */
  readonly ageMs: number
  readonly visitor: string
  readonly kind: 'HUMAN' | 'BOT'
  readonly userAgent: string | null
  /** JSON; null: none. */
  readonly utm: string | null
  readonly referrerHost: string | null
}

/**
 * Writes clicks, at the instants of their coalitions' clocks, each with the end of its window; those that are there already are
 * left as they are. In the order of their keys: two processes that write the same ones wait for each other, and never in a circle.
 */
export async function addClicks(store: Pick<Store, 'pool'>, clicks: readonly NewClick[]): Promise<void> {
  if (clicks.length === 0) return
  await store.pool.query({
    name: 'artel_add_clicks',
    text: `insert into click (coalition_id, click_id, link_id, at, ends_at, visitor, kind, user_agent, utm, referrer_host)
      select distinct on (n.coalition_id, n.click_id) n.coalition_id, n.click_id, n.link_id, k.at,
        start_of_day((k.at at time zone c.time_zone)::date + coalesce(l.window_days, c.binding_days) + 1, c.time_zone),
        n.visitor, n.kind, n.user_agent, n.utm, n.referrer_host
      from unnest($1::uuid[], $2::uuid[], $3::uuid[], $4::bigint[], $5::text[], $6::text[], $7::text[], $8::text[], $9::text[])
        n(coalition_id, click_id, link_id, age_ms, visitor, kind, user_agent, utm, referrer_host)
      join coalition c on c.coalition_id = n.coalition_id
      join link l on l.coalition_id = n.coalition_id and l.link_id = n.link_id
      cross join lateral (select date_trunc('milliseconds',
        coalition_clock(c.clock_offset_seconds) - make_interval(secs => n.age_ms / 1000.0)) as at) k
      order by n.coalition_id, n.click_id
      on conflict do nothing`,
    values: [
      clicks.map(({ coalitionId }) => coalitionId),
      clicks.map(({ id }) => id),
      clicks.map(({ linkId }) => linkId),
      clicks.map(({ ageMs }) => Math.round(ageMs)),
      clicks.map(({ visitor }) => visitor),
      clicks.map(({ kind }) => kind),
      clicks.map(({ userAgent }) => userAgent),
      clicks.map(({ utm }) => utm),
      clicks.map(({ referrerHost }) => referrerHost),
    ],
  })
}

/** What visitors of a coalition's links are hashed with on a UTC day (`2026-11-22`), 32 bytes: the same for every process. */
export async function clickSalt(
  store: Pick<Store, 'pool'>,
  { coalitionId, day }: { readonly coalitionId: string; readonly day: string },
): Promise<Buffer> {
  const read = () =>
    store.pool.query<{ salt: Buffer }>({
      name: 'artel_click_salt',
      text: 'select salt from click_salt where coalition_id = $1 and day = $2',
      values: [coalitionId, day],
    })
  const found = (await read()).rows[0]
  if (found) return found.salt
  await store.pool.query({
    name: 'artel_make_click_salt',
    // That of the day before goes as its successor comes: nobody hashes with it any more.
    text: `with old as (delete from click_salt where coalition_id = $1 and day < $2::date)
      insert into click_salt (coalition_id, day, salt) values ($1, $2::date, $3) on conflict do nothing`,
    values: [coalitionId, day, randomBytes(32)],
  })
  const made = (await read()).rows[0]
  if (!made) throw new Error('A salt that was made is not there')
  return made.salt
}

/**
 * Forgets what visitors were hashed with before today, and what browsers of clicks called themselves and which campaigns they
 * came by 90 days ago and before, at most `limit` of these. How many.
 */
export async function sweepClicks(
  { pool }: Pick<Store, 'pool'>,
  coalitionId: string,
  { limit }: { readonly limit: number },
): Promise<number> {
  await pool.query({
    name: 'artel_sweep_click_salts',
    text: `delete from click_salt where coalition_id = $1 and day < (statement_timestamp() at time zone 'UTC')::date`,
    values: [coalitionId],
  })
  const { rowCount } = await pool.query({
    name: 'artel_sweep_clicks',
    text: `update click k set user_agent = null, utm = null from (
      select v.click_id from coalition c
      join click v on v.coalition_id = c.coalition_id and (v.user_agent is not null or v.utm is not null)
        and v.at < coalition_clock(c.clock_offset_seconds) - make_interval(days => ${AGENT_KEPT_DAYS})
      where c.coalition_id = $1
      order by v.at limit $2) old
      where k.coalition_id = $1 and k.click_id = old.click_id`,
    values: [coalitionId, limit],
  })
  return rowCount ?? 0
}
