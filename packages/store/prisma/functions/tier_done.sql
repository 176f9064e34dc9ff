-- What a customer, and who was merged into it, did for a ladder by local day, by purchases and refunds of batches before `p_before`, from a
-- day on: money of bills, discounts and points aside, less what refunds gave back of it; or how many purchases something was kept of.
-- A day is that of the purchase, or of its recording where that is earlier. A visit on a ladder of the coalition is on the day of its
-- recording: a member says when its own customers came, and not when those of all did.
create or replace function tier_done(p_coalition uuid, p_ladder uuid, p_customer uuid, p_from date, p_before bigint)
returns table (day date, amount bigint)
language sql
stable
set search_path = pg_catalog, public, pg_temp
as $$
  select x.day, sum(case when x.measure = 'SPEND' then x.money - x.money_back
      when x.bill > x.back or x.bill = 0 and x.refunds = 0 then 1 else 0 end)::bigint
  from (select l.measure, p.total_minor - p.discount_minor as bill, p.total_minor - p.discount_minor - p.points_part_minor as money,
      case when l.measure = 'VISITS' and l.member_id is null then (p.recorded_at at time zone c.time_zone)::date
        else (least(p.occurred_at, p.recorded_at) at time zone c.time_zone)::date end as day,
      coalesce(r.refunds, 0) as refunds, coalesce(r.back, 0) as back, coalesce(r.money_back, 0) as money_back
    from tier_ladder l
    join coalition c on c.coalition_id = l.coalition_id
    join purchase p on p.coalition_id = l.coalition_id and (l.member_id is null or l.member_id = p.member_id)
      and p.customer_id = any(array(select s.customer_id from customer s where s.coalition_id = p_coalition
        and (s.customer_id = p_customer or s.merged_into_id = p_customer)))
    left join lateral (select count(*) as refunds, sum(r.amount_minor) as back, sum(r.money_minor) as money_back from refund r
      where r.coalition_id = p_coalition and r.purchase_id = p.purchase_id and r.batch_no < p_before) r on true
    where l.coalition_id = p_coalition and l.ladder_id = p_ladder and p.batch_no < p_before
      and p.recorded_at >= start_of_day(p_from, c.time_zone)) x
  where x.day >= p_from
  group by x.day
$$;
