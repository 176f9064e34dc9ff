-- Locks the end of a coalition's chain until the caller's transaction ends, so that nobody changes what the caller loads
-- before it has recorded its decision. For a batch that others keep overtaking.
create or replace function hold_chain(p_coalition uuid)
returns void
language sql
security definer
set search_path = pg_catalog, public, pg_temp
as $$
  select from chain_head where coalition_id = p_coalition for update;
$$;
