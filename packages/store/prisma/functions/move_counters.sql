-- Moves the counters of a batch's posted steps, one update a counter; called by `post_entries` with the end of the chain held, so
-- that a counter is made once. What was counted before a newer version lowered the limit stays counted. What is given back leaves
-- the limit as it is: the refund knows the one of its purchase alone.
create or replace function move_counters(p_coalition uuid, v_ok boolean[], k_step int[], k_owner uuid[],
  k_customer uuid[], k_period text[], k_delta bigint[], k_limit bigint[])
returns void
language plpgsql
set search_path = pg_catalog, public, pg_temp
set plan_cache_mode = force_generic_plan
as $$
begin
  with moved as (
    select k.owner, k.customer, k.period, sum(k.delta)::bigint as delta, max(k.most) filter (where k.delta > 0) as most
    from unnest(k_step, k_owner, k_customer, k_period, k_delta, k_limit) k(step, owner, customer, period, delta, most)
    where v_ok[k.step]
    group by k.owner, k.customer, k.period
  ), changed as (
    update counter c
    set used = c.used + m.delta, "limit" = greatest(coalesce(m.most, c."limit"), c.used + m.delta)
    from moved m
    where c.coalition_id = p_coalition and c.owner_id = m.owner and c.customer_id = m.customer and c.period = m.period
      and c.owner_id = any(k_owner)
    returning c.owner_id, c.customer_id, c.period
  )
  insert into counter (coalition_id, owner_id, customer_id, period, used, "limit")
  select p_coalition, m.owner, m.customer, m.period, m.delta, m.most
  from moved m
  where not exists (select from changed c
    where c.owner_id = m.owner and c.customer_id = m.customer and c.period = m.period);
end $$;
