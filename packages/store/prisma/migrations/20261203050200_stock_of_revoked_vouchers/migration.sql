-- A voucher that comes back gives its stock back where it was revoked while it was used: what was decided without knowing is decided again.
-- Steps of a batch that were decided on a voucher which is no longer so: used, brought back, revoked or another customer's by now, or
-- named by an earlier step of the batch too; null for none. Called with the end of the chain held, so nobody else moves one meanwhile.
create or replace function stale_voucher_steps(p_coalition uuid, s_customer uuid[], p_rare jsonb)
returns int[]
language plpgsql
stable
set search_path = pg_catalog, public, pg_temp
as $$
begin
  return (
    select array_agg(distinct m.step)
    from (
      select v.*, first_value(v.step) over (partition by v.id order by v.step) as first
      from jsonb_to_recordset(p_rare->'vouchers') v(step int, act text, id uuid, day date, used uuid, revoked uuid)
      where v.act in ('USE', 'RETURN', 'REVOKE')
    ) m
    left join lateral (select v.* from voucher v where v.coalition_id = p_coalition and v.voucher_id = m.id limit 1) v on true
    where m.step > m.first or v.voucher_id is null
      or m.act = 'USE' and (v.used_by_id is not null or v.revoked_by_id is not null
        or (v.holder_id, v.last_day) is distinct from (s_customer[m.step], m.day))
      or m.act = 'RETURN' and (v.used_by_id is distinct from m.used
        or v.revoked_by_id is distinct from m.revoked or v.returned_by_id is not null)
      or m.act = 'REVOKE' and (v.used_by_id is distinct from m.used or v.revoked_by_id is not null));
end $$;
