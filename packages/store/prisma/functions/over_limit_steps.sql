-- Steps of a batch that would take a counter past its limit; null for none. What an earlier step of the batch gives back counts
-- from the next batch, since it may not be posted. Called with the end of the chain held, so nobody else moves a counter meanwhile.
create or replace function over_limit_steps(p_coalition uuid, k_step int[], k_owner uuid[], k_customer uuid[],
  k_period text[], k_delta bigint[], k_limit bigint[])
returns int[]
language plpgsql
stable
set search_path = pg_catalog, public, pg_temp
as $$
begin
  return (
    select array_agg(distinct x.step)
    from (
      select k.step, k.delta, k.most, coalesce((select c.used from counter c where c.coalition_id = p_coalition
          and c.owner_id = k.owner and c.customer_id = k.customer and c.period = k.period), 0)
        + sum(greatest(k.delta, 0)) over (partition by k.owner, k.customer, k.period order by k.step
          rows unbounded preceding) as used
      from unnest(k_step, k_owner, k_customer, k_period, k_delta, k_limit) k(step, owner, customer, period, delta, most)
    ) x
    where x.delta > 0 and x.used > x.most);
end $$;
