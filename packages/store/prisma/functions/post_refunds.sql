-- The refunds of a batch, the debts and claims they leave, and what is recovered of them; called by `post_entries`.
-- `p_rare` is explained in `post_entries.md`.
create or replace function post_refunds(p_coalition uuid, v_batch bigint, v_posted timestamptz, s_customer uuid[], s_balance bigint[], e_id uuid[],
  v_ok boolean[], p_rare jsonb)
returns void
language plpgsql
set search_path = pg_catalog, public, pg_temp
set plan_cache_mode = force_generic_plan
as $$
declare
  v_expected bigint;
  v_count bigint;
begin
  insert into refund (coalition_id, refund_id, purchase_id, member_id, customer_id, amount_minor, money_minor,
    points_returned, points_recovered, points_to_debt, points_borne, points_expired, points_claimed, reason, rules, lines,
    balance_after, recorded_at, batch_no, batch_step, row_hash)
  select p_coalition, r.id, r.purchase, r.member, s_customer[r.step], r.amount, r.money, r.returned, r.recovered,
    r.to_debt, r.borne, r.expired, r.claimed, r.reason, r.rules, r.lines::json, s_balance[r.step], v_posted + r.step * interval '1 microsecond', v_batch,
    r.step, r.row_hash
  from jsonb_to_recordset(p_rare->'refunds') r(step int, id uuid, purchase uuid, member uuid, amount bigint,
    money bigint, returned bigint, recovered bigint, to_debt bigint, borne bigint, expired bigint, claimed bigint,
    reason text, rules text, lines text, row_hash bigint)
  where v_ok[r.step];

  insert into debt (coalition_id, debt_id, customer_id, issuer_id, purchase_id, lot_id, entry_id, amount, remaining,
    issue_fee, incurred_at, batch_no, batch_step, row_hash)
  select p_coalition, d.id, s_customer[d.step], d.issuer, d.purchase, d.lot, e_id[d.entry], d.amount, d.amount, d.issue_fee,
    d.incurred, v_batch, d.step, d.row_hash
  from jsonb_to_recordset(p_rare->'debts') d(step int, entry int, id uuid, issuer uuid, purchase uuid, lot uuid, amount bigint,
    issue_fee bigint, incurred timestamptz, row_hash bigint)
  where v_ok[d.step];

  with recovered as (
    select s_customer[d.step] as customer, d.debt, sum(d.points) as points
    from jsonb_to_recordset(p_rare->'debtRecoveries') d(step int, debt uuid, points bigint)
    where v_ok[d.step]
    group by 1, 2
  ), changed as (
    update debt d
    set remaining = d.remaining - r.points
    from recovered r
    where d.coalition_id = p_coalition and d.debt_id = r.debt and d.customer_id = r.customer
    returning 1
  )
  select (select count(*) from recovered), (select count(*) from changed) into v_expected, v_count;
  if v_count <> v_expected then
    raise exception 'a recovered debt is not the customer''s' using errcode = '23503';
  end if;

  perform post_claims(p_coalition, v_batch, s_customer, e_id, v_ok, p_rare);
  perform unprove_tiers(p_coalition, v_batch);
end $$;
