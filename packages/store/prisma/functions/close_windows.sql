-- Closes every window up to one that has ended and is still OPEN, and says which they were. What is in them was settled when
-- they ended: a window whose next is open takes no more batches, so closing it later needs no lock of the chain and
-- comes to the same. `p_early` ends the last of them at this instant if it has not ended yet.
create or replace function close_windows(p_coalition uuid, p_through int, p_early boolean)
returns table (window_no int, cut_off timestamptz)
language plpgsql
security definer
set search_path = pg_catalog, public, pg_temp
as $$
#variable_conflict use_column
declare
  v_now timestamptz;
  v_end timestamptz;
begin
  if not exists (select from chain_head h where h.coalition_id = p_coalition and h.open_window_no > p_through) then
    perform open_windows(p_coalition);
  end if;
  select coalition_clock(c.clock_offset_seconds) into v_now from coalition c where c.coalition_id = p_coalition;
  if p_early then
    -- After the last batch, and to the millisecond, which is how people read it. No row: it had ended by itself.
    update settlement_window w
    set cut_off = date_trunc('milliseconds', greatest(v_now, h.posted_at, w.opens_at) + interval '1 millisecond')
    from chain_head h
    where h.coalition_id = p_coalition and h.open_window_no = p_through
      and w.coalition_id = p_coalition and w.window_no = p_through
    returning w.cut_off into v_end;
    if found then
      perform enter_window(p_coalition, v_end, 0);
      v_now := greatest(v_now, v_end);
    end if;
  end if;
  return query
  update settlement_window w
  set status = 'CLOSED', last_batch_no = l.batch_no, chain_hash = l.hash, closed_at = v_now
  from (
    select x.window_no, coalesce(b.batch_no, 0) as batch_no, coalesce(b.hash, decode(repeat('00', 32), 'hex')) as hash
    from settlement_window x
    join chain_head h on h.coalition_id = p_coalition and h.open_window_no > x.window_no
    left join lateral (select y.batch_no, y.hash from batch y
      where y.coalition_id = p_coalition and y.window_no <= x.window_no
      order by y.window_no desc, y.batch_no desc limit 1) b on true
    where x.coalition_id = p_coalition and x.window_no <= p_through and x.status = 'OPEN'
  ) l
  where w.coalition_id = p_coalition and w.window_no = l.window_no and w.status = 'OPEN'
  returning w.window_no, w.cut_off;
end $$;
