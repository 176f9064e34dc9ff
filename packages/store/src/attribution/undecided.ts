import type pg from 'pg'

/** A purchase that has no decision yet. */
export interface UndecidedPurchase {
  readonly id: string
  readonly customerId: string
  readonly memberId: string
  readonly occurredAt: Date
  /** What the customer named, as it is kept. */
  readonly code: string | null
  readonly clickId: string | null
  /** No purchase of the customer is older. */
  readonly isFirst: boolean
}

/** A slice of the chain whose purchases are to be decided. */
export interface UndecidedSlice {
  readonly purchases: readonly UndecidedPurchase[]
  /** Every purchase up to this batch is decided when these are. */
  readonly untilBatchNo: bigint
  /** Whether later batches wait. */
  readonly more: boolean
  /** By the coalition's clock. */
  readonly now: Date
}

/**
 * Takes whole batches with up to `limit` purchases, or the next one that has more, after those that are decided, and holds the
 * place until the transaction ends: two workers decide one after the other. Batches from before the coalition's first link are
 * never looked at. Undefined where the coalition has no link.
 */
export async function takeUndecided(
  client: pg.ClientBase,
  { coalitionId, limit }: { readonly coalitionId: string; readonly limit: number },
): Promise<UndecidedSlice | undefined> {
  await client.query({
    name: 'artel_begin_attribution',
    text: `insert into attribution_cursor (coalition_id, done_batch_no, first_batch_no)
      select $1, x.before, x.before + 1
      from (select min(l.created_at) as at from link l where l.coalition_id = $1) f
      cross join lateral (select coalesce(max(b.batch_no), 0) as before from batch b
        where b.coalition_id = $1 and b.posted_at < f.at) x
      where f.at is not null
      on conflict do nothing`,
    values: [coalitionId],
  })
  const { rows: places } = await client.query<{ done: string }>({
    name: 'artel_attribution_place',
    text: `select done_batch_no as done from attribution_cursor where coalition_id = $1 for update`,
    values: [coalitionId],
  })
  const place = places[0]
  return place && readSlice(client, { coalitionId, limit, after: place.done })
}

async function readSlice(
  client: pg.ClientBase,
  {
    coalitionId,
    limit,
    after,
  }: { readonly coalitionId: string; readonly limit: number; readonly after: string },
): Promise<UndecidedSlice> {
  const { rows } = await client.query<{
    until: string
    head: string
    now: Date
    purchases: PurchaseJson[] | null
  }>({
    name: 'artel_undecided_purchases',
    text: `with head as materialized (
        select coalesce((select batch_no from chain_head where coalition_id = $1), 0) as no),
      bound as materialized (
        -- Up to the batch of the first purchase too many, which is taken alone where it does not fit at all.
        select coalesce((select greatest(p.batch_no - 1, $2::bigint + 1) from purchase p
            where p.coalition_id = $1 and p.batch_no > $2::bigint and p.batch_no <= head.no
            order by p.batch_no, p.batch_step offset $3 limit 1), head.no) as no
        from head)
      select bound.no as until, head.no as head, coalition_clock(c.clock_offset_seconds) as now,
        (select json_agg(json_build_object('id', p.purchase_id, 'customerId', p.customer_id, 'memberId', p.member_id,
            'occurredAt', floor(extract(epoch from p.occurred_at) * 1000), 'code', p.code, 'clickId', p.click_id,
            'isFirst', not exists (select from purchase q where q.coalition_id = $1 and q.customer_id = p.customer_id
              and q.purchase_id < p.purchase_id)) order by p.batch_no, p.batch_step)
          from purchase p where p.coalition_id = $1 and p.batch_no > $2::bigint and p.batch_no <= bound.no) as purchases
      from bound, head, coalition c where c.coalition_id = $1`,
    values: [coalitionId, after, limit],
  })
  const row = rows[0]
  if (!row) throw new Error(`No coalition ${coalitionId}`)
  return {
    purchases: (row.purchases ?? []).map(({ occurredAt, ...purchase }) => ({
      ...purchase,
      occurredAt: new Date(occurredAt),
    })),
    untilBatchNo: BigInt(row.until),
    more: BigInt(row.until) < BigInt(row.head),
    now: row.now,
  }
}

type PurchaseJson = Omit<UndecidedPurchase, 'occurredAt'> & { readonly occurredAt: number }
