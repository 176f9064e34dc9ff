-- What a customer did for a ladder from a local day on, in the ladder's measure. Sales keep it by day in `tier_day` from a customer's
-- first purchase under the ladder on; of who bought nothing since then it is reckoned from purchases.
create or replace function tier_value(p_coalition uuid, p_ladder uuid, p_customer uuid, p_from date)
returns bigint
language sql
stable
set search_path = pg_catalog, public, pg_temp
as $$
  select coalesce(case l.measure when 'SPEND' then sum(d.amount) else count(*) filter (where d.amount > 0) end, 0)::bigint
  from tier_ladder l
  left join lateral (
    select t.amount from tier_day t where t.coalition_id = p_coalition and t.ladder_id = p_ladder and t.customer_id = p_customer
      and t.day >= p_from
    union all
    select n.amount from tier_done(p_coalition, p_ladder, p_customer, p_from, 9223372036854775807) n
    where not exists (select from tier_day t where t.coalition_id = p_coalition and t.ladder_id = p_ladder
      and t.customer_id = p_customer)) d on true
  where l.coalition_id = p_coalition and l.ladder_id = p_ladder
  group by l.measure
$$;
