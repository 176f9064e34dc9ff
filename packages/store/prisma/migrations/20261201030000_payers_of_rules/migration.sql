-- Rules that others than the seller pay for: of the coalition, or of a member at another's cost.

-- A rule of no member is the coalition's.
alter table rule alter column member_id drop not null;

-- Who is asked to pay for a version, and what it said: such a version gives nothing until each of them has accepted it. The
-- coalition's own id stands for its promo fund.
create table rule_acceptance (
    coalition_id uuid not null,
    rule_version_id uuid not null,
    payer_id uuid not null,
    answer text not null,
    asked_at timestamptz(6) not null,
    answered_at timestamptz(6),
    answered_by_id uuid,
    constraint rule_acceptance_pkey primary key (coalition_id, rule_version_id, payer_id),
    constraint rule_acceptance_answer check (answer in ('ASKED', 'ACCEPTED', 'DECLINED')),
    constraint rule_acceptance_answered check ((answer = 'ASKED') = (answered_at is null)
        and (answered_at is null) = (answered_by_id is null)),
    constraint rule_acceptance_coalition_id_rule_version_id_fkey foreign key (coalition_id, rule_version_id)
        references rule_version (coalition_id, rule_version_id) on delete restrict on update cascade
);
create index rule_acceptance_coalition_id_payer_id_rule_version_id_idx
    on rule_acceptance (coalition_id, payer_id, rule_version_id);
alter table rule_acceptance owner to artel_owner;
-- Who is asked stands as it was written; what it says may change.
grant select, insert, update (answer, answered_at, answered_by_id) on rule_acceptance to artel_app;

-- What others pay a seller for a discount that it gave is an entry of the sale, and moves money alone.
alter table entry drop constraint entry_kind;
alter table entry
  add constraint entry_kind check (kind in ('EARN', 'REDEEM', 'HOLD', 'HOLD_VOID', 'HOLD_EXPIRE', 'EARN_REVERSAL',
    'REDEEM_REVERSAL', 'EXPIRE', 'DEBT_RECOVERY', 'DISCOUNT_COST', 'PROMO', 'ADJUSTMENT', 'TRANSFER_OUT', 'TRANSFER_IN',
    'MERGE_OUT', 'MERGE_IN', 'WRITE_OFF', 'REVALUATION', 'PAYMENT', 'PAYMENT_REVERSAL', 'COMMISSION',
    'COMMISSION_REVERSAL', 'OFFER_BENEFIT',
    'DISPUTE_RESOLUTION', 'SETTLEMENT'));

-- A refund says what it took back of each payer, beside what it gave back to counters.
alter table refund drop constraint refund_rules;
alter table refund add constraint refund_rules check (json_typeof(rules::json) in ('array', 'object'));

-- What a rule cost whom is asked of the few purchases that several paid for.
create index purchase_paid_by_several on purchase (coalition_id, purchase_id) where rules like '%"payers":%';

-- A refund may leave a claim on the lot of each payer.
alter table claim drop constraint claim_pkey;
alter table claim add constraint claim_pkey primary key (coalition_id, refund_id, lot_id);

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
    select c.claim, c.lot, sum(c.points) as points
    from jsonb_to_recordset(p_rare->'claimRecoveries') c(step int, claim uuid, lot uuid, points bigint)
    where v_ok[c.step]
    group by 1, 2
  ), changed as (
    update claim c
    set remaining = c.remaining - r.points
    from recovered r
    where c.coalition_id = p_coalition and c.refund_id = r.claim and c.lot_id = r.lot
    returning 1
  )
  select (select count(*) from recovered), (select count(*) from changed) into v_expected, v_count;
  if v_count <> v_expected then
    raise exception 'a satisfied claim is not there' using errcode = '23503';
  end if;
end $$;
alter function post_claims owner to artel_owner;
