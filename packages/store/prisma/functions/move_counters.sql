-- Moves the counters of a batch's posted steps, one row a counter, each found by its whole key; called by `post_entries`. What was
-- counted before a newer version lowered the limit stays counted. What is given back leaves the limit as it is: the refund knows the
-- one of its purchase alone.
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
  where v_ok[k.step] and k.delta > 0
  group by k.owner, k.customer, k.period
  on conflict (coalition_id, owner_id, customer_id, period) do update
  set used = c.used + excluded.used, "limit" = greatest(excluded."limit", c.used + excluded.used);

  if 0 > any(k_delta) then
    update counter c
    set used = c.used + m.delta
    from (select k.owner, k.customer, k.period, sum(k.delta)::bigint as delta
      from unnest(k_step, k_owner, k_customer, k_period, k_delta) k(step, owner, customer, period, delta)
      where v_ok[k.step] and k.delta < 0
      group by k.owner, k.customer, k.period) m
    where c.coalition_id = p_coalition and c.owner_id = m.owner and c.customer_id = m.customer and c.period = m.period
      and c.owner_id = any(k_owner) and c.customer_id = any(k_customer);
  end if;
end $$;
