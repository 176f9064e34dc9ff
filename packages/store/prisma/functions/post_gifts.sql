-- What rules gave in a batch for what is no purchase, and what was taken back of it; called by `post_entries`. `p_rare` is explained in `post_entries.md`.
create or replace function post_gifts(p_coalition uuid, v_batch bigint, v_posted timestamptz, s_customer uuid[], v_ok boolean[],
  p_rare jsonb)
returns void
language plpgsql
set search_path = pg_catalog, public, pg_temp
set plan_cache_mode = force_generic_plan
as $$
begin
  insert into rule_gift (coalition_id, gift_id, occasion_id, rule_version_id, customer_id, owner_id, day, points, counters,
    payers, given_at, batch_no, batch_step, row_hash)
  select p_coalition, g.id, g.occasion, g.version, s_customer[g.step], g.owner, g.day, g.points, g.counters, g.payers,
    v_posted + g.step * interval '1 microsecond', v_batch, g.step, g.row_hash
  from jsonb_to_recordset(p_rare->'gifts') g(step int, id uuid, occasion uuid, version uuid, owner uuid, day date,
    points bigint, counters text, payers text, row_hash bigint)
  where v_ok[g.step];

  insert into gift_return (coalition_id, return_id, gift_id, customer_id, points, counters, payers, returned_at, batch_no,
    batch_step, row_hash)
  select p_coalition, g.id, g.gift, s_customer[g.step], g.points, g.counters, g.payers, v_posted + g.step * interval '1 microsecond',
    v_batch, g.step, g.row_hash
  from jsonb_to_recordset(p_rare->'giftReturns') g(step int, id uuid, gift uuid, points bigint, counters text, payers text,
    row_hash bigint)
  where v_ok[g.step];
end $$;
