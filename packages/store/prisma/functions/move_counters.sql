-- Moves the counters of a batch's posted steps, one update a counter; called by `post_entries`. What was counted past a limit
-- that a newer version lowered, or that two customers who became one had used together, stays counted.
create or replace function move_counters(p_coalition uuid, v_ok boolean[], k_step int[], k_owner uuid[],
  k_customer uuid[], k_period text[], k_delta bigint[], k_limit bigint[])
returns void
language plpgsql
set search_path = pg_catalog, public, pg_temp
set plan_cache_mode = force_generic_plan
as $$
begin
  insert into counter as c (coalition_id, owner_id, customer_id, period, used, "limit")
  select p_coalition, k.owner, k.customer, k.period, sum(k.delta), greatest(max(k.most), sum(k.delta))
  from unnest(k_step, k_owner, k_customer, k_period, k_delta, k_limit) k(step, owner, customer, period, delta, most)
  where v_ok[k.step]
  group by k.owner, k.customer, k.period
  order by k.owner, k.customer, k.period
  on conflict (coalition_id, owner_id, customer_id, period) do update
  set used = c.used + excluded.used, "limit" = greatest(excluded."limit", c.used + excluded.used);
end $$;
