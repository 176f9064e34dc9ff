import type { Check } from './check.ts'

/** Customers who were merged, erased, or are somebody merged into: what they hold was handed on, or taken away. */
const HANDED_ON = `(select customer_id from customer where coalition_id = $1 and status = 'CLOSED'
  union all select merged_into_id from customer where coalition_id = $1 and merged_into_id is not null)`

/**
 * Where customers stand on ladders, reckoned from purchases and refunds alone: after each purchase what its customer did in the window,
 * by the purchases up to its batch and the refunds of the batches before; the last day on which that was enough; and since when no
 * review day lies between two such days.
 */
export const TIER_CHECKS: readonly Check[] = [
  {
    invariant: 'TIER_STANDING',
    table: 'tier_standing',
    says: 'A customer holds the tiers that its purchases proved, refunds taken off, until their review days.',
    sql: `with ladder as (select l.*, l.window_days + l.grace_days as held, c.time_zone,
        ((now() + make_interval(secs => c.clock_offset_seconds)) at time zone c.time_zone)::date as today
      from tier_ladder l join coalition c on c.coalition_id = l.coalition_id
      where l.coalition_id = $1 and l.ended_at is null),
    sold as (select p.purchase_id, p.customer_id, p.member_id, p.batch_no, p.batch_step,
        (p.occurred_at at time zone c.time_zone)::date as day, (p.recorded_at at time zone c.time_zone)::date as seen,
        p.total_minor - p.discount_minor as bill, p.total_minor - p.discount_minor - p.points_part_minor as money
      from purchase p join coalition c on c.coalition_id = p.coalition_id
      where p.coalition_id = $1 and exists (select from ladder) and p.customer_id not in ${HANDED_ON}),
    pair as (select l.ladder_id, l.measure, l.held, p.purchase_id, p.customer_id, p.seen, p.batch_no, p.batch_step,
        q.day, q.bill, q.money, coalesce(sum(r.amount_minor), 0) as back, coalesce(sum(r.money_minor), 0) as money_back
      from ladder l
      join sold p on p.batch_no > l.since_batch_no and (l.member_id is null or l.member_id = p.member_id)
      join sold q on q.customer_id = p.customer_id and (l.member_id is null or l.member_id = q.member_id)
        and q.batch_no <= p.batch_no and q.day > p.seen - l.window_days and q.day <= p.seen
      left join refund r on r.coalition_id = $1 and r.purchase_id = q.purchase_id and r.batch_no < p.batch_no
      group by l.ladder_id, l.measure, l.held, p.purchase_id, p.customer_id, p.seen, p.batch_no, p.batch_step,
        q.purchase_id, q.day, q.bill, q.money),
    reached as (select ladder_id, held, customer_id, seen, batch_no, batch_step, case measure
        when 'SPEND' then sum(money - money_back) else count(distinct day) filter (where bill > back) end as value
      from pair group by ladder_id, measure, held, purchase_id, customer_id, seen, batch_no, batch_step),
    proof as (select v.ladder_id, v.held, v.customer_id, t.position, v.seen, lag(v.seen) over (
        partition by v.ladder_id, v.customer_id, t.position order by v.batch_no, v.batch_step) as before
      from reached v join tier t on t.coalition_id = $1 and t.ladder_id = v.ladder_id and t.threshold <= v.value),
    wanted as (select ladder_id, customer_id, position, max(seen) as proven_day,
        max(seen) filter (where before is null or seen >= before + held) as since_day
      from proof group by ladder_id, customer_id, position),
    stored as (select s.* from tier_standing s join ladder l on l.ladder_id = s.ladder_id
      where s.coalition_id = $1 and s.customer_id not in (select merged_into_id from customer
        where coalition_id = $1 and merged_into_id is not null))
    select jsonb_build_object('ladder_id', l.ladder_id, 'customer_id', coalesce(s.customer_id, w.customer_id),
        'position', coalesce(s.position, w.position)) as row,
      coalesce(concat_ws(' ', 'since', w.since_day, 'proven', w.proven_day), 'none') as expected,
      concat_ws(' ', 'since', s.since_day, 'proven', s.proven_day) as actual
    from stored s
    full join wanted w on w.ladder_id = s.ladder_id and w.customer_id = s.customer_id and w.position = s.position
    join ladder l on l.ladder_id = coalesce(s.ladder_id, w.ladder_id)
    where (s.since_day, s.proven_day) is distinct from (w.since_day, w.proven_day)
      and (s.customer_id is not null or w.proven_day + l.held > l.today)`,
  },
]
