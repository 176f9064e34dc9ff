-- Who stands behind the documents of a batch, called by `post_entries`: a row for each that somebody signed in recorded, none
-- for those of a member's server. `p_rare` is explained in `post_entries.md`.
create or replace function post_acts(p_coalition uuid, v_batch bigint, v_ok boolean[], p_rare jsonb)
returns void
language plpgsql
set search_path = pg_catalog, public, pg_temp
set plan_cache_mode = force_generic_plan
as $$
begin
  insert into act_by (coalition_id, document_id, person_id, till_id, batch_no, batch_step, row_hash)
  select p_coalition, a.document, a.person, a.till, v_batch, a.step, a.row_hash
  from jsonb_to_recordset(p_rare->'acts') a(step int, document uuid, person uuid, till uuid, row_hash bigint)
  where v_ok[a.step];
end $$;
