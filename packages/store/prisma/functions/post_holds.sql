-- The holds of a batch, called by `post_entries`. A hold is inserted before any hold is closed, so that one batch may do
-- both. `p_rare` is explained in `post_entries.md`.
create or replace function post_holds(p_coalition uuid, v_batch bigint, v_posted timestamptz, s_customer uuid[], v_ok boolean[], p_rare jsonb)
returns void
language plpgsql
set search_path = pg_catalog, public, pg_temp
set plan_cache_mode = force_generic_plan
as $$
declare
  v_expected bigint;
  v_count bigint;
begin
  insert into hold (coalition_id, hold_id, customer_id, member_id, points, terms_id, status, order_ref, bill_minor, code, created_at,
    expires_at, batch_no, batch_step, row_hash)
  select p_coalition, h.id, s_customer[h.step], h.member, h.points, h.terms, 'OPEN', h.order_ref, h.bill, h.code, h.created,
    h.expires, v_batch, h.step, h.row_hash
  from jsonb_to_recordset(p_rare->'holds') h(step int, id uuid, member uuid, points bigint, terms uuid, order_ref text,
    bill bigint, code text, created timestamptz, expires timestamptz, row_hash bigint)
  where v_ok[h.step];

  insert into hold_lot (coalition_id, hold_id, position, lot_id, points, batch_no, batch_step, row_hash)
  select p_coalition, h.hold, h.position, h.lot, h.points, v_batch, h.step, h.row_hash
  from jsonb_to_recordset(p_rare->'holdLots') h(step int, hold uuid, position int, lot uuid, points bigint, row_hash bigint)
  where v_ok[h.step];

  select count(*) into v_expected from jsonb_to_recordset(p_rare->'holdChanges') c(step int) where v_ok[c.step];
  update hold h
  set status = c.status, closed_at = v_posted + c.step * interval '1 microsecond'
  from jsonb_to_recordset(p_rare->'holdChanges') c(step int, hold uuid, status text)
  where v_ok[c.step] and h.coalition_id = p_coalition and h.hold_id = c.hold
    and h.customer_id = s_customer[c.step] and h.status = 'OPEN';
  get diagnostics v_count = row_count;
  if v_count <> v_expected then
    raise exception 'a closed hold is not the customer''s open hold' using errcode = '23503';
  end if;
end $$;
