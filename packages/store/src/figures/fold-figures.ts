import type pg from 'pg'
import { withLongTimeout } from '../pool/open-pool.ts'
import { inTransaction } from '../settlement/in-transaction.ts'
import type { Store } from '../store.ts'
import { customersOf, MERGED, SOLD } from './customers-sql.ts'
import { figuresOf } from './dimensions.ts'
import { MEASURES, ZONE } from './figure-facts.ts'

/** Steps of batches that are counted in one transaction, about: a second of work. */
const STEPS = 5_000

/** Rows that are thrown away in one transaction: less than a second of work. */
const ROWS_AT_ONCE = 20_000

export interface FoldedFigures {
  /** Batches counted in. */
  readonly batches: bigint
  /** Whether more are waiting. */
  readonly more: boolean
}

const RANGE = { after: '$2', through: '$3' }

const FOLD_FIGURES = `with ${ZONE}
  insert into figure as f (coalition_id, scope_id, dimension, key, day, ${MEASURES.join(', ')})
  select $1, x.* from (${figuresOf(RANGE)}) x order by x.dimension, x.scope_id, x.day, x.key
  on conflict (coalition_id, dimension, scope_id, day, key) do update
  set ${MEASURES.map((name) => `${name} = f.${name} + excluded.${name}`).join(', ')}`

/** What changes for the customers who bought or were merged, all their visits before against all their visits after. */
const FOLD_CUSTOMERS = `with recursive ${ZONE}, ${MERGED(RANGE)}, ${SOLD(RANGE)},
  touched as (select customer_id from sold union select customer_id from merged union select into_id from merged),
  old as materialized (select v.customer_id, v.day, v.member_id, v.first_at
    from touched t join figure_visit v on v.coalition_id = $1 and v.customer_id = t.customer_id),
  new as materialized (select x.customer_id, x.day, x.member_id, min(x.first_at) as first_at
    from (select coalesce(m.into_id, o.customer_id) as customer_id, o.day, o.member_id, o.first_at
        from old o left join merged m on m.customer_id = o.customer_id
      union all select * from sold) x
    group by 1, 2, 3),
  change as (select kind, scope_id, day, since_day, from_id, sum(n)::bigint as customers
    from (select -1 as n, c.* from (${customersOf('old')}) c union all select 1, c.* from (${customersOf('new')}) c) x
    group by 1, 2, 3, 4, 5 having sum(n) <> 0),
  known as (update figure_customers f set customers = f.customers + c.customers from change c
    where f.coalition_id = $1 and f.kind = c.kind and f.scope_id = c.scope_id and f.day = c.day
      and f.since_day = c.since_day and f.from_id = c.from_id
    returning f.kind, f.scope_id, f.day, f.since_day, f.from_id)
  insert into figure_customers (coalition_id, kind, scope_id, day, since_day, from_id, customers)
  select $1, c.* from change c
  where not exists (select from known k where (k.kind, k.scope_id, k.day, k.since_day, k.from_id)
    = (c.kind, c.scope_id, c.day, c.since_day, c.from_id))`

const FOLD_VISITS = `with recursive ${ZONE}, ${MERGED(RANGE)}, ${SOLD(RANGE)},
  moved as (delete from figure_visit v using merged m where v.coalition_id = $1 and v.customer_id = m.customer_id
    returning m.into_id as customer_id, v.day, v.member_id, v.first_at)
  insert into figure_visit as v (coalition_id, customer_id, day, member_id, first_at)
  select $1, x.customer_id, x.day, x.member_id, min(x.first_at)
  from (select * from moved union all select * from sold) x
  group by x.customer_id, x.day, x.member_id
  order by x.customer_id, x.day, x.member_id
  on conflict (coalition_id, customer_id, day, member_id) do update set first_at = excluded.first_at
  where excluded.first_at < v.first_at`

/** The next batches of a coalition: as many as have about so many steps, one at least. */
const NEXT_BATCHES = `select x.batch_no::text as through, h.batch_no::text as head
  from chain_head h
  cross join lateral (select b.batch_no, sum(b.steps) over (order by b.batch_no) - b.steps as before
    from (select b.batch_no, b.steps from batch b
      where b.coalition_id = $1 and b.batch_no > $2 order by b.batch_no limit $3) b) x
  where h.coalition_id = $1 and x.batch_no <= h.batch_no and x.before < $3
  order by x.batch_no desc limit 1`

/**
 * Counts the next batches of a coalition into its figures, each once, whoever else does the same: the cursor's row is held
 * from the first read to the commit, so a process that dies leaves nothing of a slice, and one that comes second does nothing.
 * `steps` is how many steps of batches are counted at once, about; default 5 000. Figures that are being thrown away are emptied first.
 */
