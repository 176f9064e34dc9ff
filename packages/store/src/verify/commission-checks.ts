import { MICROS_PER_MINOR } from '@artel/ledger'
import type { Check } from './check.ts'

/** A version in the words of its digest: `src/commission/programmes-of.ts` has them a first time. */
const LINE = `concat_ws('|', v.coalition_id, v.programme_id, v.version, to_json(v.definition),
  (extract(epoch from v.created_at) * 1000000)::bigint, v.created_by_id)`
const DIGEST = `encode(sha256(convert_to(${LINE}, 'UTF8')), 'hex')`

/** C(V): what ladder `v.definition` comes to at `volume`, in words of its own. */
const ladderAt = (volume: string): string => `(select coalesce(div(sum(s.bps
    * greatest(least(${volume}, coalesce(s.next, ${volume})) - s.lower, 0)), 10000), 0)
  from (select (step->>'bps')::numeric as bps, (step->>'from')::numeric as lower,
      lead((step->>'from')::numeric) over (order by (step->>'from')::numeric) as next
    from json_array_elements(v.definition::json->'effect'->'ladder') step) s)`

const IS_LADDER = `v.definition::json->'effect'->>'by' = 'MONEY'`

/** Customers of period `o` as it may say them; none where no version of its programme goes by customers. */
const CUSTOMERS_SAID = `case when exists (select from commission_version c where c.coalition_id = $1
    and c.programme_id = x.programme_id and c.definition::json->'effect'->>'by' = 'CUSTOMERS')
  then o.customers between x.customers and x.unmerged else o.customers = 0 end`

/** Sums of lines by programme, payee and period, of commissions that a ladder counts. */
const LADDERS = `select k.programme_id, k.payee_id, k.period, max(k.version) as version, sum(l.volume_minor) as volume,
    sum(l.amount_minor) as amount,
    count(distinct coalesce(u.merged_into_id, u.customer_id)) filter (where k.volume_minor > 0) as customers,
    count(distinct k.customer_id) filter (where k.volume_minor > 0) as unmerged
  from commission k
  join customer u on u.coalition_id = $1 and u.customer_id = k.customer_id
  join commission_version v on v.coalition_id = $1 and v.programme_id = k.programme_id and v.version = k.version
    and v.definition::json->'effect'->'ladder' is not null
  join commission_line l on l.coalition_id = $1 and l.commission_id = k.commission_id
  where k.coalition_id = $1
  group by k.programme_id, k.payee_id, k.period`

