-- Steps of a batch whose sale was recorded under another name since they were decided; null for none. Called with the end of the chain held, so
-- of two names of one sale whichever is posted second finds the first.
create or replace function same_sale_steps(p_coalition uuid, p_rare jsonb)
returns int[]
language sql
stable
set search_path = pg_catalog, public, pg_temp
as $$
  select array_agg(x.step)
  from jsonb_to_recordset(p_rare->'sameSales') x(step int, member uuid, refs text[], document text, paid bigint, since timestamptz,
    until timestamptz)
  where same_sale(p_coalition, x.member, x.refs, x.document, x.paid, x.since, x.until) is not null
$$;
