-- What the refunds of a batch take of what customers did for ladders. `post_refunds` calls it, after the purchases of the batch were
-- counted. A tier goes back to the day from which on what is left is enough; where nothing is, only its grace is left, from today on.
create or replace function unprove_tiers(p_coalition uuid, p_batch bigint)
returns void
language plpgsql
set search_path = pg_catalog, public, pg_temp
as $$
begin
  if not exists (select from tier_ladder l where l.coalition_id = p_coalition and l.ended_at is null)
    or not exists (select from refund r where r.coalition_id = p_coalition and r.batch_no = p_batch) then
    return;
  end if;

  -- A merge leaves days to be counted anew; who holds nothing of a ladder waits for its next purchase.
  insert into tier_day (coalition_id, ladder_id, customer_id, day, amount)
  select p_coalition, w.ladder_id, w.customer_id, d.day, d.amount
  from (select distinct s.customer_id, s.ladder_id, l.window_days, (r.recorded_at at time zone c.time_zone)::date as seen
    from refund r
    join coalition c on c.coalition_id = p_coalition
    join customer who on who.coalition_id = p_coalition and who.customer_id = r.customer_id
    join tier_standing s on s.coalition_id = p_coalition and s.customer_id = coalesce(who.merged_into_id, who.customer_id)
    join tier_ladder l on l.coalition_id = p_coalition and l.ladder_id = s.ladder_id and l.ended_at is null
    where r.coalition_id = p_coalition and r.batch_no = p_batch
      and not exists (select from tier_day t where t.coalition_id = p_coalition and t.ladder_id = s.ladder_id
        and t.customer_id = s.customer_id)) w
  cross join lateral (select * from tier_done(p_coalition, w.ladder_id, w.customer_id, w.seen - w.window_days + 1, p_batch)) d;

  update tier_day d set amount = d.amount - x.back
  from (select y.ladder_id, y.customer_id, y.day, sum(case y.measure when 'SPEND' then y.money
      else ((y.bill > y.before or y.bill = 0 and y.refunds = 0) and y.bill <= y.before + y.now)::int end) as back
    from (select l.ladder_id, l.measure, coalesce(who.merged_into_id, who.customer_id) as customer_id,
        case when l.measure = 'VISITS' and l.member_id is null then (p.recorded_at at time zone c.time_zone)::date
          else (least(p.occurred_at, p.recorded_at) at time zone c.time_zone)::date end as day,
        p.total_minor - p.discount_minor as bill, n.money, n.now, o.before, o.refunds
      from (select r.purchase_id, sum(r.amount_minor) as now, sum(r.money_minor) as money from refund r
        where r.coalition_id = p_coalition and r.batch_no = p_batch group by r.purchase_id) n
      join purchase p on p.coalition_id = p_coalition and p.purchase_id = n.purchase_id
      join customer who on who.coalition_id = p_coalition and who.customer_id = p.customer_id
      join coalition c on c.coalition_id = p_coalition
      join tier_ladder l on l.coalition_id = p_coalition and l.ended_at is null
        and (l.member_id is null or l.member_id = p.member_id)
      cross join lateral (select count(*) as refunds, coalesce(sum(r.amount_minor), 0) as before from refund r
        where r.coalition_id = p_coalition and r.purchase_id = n.purchase_id and r.batch_no < p_batch) o) y
    group by y.ladder_id, y.customer_id, y.day) x
  where d.coalition_id = p_coalition and d.ladder_id = x.ladder_id and d.customer_id = x.customer_id and d.day = x.day;

  update tier_standing t set proven_day = w.proven_day
  from (select s.ladder_id, s.customer_id, s.position,
      coalesce(max(d.day) filter (where d.done >= tier.threshold), s.seen - s.window_days) as proven_day
    from (select distinct s.ladder_id, s.customer_id, s.position, l.measure, l.window_days,
        (r.recorded_at at time zone c.time_zone)::date as seen
      from refund r
      join coalition c on c.coalition_id = p_coalition
      join customer who on who.coalition_id = p_coalition and who.customer_id = r.customer_id
      join tier_standing s on s.coalition_id = p_coalition and s.customer_id = coalesce(who.merged_into_id, who.customer_id)
      join tier_ladder l on l.coalition_id = p_coalition and l.ladder_id = s.ladder_id and l.ended_at is null
      where r.coalition_id = p_coalition and r.batch_no = p_batch) s
    join tier on tier.coalition_id = p_coalition and tier.ladder_id = s.ladder_id and tier.position = s.position
    left join lateral (select d.day, sum(case s.measure when 'SPEND' then d.amount else sign(d.amount) end)
        over (order by d.day desc) as done
      from tier_day d where d.coalition_id = p_coalition and d.ladder_id = s.ladder_id and d.customer_id = s.customer_id
        and d.day > s.seen - s.window_days) d on true
    group by s.ladder_id, s.customer_id, s.position, s.seen, s.window_days) w
  where t.coalition_id = p_coalition and t.ladder_id = w.ladder_id and t.customer_id = w.customer_id and t.position = w.position
    and t.proven_day > w.proven_day;
end $$;
