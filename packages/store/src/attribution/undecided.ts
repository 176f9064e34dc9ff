import type pg from 'pg'
import { BINDING_TERMS, type BindingTerms } from './binding-terms.ts'
import { CLOSED_AT } from './closed-at.ts'

/** A purchase that has no decision yet. */
export interface UndecidedPurchase {
  readonly id: string
  readonly customerId: string
  readonly memberId: string
  readonly occurredAt: Date
  readonly recordedAt: Date
  /** What the customer named, as it is kept. */
  readonly code: string | null
  /** A rule of the member that sold gave something by the code. */
  readonly isCodeOfRule: boolean
  readonly clickId: string | null
  /** No purchase of the customer, nor of one who was merged into it, came before on the chain. */
  readonly isFirst: boolean
  /** Before the bill was closed, another customer's referral code had brought the customer, or one who was merged into it. */
  readonly isReferred: boolean
}

/** A slice of the chain whose purchases are to be decided. */
export interface UndecidedSlice {
  readonly purchases: readonly UndecidedPurchase[]
  /** Every purchase up to this batch is decided when these are. */
  readonly untilBatchNo: bigint
  /** Whether later batches can be decided now. */
  readonly more: boolean
  readonly terms: BindingTerms
}

/**
 * Takes whole batches with up to `limit` purchases, or the next one that has more, after those that are decided, and holds the
 * place until the transaction ends: two workers decide one after the other. Batches from before the coalition's first link are
 * never looked at. A sale of the last minute that names a young click which is not there waits, and all after it: the click may
 * be on its way. Undefined where the coalition has no link.
 */
export async function takeUndecided(
  client: pg.ClientBase,
  { coalitionId, limit }: { readonly coalitionId: string; readonly limit: number },
): Promise<UndecidedSlice | undefined> {
  const place = (await placeOf(client, coalitionId)) ?? (await beginAttribution(client, coalitionId))
  return place === undefined ? undefined : readSlice(client, { coalitionId, limit, after: place })
}

/** The last batch that is done, held; undefined before the first. */
async function placeOf(client: pg.ClientBase, coalitionId: string): Promise<string | undefined> {
  const { rows } = await client.query<{ done: string }>({
    name: 'artel_attribution_place',
    text: `select done_batch_no as done from attribution_cursor where coalition_id = $1 for update`,
    values: [coalitionId],
  })
  return rows[0]?.done
}

/** Begins where the coalition's first link was made: once for a coalition, for batches have to be looked through. */
async function beginAttribution(client: pg.ClientBase, coalitionId: string): Promise<string | undefined> {
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
  return placeOf(client, coalitionId)
}

/** Of a UUID of version 7, as what is compared with a clock. */
const instantOf = (id: string) =>
  `to_timestamp((('x' || left(replace(${id}::text, '-', ''), 12))::bit(48)::bigint) / 1000.0)`

/** By each of a customer's purchases, of those who were merged into it too: whoever was merged is never merged again. */
const IS_FIRST = `not exists (select from customer s
  join purchase q on q.coalition_id = $1 and q.customer_id = s.customer_id
  where s.coalition_id = $1 and (s.customer_id = p.customer_id or s.merged_into_id = p.customer_id)
    and (q.batch_no, q.batch_step) < (p.batch_no, p.batch_step))`

const IS_REFERRED = `exists (select from customer s
  join referral r on r.coalition_id = $1 and r.friend_id = s.customer_id and r.bound_at <= ${CLOSED_AT}
  where s.coalition_id = $1 and (s.customer_id = p.customer_id or s.merged_into_id = p.customer_id))`

const CODE_OF_RULE = `p.code is not null and p.rules is not null
  and exists (select from json_array_elements(p.rules::json->'given') g
    join rule_version v on v.coalition_id = $1 and v.rule_version_id = (g->>'rule')::uuid
    where v.definition::json #>> '{if,code}' = p.code)`

async function readSlice(
  client: pg.ClientBase,
  {
    coalitionId,
    limit,
    after,
  }: { readonly coalitionId: string; readonly limit: number; readonly after: string },
): Promise<UndecidedSlice> {
  const { rows } = await client.query<
    BindingTerms & { until: string; head: string; waits: boolean; purchases: PurchaseJson[] | null }
  >({
    name: 'artel_undecided_purchases',
    text: `with head as materialized (
        select coalesce((select batch_no from chain_head where coalition_id = $1), 0) as no),
      bound as materialized (
        -- Up to the batch of the first purchase too many, which is taken alone where it does not fit at all.
        select coalesce((select greatest(p.batch_no - 1, $2::bigint + 1) from purchase p
            where p.coalition_id = $1 and p.batch_no > $2::bigint and p.batch_no <= head.no
            order by p.batch_no, p.batch_step offset $3 limit 1), head.no) as no
        from head),
      c as materialized (select * from coalition where coalition_id = $1),
      -- Before the first sale whose click may still be written: its id begins with the hour.
      waiting as materialized (select min(p.batch_no) - 1 as no
        from bound, c, purchase p
        cross join lateral (select coalition_clock(c.clock_offset_seconds) as now) clock
        where p.coalition_id = $1 and p.batch_no > $2::bigint and p.batch_no <= bound.no and p.click_id is not null
          and p.recorded_at > clock.now - interval '1 minute'
          and ${instantOf('p.click_id')} between clock.now - interval '2 hours' and clock.now + interval '1 minute'
          and not exists (select from click k where k.coalition_id = $1 and k.click_id = p.click_id)),
      until as materialized (select least(bound.no, waiting.no) as no from bound, waiting)
      select until.no as until, head.no as head, waiting.no is not null as waits, ${BINDING_TERMS},
        (select json_agg(json_build_object('id', p.purchase_id, 'customerId', p.customer_id, 'memberId', p.member_id,
            'occurredAt', floor(extract(epoch from p.occurred_at) * 1000),
            'recordedAt', floor(extract(epoch from p.recorded_at) * 1000), 'code', p.code, 'clickId', p.click_id,
            'isCodeOfRule', ${CODE_OF_RULE}, 'isFirst', ${IS_FIRST},
            'isReferred', ${IS_REFERRED}) order by p.batch_no, p.batch_step)
          from purchase p where p.coalition_id = $1 and p.batch_no > $2::bigint and p.batch_no <= until.no) as purchases
      from until, waiting, head, c`,
    values: [coalitionId, after, limit],
  })
  const row = rows[0]
  if (!row) throw new Error(`No coalition ${coalitionId}`)
  const { purchases, until, head, waits, ...terms } = row
  return {
    purchases: (purchases ?? []).map(({ occurredAt, recordedAt, ...purchase }) => ({
      ...purchase,
      occurredAt: new Date(occurredAt),
      recordedAt: new Date(recordedAt),
    })),
    untilBatchNo: BigInt(until),
    more: BigInt(until) < BigInt(head) && !waits,
    terms,
  }
}

type PurchaseJson = Omit<UndecidedPurchase, 'occurredAt' | 'recordedAt'> & {
  readonly occurredAt: number
  readonly recordedAt: number
}
