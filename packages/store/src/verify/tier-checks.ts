import type { Check } from './check.ts'

/** Customers who were merged, erased, or are somebody merged into: what they hold was handed on, or taken away. */
const HANDED_ON = `(select customer_id from customer where coalition_id = $1 and status = 'CLOSED'
  union all select merged_into_id from customer where coalition_id = $1 and merged_into_id is not null)`

/**
 * What customers did by ladder and local day, from purchases and refunds alone: one pass, of no more days than the longest window. The
 * day is that of the purchase or of its recording, whichever is first; of a visit anywhere that of its recording.
 */
const DONE = `ladder as materialized (select l.*, c.time_zone,
      ((now() + make_interval(secs => c.clock_offset_seconds)) at time zone c.time_zone)::date - l.window_days as before
    from tier_ladder l join coalition c on c.coalition_id = l.coalition_id
    where l.coalition_id = $1 and l.ended_at is null),
  back as (select purchase_id, count(*) as refunds, sum(amount_minor) as amount, sum(money_minor) as money
    from refund where coalition_id = $1 and exists (select from ladder) group by purchase_id),
  sold as (select p.customer_id, p.member_id, p.batch_no, (p.recorded_at at time zone c.time_zone)::date as recorded,
      (least(p.occurred_at, p.recorded_at) at time zone c.time_zone)::date as day,
      p.total_minor - p.discount_minor - p.points_part_minor - coalesce(b.money, 0) as money,
      (p.total_minor - p.discount_minor > coalesce(b.amount, 0)
        or p.total_minor = p.discount_minor and b.purchase_id is null)::int as visit
    from purchase p join coalition c on c.coalition_id = p.coalition_id left join back b on b.purchase_id = p.purchase_id
    where p.coalition_id = $1 and p.recorded_at > (select min(l.before) from ladder l) - 2
      and p.customer_id not in ${HANDED_ON}),
  done as materialized (select l.ladder_id, s.customer_id,
      case when l.measure = 'VISITS' and l.member_id is null then s.recorded else s.day end as day,
      sum(case l.measure when 'SPEND' then s.money else s.visit end) as amount,
      bool_or(s.batch_no > l.since_batch_no) as counted
    from sold s join ladder l on l.member_id is null or l.member_id = s.member_id
    where case when l.measure = 'VISITS' and l.member_id is null then s.recorded else s.day end > l.before
    group by 1, 2, 3)`

/** Where customers stand on ladders, and what sales kept of it by day, against purchases and refunds. */
export const TIER_CHECKS: readonly Check[] = [
  {
    invariant: 'TIER_DAY',
    table: 'tier_day',
    says: 'What is kept of a customer by day and ladder is what its purchases and refunds come to.',
    sql: `with ${DONE},
    kept as (select t.ladder_id, t.customer_id, t.day, t.amount from tier_day t join ladder l on l.ladder_id = t.ladder_id
      where t.coalition_id = $1 and t.day > l.before and t.customer_id not in ${HANDED_ON})
    select jsonb_build_object('ladder_id', coalesce(k.ladder_id, d.ladder_id), 'customer_id',
        coalesce(k.customer_id, d.customer_id), 'day', coalesce(k.day, d.day)) as row,
      coalesce(d.amount, 0)::text as expected, coalesce(k.amount, 0)::text as actual
    from kept k
    full join (select d.* from done d join (select distinct ladder_id, customer_id from kept) known
      using (ladder_id, customer_id)) d on d.ladder_id = k.ladder_id and d.customer_id = k.customer_id and d.day = k.day
    where coalesce(k.amount, 0) <> coalesce(d.amount, 0)`,
  },
  {
    invariant: 'TIER_STANDING',
    table: 'tier_standing',
    says: 'A customer holds the tiers that what it did in the window proves, from the latest day from which on it is enough.',
    sql: `with ${DONE},
    running as (select d.ladder_id, d.customer_id, d.day, bool_or(d.counted) over (partition by d.ladder_id, d.customer_id) as counted,
        sum(case l.measure when 'SPEND' then d.amount else sign(d.amount) end)
          over (partition by d.ladder_id, d.customer_id order by d.day desc) as amount
      from done d join ladder l on l.ladder_id = d.ladder_id),
    wanted as (select r.ladder_id, r.customer_id, t.position, max(r.day) as proven_day
      from running r join tier t on t.coalition_id = $1 and t.ladder_id = r.ladder_id and t.threshold <= r.amount
      where r.counted group by r.ladder_id, r.customer_id, t.position),
    stored as (select s.*, l.before from tier_standing s join ladder l on l.ladder_id = s.ladder_id
      where s.coalition_id = $1 and s.customer_id not in (select merged_into_id from customer
        where coalition_id = $1 and merged_into_id is not null))
    select jsonb_build_object('ladder_id', coalesce(s.ladder_id, w.ladder_id), 'customer_id', coalesce(s.customer_id, w.customer_id),
        'position', coalesce(s.position, w.position)) as row,
      coalesce(w.proven_day::text, 'none') as expected, s.proven_day::text as actual
    from stored s
    full join wanted w on w.ladder_id = s.ladder_id and w.customer_id = s.customer_id and w.position = s.position
    where s.proven_day is distinct from w.proven_day and (w.proven_day is not null or s.proven_day > s.before)`,
  },
]
