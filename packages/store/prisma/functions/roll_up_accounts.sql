-- Sums up the movements of derived accounts, so that a position is read from one row and the batches after it. The sums
-- are computed here from the movements, so no caller can write a false one. Returns how many accounts were rolled up;
-- p_limit of them means that there may be more.
create or replace function roll_up_accounts(p_coalition uuid, p_from_movements integer, p_limit integer) returns integer
language plpgsql
security definer
set search_path = pg_catalog, public, pg_temp
set plan_cache_mode = force_generic_plan
as $$
declare
  v_batch bigint;
  v_count integer;
begin
  -- Batches of a coalition commit in the order of their numbers: whoever sees the head sees every movement before it.
  select h.batch_no into v_batch from chain_head h where h.coalition_id = p_coalition;
  if v_batch is null then
    return 0;
  end if;

  with recursive account as (
    -- One step of the index an account, however many movements it has.
    (select m.kind, m.owner_id from account_movement m where m.coalition_id = p_coalition
      order by m.kind, m.owner_id limit 1)
    union all
    select n.kind, n.owner_id
    from account a
    cross join lateral (select m.kind, m.owner_id from account_movement m
      where m.coalition_id = p_coalition and (m.kind, m.owner_id) > (a.kind, a.owner_id)
      order by m.kind, m.owner_id limit 1) n
  ), pending as (
    select a.kind, a.owner_id, coalesce(r.debit, 0) + s.debit as debit, coalesce(r.credit, 0) + s.credit as credit
    from account a
    left join lateral (select r.batch_no, r.debit, r.credit from account_rollup r
      where r.coalition_id = p_coalition and r.kind = a.kind and r.owner_id = a.owner_id
      order by r.batch_no desc limit 1) r on true
    cross join lateral (select count(*) as movements, sum(m.debit) as debit, sum(m.credit) as credit
      from account_movement m
      where m.coalition_id = p_coalition and m.kind = a.kind and m.owner_id = a.owner_id
        and m.batch_no > coalesce(r.batch_no, 0) and m.batch_no <= v_batch) s
    where s.movements >= p_from_movements
    limit p_limit
  )
  insert into account_rollup (coalition_id, kind, owner_id, batch_no, debit, credit)
  select p_coalition, p.kind, p.owner_id, v_batch, p.debit, p.credit
  from pending p
  order by p.kind, p.owner_id
  on conflict do nothing;
  get diagnostics v_count = row_count;
  return v_count;
end $$;
