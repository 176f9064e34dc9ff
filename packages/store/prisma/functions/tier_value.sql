-- What customers did for a ladder in a window of local days, both included, before batch `p_before`: the money of their bills, discounts
-- and points aside, less what refunds gave back of it; or on how many days they bought something that they kept. Refunds count from
-- the batch after theirs on. Customers are one and all who were merged into it; a null member means any.
create or replace function tier_value(p_coalition uuid, p_customers uuid[], p_member uuid, p_measure text, p_zone text, p_from date,
  p_to date, p_last_batch bigint)
returns bigint
language sql
stable
set search_path = pg_catalog, public, pg_temp
as $$
  select coalesce(case p_measure when 'SPEND' then sum(x.money - x.money_back)
      else count(distinct x.day) filter (where x.bill > x.back) end, 0)::bigint
  from (select p.total_minor - p.discount_minor as bill, p.total_minor - p.discount_minor - p.points_part_minor as money,
      (p.occurred_at at time zone p_zone)::date as day, coalesce(r.back, 0) as back, coalesce(r.money_back, 0) as money_back
    from unnest(p_customers) who(id)
    cross join lateral (select p.* from purchase p where p.coalition_id = p_coalition and p.customer_id = who.id
      and (p_member is null or p.member_id = p_member) and p.batch_no <= p_last_batch
      and (p.occurred_at at time zone p_zone)::date between p_from and p_to) p
    left join lateral (select sum(r.amount_minor) as back, sum(r.money_minor) as money_back from refund r
      where r.coalition_id = p_coalition and r.purchase_id = p.purchase_id and r.batch_no < p_last_batch) r on true) x
$$;