/** Commissions against their lines, ladders against C of what is left, postings against the books. */
export const COMMISSION_CHECKS: readonly Check[] = [
  {
    invariant: 'COMMISSION_VERSION_DIGEST',
    table: 'commission_version',
    says: 'A version of a commission programme is as it was written, to the last byte.',
    sql: `select jsonb_build_object('programme_id', v.programme_id, 'version', v.version) as row, v.digest as expected,
        ${DIGEST} as actual
      from commission_version v where v.coalition_id = $1 and v.digest is distinct from ${DIGEST}`,
  },
  {
    invariant: 'COMMISSION_SALE',
    table: 'commission',
    says: 'A commission is of the payer that sold and whose programme it is, of the customer that bought, and to the source that the purchase is attributed to.',
    sql: `select jsonb_build_object('commission_id', k.commission_id) as row,
        concat_ws(' ', p.member_id, coalesce(u.merged_into_id, u.customer_id), a.source_kind, a.source_id) as expected,
        concat_ws(' ', k.payer_id, coalesce(m.merged_into_id, m.customer_id), k.payee_kind, k.payee_id) as actual
      from commission k
      left join purchase p on p.coalition_id = $1 and p.purchase_id = k.purchase_id
      left join customer u on u.coalition_id = $1 and u.customer_id = p.customer_id
      left join customer m on m.coalition_id = $1 and m.customer_id = k.customer_id
      left join attribution a on a.coalition_id = $1 and a.purchase_id = k.purchase_id
      left join commission_programme g on g.coalition_id = $1 and g.programme_id = k.programme_id
      where k.coalition_id = $1 and ((g.member_id, g.payee_kind, coalesce(g.payee_id, k.payee_id))
          is distinct from (k.payer_id, k.payee_kind, k.payee_id) or
        (k.payer_id, coalesce(m.merged_into_id, m.customer_id), k.payee_kind, k.payee_id)
          is distinct from (p.member_id, coalesce(u.merged_into_id, u.customer_id), a.source_kind, a.source_id))`,
  },
  {
    invariant: 'COMMISSION_SUMS',
    table: 'commission',
    says: 'A commission stands at the sum of its lines: one sale, its refunds, a rejection.',
    sql: `select jsonb_build_object('commission_id', k.commission_id) as row,
        concat_ws(' ', coalesce(l.volume, 0), coalesce(l.amount, 0), coalesce(l.sales, 0)) as expected,
        concat_ws(' ', k.volume_minor, k.amount_minor) as actual
      from commission k
      left join (select commission_id, sum(volume_minor) as volume, sum(amount_minor) as amount,
          count(*) filter (where kind = 'SALE') as sales from commission_line where coalition_id = $1
        group by commission_id) l on l.commission_id = k.commission_id
      where k.coalition_id = $1 and (k.volume_minor <> coalesce(l.volume, 0) or k.amount_minor <> coalesce(l.amount, 0)
        or coalesce(l.sales, 0) <> case when k.status = 'REJECTED' and k.reason <> 'BY_HAND' then 0 else 1 end)`,
  },
  {
    invariant: 'COMMISSION_REFUNDS',
    table: 'commission_line',
    says: 'A refund that lessens a commission is one of its purchase.',
    sql: `select jsonb_build_object('line_id', l.line_id) as row, k.purchase_id::text as expected,
        coalesce(r.purchase_id::text, 'no refund') as actual
      from commission_line l
      join commission k on k.coalition_id = $1 and k.commission_id = l.commission_id
      left join refund r on r.coalition_id = $1 and r.refund_id = l.refund_id
      where l.coalition_id = $1 and l.kind = 'REFUND' and r.purchase_id is distinct from k.purchase_id`,
  },
  {
    invariant: 'COMMISSION_LADDER',
    table: 'commission_period',
    says: "A ladder's lines of one period come to C of the volume that is left, and the period says both; customers that were merged since may be counted apart.",
    sql: `select jsonb_build_object('programme_id', coalesce(x.programme_id, o.programme_id), 'payee_id',
          coalesce(x.payee_id, o.payee_id), 'period', coalesce(x.period, o.period)) as row,
        concat_ws(' ', x.volume, case when ${IS_LADDER} then ${ladderAt('x.volume')} else x.amount end, x.customers)
          as expected,
        concat_ws(' ', o.volume_minor, o.amount_minor, o.customers, x.amount) as actual
      from (${LADDERS}) x
      full join (select * from commission_period where coalition_id = $1) o
        on (o.programme_id, o.payee_id, o.period) = (x.programme_id, x.payee_id, x.period)
      left join commission_version v on v.coalition_id = $1 and v.programme_id = x.programme_id and v.version = x.version
      where (o.volume_minor, o.amount_minor) is distinct from (x.volume, x.amount)
        or not ${CUSTOMERS_SAID}
        or ${IS_LADDER} and x.amount <> ${ladderAt('x.volume')}`,
  },
  {
    invariant: 'COMMISSION_RATE',
    table: 'commission',
    says: 'A commission has the rate of its version and is that part of what is left of its sale, one floor; of a fixed sum the part that is left.',
    sql: `select jsonb_build_object('commission_id', k.commission_id) as row,
        concat_ws(' ', x.due, 'at', coalesce(v.definition::json->'effect'->>'percentBps', 'a rate of the ladder')) as expected,
        concat_ws(' ', k.amount_minor, 'at', k.rate_bps) as actual
      from commission k
      join commission_version v on v.coalition_id = $1 and v.programme_id = k.programme_id and v.version = k.version
      left join commission_line l on l.coalition_id = $1 and l.commission_id = k.commission_id and l.kind = 'SALE'
      cross join lateral (select coalesce(case
        when k.rate_bps is not null then div(k.volume_minor::numeric * k.rate_bps, 10000)
        else div((v.definition::json->'effect'->>'fixedMinor')::numeric * k.volume_minor, nullif(l.volume_minor, 0))
        end, 0) as due) x
      where k.coalition_id = $1 and v.definition::json->'effect'->>'by' is distinct from 'MONEY'
        and (k.amount_minor is distinct from x.due or l.line_id is not null and case
          when v.definition::json->'effect'->'percentBps' is not null
            then k.rate_bps is distinct from (v.definition::json->'effect'->>'percentBps')::int
          when v.definition::json->'effect'->'fixedMinor' is not null then k.rate_bps is not null
          else k.rate_bps is null or k.rate_bps <> 0 and not exists (
            select from json_array_elements(v.definition::json->'effect'->'ladder') step
            where (step->>'bps')::int = k.rate_bps) end)`,
  },
  {
    invariant: 'COMMISSION_VOLUME',
    table: 'commission',
    says: 'What counts of a commission is its sale without tax less the refunds that were looked through, and nothing of one that was taken away.',
    sql: `select jsonb_build_object('commission_id', k.commission_id) as row,
        concat_ws(' ', x.sold, 'sold,', x.remains, 'left') as expected,
        concat_ws(' ', l.sold, 'sold,', k.volume_minor, 'left') as actual
      from commission k
      join commission_version v on v.coalition_id = $1 and v.programme_id = k.programme_id and v.version = k.version
      join purchase p on p.coalition_id = $1 and p.purchase_id = k.purchase_id
      left join commission_cursor cursor on cursor.coalition_id = $1
      cross join lateral (select sum(volume_minor) filter (where kind = 'SALE') as sold,
          coalesce(bool_or(kind = 'REJECTION'), false) as is_taken_away
        from commission_line where coalition_id = $1 and commission_id = k.commission_id) l
      cross join lateral (select coalesce(sum(o.money_minor), 0) as back from refund o
        where o.coalition_id = $1 and o.purchase_id = k.purchase_id and (o.batch_no <= cursor.done_batch_no
          or exists (select from commission_line n
            join refund r on r.coalition_id = $1 and r.refund_id = n.refund_id
            where n.coalition_id = $1 and n.commission_id = k.commission_id
              and (r.batch_no, r.batch_step) >= (o.batch_no, o.batch_step)))) b
      cross join lateral (select p.total_minor - p.discount_minor - p.points_part_minor as paid,
          10000 + (v.definition::json->>'taxBps')::numeric as whole) m
      cross join lateral (select div(m.paid * 10000, m.whole) as sold, case
        when l.sold is null or l.is_taken_away or k.status = 'REJECTED' then 0
        else div(greatest(m.paid - b.back, 0) * 10000, m.whole) end as remains) x
      where k.coalition_id = $1 and (l.sold <> x.sold or k.volume_minor <> x.remains)`,
  },
  {
    invariant: 'COMMISSION_MISSING',
    table: 'purchase',
    says: 'A sale that was brought, once it was looked through, has a commission where a programme of its seller had begun for who brought it.',
    sql: `select jsonb_build_object('purchase_id', p.purchase_id) as row, g.programme_id::text as expected,
        'no commission' as actual
      from coalition c
      join commission_cursor k on k.coalition_id = $1
      join attribution a on a.coalition_id = $1 and a.source_kind in ('AFFILIATE', 'MEMBER')
      join purchase p on p.coalition_id = $1 and p.purchase_id = a.purchase_id and p.batch_no <= k.done_batch_no
        and p.member_id <> a.source_id
      join commission_programme g on g.coalition_id = $1 and g.member_id = p.member_id and g.payee_kind = a.source_kind
        and (g.payee_id is null or g.payee_id = a.source_id)
        -- One that was being started while the sale was looked through may have come too late.
        and g.created_at + interval '1 minute' <= p.occurred_at
      cross join lateral (select (p.occurred_at at time zone c.time_zone)::date as day) d
      join lateral (select v.definition::json->>'toDay' as last from commission_version v
        where v.coalition_id = $1 and v.programme_id = g.programme_id and v.first_day <= d.day
        order by v.version desc limit 1) v on v.last is null or d.day <= v.last::date
      where c.coalition_id = $1 and (g.ended_on is null or d.day <= g.ended_on)
        and not exists (select from commission o where o.coalition_id = $1 and o.purchase_id = p.purchase_id)`,
  },
  {
    invariant: 'COMMISSION_SETTLED',
    table: 'commission',
    says: 'A commission is stated once its window is, and paid while no payment to its payee of that window is open, or its window is settled.',
    sql: `select jsonb_build_object('commission_id', k.commission_id) as row, k.status as expected,
        concat_ws(' ', 'window', w.window_no, w.status, 'open legs', x.open) as actual
      from commission k
      join commission_line l on l.coalition_id = $1 and l.commission_id = k.commission_id and l.kind = 'SALE'
      join commission_posting s on s.coalition_id = $1 and s.posting_id = l.posting_id
      left join settlement_window w on w.coalition_id = $1 and case when s.window_no is not null
        then w.window_no = s.window_no else s.posted_at >= w.opens_at and s.posted_at < w.cut_off end
      cross join lateral (select count(*) as open from payment_leg g where g.coalition_id = $1 and g.payee_id = k.payee_id
        and g.window_no = w.window_no and g.receivable_at is null and g.amount_minor > (
          select coalesce(sum(y.amount_minor), 0) from standing_payment y
          where y.coalition_id = $1 and y.payment_leg_id = g.payment_leg_id)) x
      where k.coalition_id = $1 and k.status in ('STATED', 'PAID') and (w.status is null or w.status in ('OPEN', 'CLOSED')
        or k.status = 'PAID' and case k.payee_kind when 'MEMBER' then w.status <> 'SETTLED' else x.open > 0 end)`,
  },
  {
    invariant: 'COMMISSION_STATE',
    table: 'commission',
    says: 'Of a pending commission nothing is booked, of any other all of it, between its payer and its payee; one of which nothing is left is no longer due.',
    sql: `select jsonb_build_object('commission_id', k.commission_id) as row, k.status as expected,
        concat_ws(' ', l.booked, 'of', l.lines, 'lines booked,', k.volume_minor, 'left') as actual
      from commission k
      left join (select l.commission_id, count(*) as lines, count(s.posting_id) as booked,
          bool_or(s.payer_id <> c.payer_id or s.payee_id <> c.payee_id or s.payee_kind <> c.payee_kind) as is_others
        from commission_line l
        join commission c on c.coalition_id = $1 and c.commission_id = l.commission_id
        left join commission_posting s on s.coalition_id = $1 and s.posting_id = l.posting_id
        where l.coalition_id = $1 group by l.commission_id) l on l.commission_id = k.commission_id
      where k.coalition_id = $1 and (coalesce(l.is_others, false)
        or case when k.status = 'PENDING' then coalesce(l.booked, 0) <> 0 else coalesce(l.booked <> l.lines, false) end
        or case when k.status in ('APPROVED', 'STATED', 'PAID') then k.volume_minor = 0
          when k.status in ('REVERSED', 'REJECTED') then k.volume_minor > 0 else false end)`,
  },
  {
    invariant: 'COMMISSION_POSTING',
    table: 'commission_posting',
    says: 'A posting is what its lines come to, and one entry books exactly what of it was credited or taken back.',
    sql: `select jsonb_build_object('posting_id', s.posting_id, 'entry_id', coalesce(s.entry_id, e.entry_id)) as row,
        concat_ws(' ', s.due_minor, (s.credited_minor + s.taken_back_minor) * ${MICROS_PER_MINOR}, s.payer_id, s.payee_id)
          as expected,
        concat_ws(' ', coalesce(l.due, 0), e.kind, t.amount, t.debit_kind, t.debit_owner_id, t.credit_kind,
          t.credit_owner_id) as actual
      from (select * from commission_posting where coalition_id = $1) s
      full join (select * from entry where coalition_id = $1 and kind in ('COMMISSION', 'COMMISSION_REVERSAL')) e
        on e.entry_id = s.entry_id
      left join (select posting_id, sum(amount_minor) as due from commission_line
        where coalition_id = $1 and posting_id is not null group by posting_id) l on l.posting_id = s.posting_id
      left join (select entry_id, sum(amount) as amount, min(debit_kind) as debit_kind, min(credit_kind) as credit_kind,
          min(debit_owner_id::text) as debit_owner_id, min(credit_owner_id::text) as credit_owner_id
        from transfer where coalition_id = $1 group by entry_id) t on t.entry_id = e.entry_id
      cross join lateral (select case s.payee_kind when 'AFFILIATE' then 'PAYABLE' else 'CLEARING' end as kind) a
      where s.posting_id is null or s.due_minor <> coalesce(l.due, 0)
        or s.entry_id is not null and (e.document_id is distinct from s.posting_id
          or t.amount is distinct from (s.credited_minor + s.taken_back_minor)::numeric * ${MICROS_PER_MINOR}
          or case when s.credited_minor > 0
            then (e.kind, t.debit_kind, t.debit_owner_id, t.credit_kind, t.credit_owner_id) is distinct from
              ('COMMISSION', 'CLEARING', s.payer_id::text, a.kind, s.payee_id::text)
            else (e.kind, t.debit_kind, t.debit_owner_id, t.credit_kind, t.credit_owner_id) is distinct from
              ('COMMISSION_REVERSAL', a.kind, s.payee_id::text, 'CLEARING', s.payer_id::text) end)`,
  },
  {
    invariant: 'COMMISSION_WRITTEN_DOWN',
    table: 'commission_posting',
    says: 'What a payer recovers of what an affiliate no longer had is no more than what was written down.',
    sql: `select jsonb_build_object('payer_id', payer_id, 'payee_id', payee_id) as row,
        sum(written_down_minor)::text as expected,
        (sum(taken_back_minor) filter (where is_recovery))::text as actual
      from commission_posting where coalition_id = $1
      group by payer_id, payee_id
      having sum(taken_back_minor) filter (where is_recovery) > sum(written_down_minor)`,
  },
  {
    invariant: 'PAYABLE_NEVER_OWES',
    table: 'account_movement',
    says: 'Nothing is taken back of an affiliate that it has no more: after a batch that did, it does not owe.',
    sql: `select jsonb_build_object('kind', 'PAYABLE', 'owner_id', m.owner_id, 'batch_no', m.batch_no) as row,
        '0 or more' as expected, m.owed::text as actual
      from (select owner_id, batch_no, sum(credit - debit) over (partition by owner_id order by batch_no) as owed
        from account_movement where coalition_id = $1 and kind = 'PAYABLE') m
      where m.owed < 0 and exists (select from transfer t
        join entry e on e.coalition_id = $1 and e.entry_id = t.entry_id and e.kind = 'COMMISSION_REVERSAL'
        where t.coalition_id = $1 and t.batch_no = m.batch_no and (t.debit_kind, t.debit_owner_id) = ('PAYABLE', m.owner_id))`,
  },
]
