-- Closes the claims of fiscal receipts that purchases of a batch are recorded with, whoever claimed, but for the claim that its own purchase confirms;
-- called by `post_entries`, after whose lock of the chain a claim is either there or is made after the purchase.
create or replace function close_recorded_claims(p_coalition uuid, v_posted timestamptz, d_step int[], d_id uuid[], d_fiscal text[],
  v_ok boolean[])
returns void
language sql
set search_path = pg_catalog, public, pg_temp
as $$
  update receipt_claim c set recorded_id = x.id, recorded_at = v_posted
  from (select d_id[i] as id, substring(d_fiscal[i] from '^[0-9]+-[0-9]+') as document from generate_series(1, cardinality(d_step)) i
    where v_ok[d_step[i]] and d_fiscal[i] is not null) x
  where c.coalition_id = p_coalition and substring(c.receipt from '^[0-9]+-[0-9]+') = x.document and c.declined_at is null
    and c.ended_at is null and c.confirmed_at is null and c.recorded_at is null and c.purchase_id is distinct from x.id;
$$;
