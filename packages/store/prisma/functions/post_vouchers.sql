-- The vouchers of a batch, called by `post_entries`: those given are rows, those used, brought back or revoked are moved, and a merge
-- hands all of a customer's on. `p_rare` is explained in `post_entries.md`.
create or replace function post_vouchers(p_coalition uuid, v_batch bigint, v_posted timestamptz, s_customer uuid[], v_ok boolean[],
  p_rare jsonb)
returns void
language plpgsql
set search_path = pg_catalog, public, pg_temp
set plan_cache_mode = force_generic_plan
as $$
declare
  v_expected bigint;
  v_count bigint;
begin
  insert into voucher (coalition_id, voucher_id, code, rule_id, rule_version_id, customer_id, member_id, purchase_id, first_last_day,
    issued_at, holder_id, last_day, batch_no, batch_step, row_hash)
  select p_coalition, m.id, m.code, r.rule_id, m.version, s_customer[m.step], m.member, m.purchase, m.day,
    v_posted + m.step * interval '1 microsecond', s_customer[m.step], m.day, v_batch, m.step, m.row_hash
  from jsonb_to_recordset(p_rare->'vouchers') m(step int, act text, id uuid, code text, version uuid, member uuid, purchase uuid,
    day date, row_hash bigint)
  cross join lateral (select r.rule_id from rule_version r where r.coalition_id = p_coalition and r.rule_version_id = m.version
    limit 1) r
  where m.act = 'ISSUE' and v_ok[m.step];

  select count(*) into v_expected from jsonb_to_recordset(p_rare->'vouchers') m(step int, act text)
  where m.act in ('USE', 'RETURN', 'REVOKE') and v_ok[m.step];
  update voucher v
  set used_by_id = case m.act when 'USE' then m.purchase when 'REVOKE' then v.used_by_id end,
    returned_by_id = case when m.act = 'RETURN' then m.refund else v.returned_by_id end,
    revoked_by_id = case when m.act = 'REVOKE' then m.refund else v.revoked_by_id end,
    last_day = case when m.act = 'RETURN' then m.day else v.last_day end
  from jsonb_to_recordset(p_rare->'vouchers') m(step int, act text, id uuid, day date, purchase uuid, refund uuid)
  where m.act in ('USE', 'RETURN', 'REVOKE') and v_ok[m.step] and v.coalition_id = p_coalition and v.voucher_id = m.id;
  get diagnostics v_count = row_count;
  if v_count <> v_expected then
    raise exception 'a voucher that the coalition does not have' using errcode = '23503';
  end if;

  update voucher v
  set holder_id = m.holder
  from jsonb_to_recordset(p_rare->'vouchers') m(step int, act text, holder uuid)
  where m.act = 'MERGE' and v_ok[m.step] and v.coalition_id = p_coalition and v.holder_id = s_customer[m.step];
end $$;
