-- Uses of lots of a batch, and what they leave in the lots; called by `post_entries`. Its arguments are explained in
-- `post_entries.md`.
create or replace function post_lot_uses(p_coalition uuid, v_batch bigint, s_customer uuid[], e_step int[], e_id uuid[], v_ok boolean[],
  u_entry int[], u_position int[], u_lot uuid[], u_kind text[], u_points bigint[], u_expires timestamptz[], u_row_hash bigint[],
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
  insert into lot_use (coalition_id, entry_id, position, lot_id, kind, points, expires_at, batch_no, batch_step, row_hash)
  select p_coalition, e_id[u_entry[i]], u_position[i], u_lot[i], u_kind[i], u_points[i], u_expires[i], v_batch,
    e_step[u_entry[i]], u_row_hash[i]
  from generate_series(1, cardinality(u_entry)) i
  where v_ok[e_step[u_entry[i]]];

  -- Taken and released in one update: a capture lowers both, and neither alone is within the lot's bounds.
  with moved as (
    select m.customer, m.lot, sum(m.taken) as taken, sum(m.reserved) as reserved, max(m.expires) as expires
    from (
      select s_customer[e_step[u_entry[i]]] as customer, u_lot[i] as lot, u_points[i] as taken, 0 as reserved,
        u_expires[i] as expires
      from generate_series(1, cardinality(u_entry)) i
      where v_ok[e_step[u_entry[i]]]
      union all
      select s_customer[c.step], c.lot, 0, c.reserved, null
      from jsonb_to_recordset(p_rare->'lotChanges') c(step int, lot uuid, reserved bigint)
      where v_ok[c.step]
    ) m
    group by m.customer, m.lot
  ), changed as (
    update lot l
    set remaining = l.remaining - m.taken, open = l.remaining - m.taken > 0, reserved = l.reserved + m.reserved,
      expires_at = coalesce(m.expires, l.expires_at)
    from moved m
    where l.coalition_id = p_coalition and l.lot_id = m.lot and l.customer_id = m.customer
      and l.lot_id = any(array(select moved.lot from moved))
    returning 1
  )
  select (select count(*) from moved), (select count(*) from changed) into v_expected, v_count;
  if v_count <> v_expected then
    raise exception 'a used lot is not the customer''s' using errcode = '23503';
  end if;
end $$;