export async function foldFigures(
  store: Pick<Store, 'pool'>,
  coalitionId: string,
  { steps = STEPS }: { readonly steps?: number } = {},
): Promise<FoldedFigures> {
  await putCursor(store.pool, coalitionId)
  return await inTransaction(store, (client) => foldNext(client, coalitionId, steps))
}

/** The cursor, once there, stays for ever: whoever counts or throws away holds its row, and only its row. */
async function putCursor(client: Pick<pg.Pool, 'query'>, coalitionId: string): Promise<void> {
  await client.query({
    name: 'artel_figure_cursor',
    text: `insert into figure_cursor (coalition_id, batch_no, posted_at)
      select coalition_id, 0, created_at from coalition where coalition_id = $1 on conflict do nothing`,
    values: [coalitionId],
  })
}

async function foldNext(client: pg.PoolClient, coalitionId: string, steps: number): Promise<FoldedFigures> {
  const cursor = await lockCursor(client, coalitionId)
  if (cursor === undefined) return { batches: 0n, more: false }
  if (cursor.isEmptying) {
    await emptyNext(client, coalitionId)
    return { batches: 0n, more: true }
  }
  const { after } = cursor
  const { rows } = await client.query<{ through: string; head: string }>({
    name: 'artel_figure_batches',
    text: NEXT_BATCHES,
    values: [coalitionId, after, steps],
  })
  const [next] = rows
  if (!next) return { batches: 0n, more: false }
  const values = [coalitionId, after, next.through]
  // Plans of another range's size would last for the connection's life: each is planned for its own.
  await client.query(withLongTimeout({ text: FOLD_FIGURES, values }))
  await client.query(withLongTimeout({ text: FOLD_CUSTOMERS, values }))
  await client.query(withLongTimeout({ text: FOLD_VISITS, values }))
  await client.query({
    name: 'artel_figure_counted',
    // As the batch has it, to the microsecond, which a Date does not hold.
    text: `update figure_cursor set batch_no = $2,
        posted_at = (select b.posted_at from batch b where b.coalition_id = $1 and b.batch_no = $2)
      where coalition_id = $1`,
    values: [coalitionId, next.through],
  })
  return { batches: BigInt(next.through) - BigInt(after), more: next.through !== next.head }
}

interface HeldCursor {
  /** The last batch counted. */
  readonly after: string
  readonly isEmptying: boolean
}

/** The cursor, its row locked; undefined where somebody else counts just now. */
async function lockCursor(client: pg.PoolClient, coalitionId: string): Promise<HeldCursor | undefined> {
  const { rows } = await client.query<HeldCursor>({
    name: 'artel_lock_figure_cursor',
    text: `select batch_no::text as after, is_emptying as "isEmptying" from figure_cursor where coalition_id = $1
      for update skip locked`,
    values: [coalitionId],
  })
  return rows[0]
}

/**
 * Throws away all figures of a coalition, page by page, so that they are counted anew from its first batch by `foldFigures`, slice by
 * slice. Waits for whoever counts just now. The cursor is kept and goes back to the beginning before the first row is gone, marked, so
 * that whoever comes in between goes on with it, and nobody counts onto what is left; so does the next fold where this one dies.
 */
export async function forgetFigures(store: Pick<Store, 'pool'>, coalitionId: string): Promise<void> {
  await putCursor(store.pool, coalitionId)
  await store.pool.query(
    withLongTimeout({
      text: `update figure_cursor f set batch_no = 0, is_emptying = true, posted_at = c.created_at
        from coalition c where f.coalition_id = $1 and c.coalition_id = $1`,
      values: [coalitionId],
    }),
  )
  while (await inTransaction(store, (client) => emptyHeld(client, coalitionId)));
}

/** The next page, whoever holds the cursor before; false when somebody has thrown away the last. */
async function emptyHeld(client: pg.PoolClient, coalitionId: string): Promise<boolean> {
  const { rows } = await client.query<{ isEmptying: boolean }>(
    withLongTimeout({
      text: `select is_emptying as "isEmptying" from figure_cursor where coalition_id = $1 for update`,
      values: [coalitionId],
    }),
  )
  return rows[0]?.isEmptying === true && (await emptyNext(client, coalitionId))
}

/** Throws a page away; the mark with the last one. False: nothing is left. The caller holds the cursor. */
async function emptyNext(client: pg.PoolClient, coalitionId: string): Promise<boolean> {
  for (const table of ['figure', 'figure_customers', 'figure_visit']) {
    const { rowCount } = await client.query(
      withLongTimeout({
        text: `delete from ${table} f using (select ctid from ${table} where coalition_id = $1 limit $2) page
          where f.ctid = page.ctid`,
        values: [coalitionId, ROWS_AT_ONCE],
      }),
    )
    if (rowCount) return true
  }
  await client.query('update figure_cursor set is_emptying = false where coalition_id = $1', [coalitionId])
  return false
}
