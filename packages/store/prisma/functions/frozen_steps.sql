-- Steps of a batch that spend, hold or give points of a customer who is frozen by now; null for none. What was held before is
-- a promise, and its capture no new spending. Freezing waits for the end of the chain too, so none slips between.
create or replace function frozen_steps(p_coalition uuid, s_customer uuid[], e_step int[], e_kind text[], e_reserved bigint[])
returns int[]
language plpgsql
stable
set search_path = pg_catalog, public, pg_temp
as $$
begin
  -- plpgsql keeps the plan from call to call; a function of SQL that sets a path is planned each time.
  return (
    select array_agg(e_step[i])
    from generate_series(1, cardinality(e_kind)) i
    where (e_kind[i] in ('HOLD', 'TRANSFER_OUT', 'MERGE_OUT') or e_kind[i] = 'REDEEM' and e_reserved[i] = 0)
      and exists (select from customer c where c.coalition_id = p_coalition
        and c.customer_id = s_customer[e_step[i]] and c.frozen_at is not null));
end $$;
