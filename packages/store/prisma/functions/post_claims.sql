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
    -- A process of the version before names no lot: a refund left one claim then.
    where c.coalition_id = p_coalition and c.refund_id = r.claim and c.lot_id = coalesce(r.lot, c.lot_id)
    returning 1
  )
  select (select count(*) from recovered), (select count(*) from changed) into v_expected, v_count;
  if v_count <> v_expected then
    raise exception 'a satisfied claim is not there' using errcode = '23503';
  end if;
end $$;
