-- What a refund of an earning sale does not find is claimed of the lot: points that come back to it go to the issuer first.
-- Points that had run out are told apart from points that were spent, and lots know where a merge took them from.

alter table lot add column origin_lot_id uuid;
alter table debt add column lot_id uuid;
alter table refund
  add column points_expired bigint not null default 0,
  add column points_claimed bigint not null default 0,
  add constraint refund_claims check (points_expired >= 0 and points_claimed between 0 and points_returned);

create table claim (
  coalition_id uuid not null,
  refund_id uuid not null,
  customer_id uuid not null,
  lot_id uuid not null,
  purchase_id uuid not null,
  entry_id uuid not null,
  amount bigint not null,
  remaining bigint not null,
  batch_no bigint not null,
  batch_step int not null,
  row_hash bigint not null,
  constraint claim_pkey primary key (coalition_id, refund_id),
  constraint claim_coalition_id_customer_id_fkey foreign key (coalition_id, customer_id)
    references customer (coalition_id, customer_id) on delete restrict on update cascade,
  constraint claim_bounds check (amount > 0 and remaining between 0 and amount)
);
alter table claim owner to artel_owner;
grant select on claim to artel_app;

create index claim_open_by_lot on claim (coalition_id, lot_id) where remaining > 0;
create index claim_batch on claim using brin (batch_no) with (pages_per_range = 32, autosummarize = on);
create index lot_by_origin on lot (coalition_id, origin_lot_id) where origin_lot_id is not null;

-- The claims that refunds of a batch leave, what comes back to satisfy them, and where points of a merged customer were
-- first issued; called by `post_refunds`. `p_rare` is explained in `post_entries.md`.
create or replace function post_claims(p_coalition uuid, v_batch bigint, s_customer uuid[], e_id uuid[], v_ok boolean[], p_rare jsonb)
returns void
language plpgsql
set search_path = pg_catalog, public, pg_temp
set plan_cache_mode = force_generic_plan
as $$
declare
  v_expected bigint;
  v_count bigint;
begin
  -- Most batches of holds and refunds have none of it.
  if jsonb_array_length(p_rare->'lotOrigins') + jsonb_array_length(p_rare->'claims')
    + jsonb_array_length(p_rare->'claimRecoveries') = 0 then
    return;
  end if;

  -- Lots of this batch alone: a lot's origin never changes afterwards.
  with origins as (
    select s_customer[o.step] as customer, o.lot, o.origin
    from jsonb_to_recordset(p_rare->'lotOrigins') o(step int, lot uuid, origin uuid)
    where v_ok[o.step]
  ), changed as (
    update lot l
    set origin_lot_id = o.origin
    from origins o
    where l.coalition_id = p_coalition and l.lot_id = o.lot and l.customer_id = o.customer and l.batch_no = v_batch
    returning 1
  )
  select (select count(*) from origins), (select count(*) from changed) into v_expected, v_count;
  if v_count <> v_expected then
    raise exception 'a lot of points that were moved is not the customer''s' using errcode = '23503';
  end if;

  insert into claim (coalition_id, refund_id, customer_id, lot_id, purchase_id, entry_id, amount, remaining, batch_no,
    batch_step, row_hash)
  select p_coalition, c.id, s_customer[c.step], c.lot, c.purchase, e_id[c.entry], c.amount, c.amount, v_batch, c.step,
    c.row_hash
  from jsonb_to_recordset(p_rare->'claims') c(step int, entry int, id uuid, lot uuid, purchase uuid, amount bigint,
    row_hash bigint)
  where v_ok[c.step];

  with recovered as (
    select c.claim, sum(c.points) as points
    from jsonb_to_recordset(p_rare->'claimRecoveries') c(step int, claim uuid, points bigint)
    where v_ok[c.step]
    group by 1
  ), changed as (
    update claim c
    set remaining = c.remaining - r.points
    from recovered r
    where c.coalition_id = p_coalition and c.refund_id = r.claim
    returning 1
  )
  select (select count(*) from recovered), (select count(*) from changed) into v_expected, v_count;
  if v_count <> v_expected then
    raise exception 'a satisfied claim is not there' using errcode = '23503';
  end if;
end $$;

alter function post_claims owner to artel_owner;
revoke all on function post_claims from public;

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
    points_returned, points_recovered, points_to_debt, points_borne, points_expired, points_claimed, reason, lines,
    balance_after, recorded_at, batch_no, batch_step, row_hash)
  select p_coalition, r.id, r.purchase, r.member, s_customer[r.step], r.amount, r.money, r.returned, r.recovered,
    r.to_debt, r.borne, r.expired, r.claimed, r.reason, r.lines::json, s_balance[r.step], v_posted + r.step * interval '1 microsecond', v_batch,
    r.step, r.row_hash
  from jsonb_to_recordset(p_rare->'refunds') r(step int, id uuid, purchase uuid, member uuid, amount bigint,
    money bigint, returned bigint, recovered bigint, to_debt bigint, borne bigint, expired bigint, claimed bigint,
    reason text, lines text, row_hash bigint)
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
end $$;
