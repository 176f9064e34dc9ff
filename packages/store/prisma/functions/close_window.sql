-- Closes a settlement window and opens the next. It locks the head of the chain as every batch does, so a batch belongs to
-- this window or to the next, and the window's last batch is final. True when this call closed it, false when it was
-- closed before.
create or replace function close_window(p_coalition uuid, p_window_no int, p_schedule text, p_opens_at timestamptz,
  p_cut_off timestamptz, p_next_cut_off timestamptz) returns boolean
language plpgsql
security definer
set search_path = pg_catalog, public, pg_temp
as $$
declare
  v_head chain_head;
  v_now timestamptz;
begin
  select * into v_head from chain_head where coalition_id = p_coalition for update;
  if not found then
    insert into chain_head (coalition_id, batch_no, hash, posted_at, open_window_no)
    values (p_coalition, 0, decode(repeat('00', 32), 'hex'), to_timestamp(0), 1)
    on conflict do nothing;
    select * into v_head from chain_head where coalition_id = p_coalition for update;
  end if;
  if v_head.open_window_no > p_window_no then
    return false;
  end if;
  if v_head.open_window_no < p_window_no then
    raise exception 'window % is not open yet', p_window_no using errcode = '22023';
  end if;
  select coalition_clock(clock_offset_seconds) into v_now from coalition where coalition_id = p_coalition;
  if v_now is null or p_cut_off > v_now then
    raise exception 'a window cannot end in the future' using errcode = '22023';
  end if;
  insert into settlement_window as w (coalition_id, window_no, status, schedule, opens_at, cut_off, last_batch_no,
    chain_hash, closed_at)
  values (p_coalition, p_window_no, 'CLOSED', p_schedule, p_opens_at, p_cut_off, v_head.batch_no, v_head.hash, v_now)
  on conflict (coalition_id, window_no) do update set status = 'CLOSED', cut_off = p_cut_off,
    last_batch_no = v_head.batch_no, chain_hash = v_head.hash, closed_at = v_now;
  insert into settlement_window (coalition_id, window_no, status, schedule, opens_at, cut_off)
  values (p_coalition, p_window_no + 1, 'OPEN', p_schedule, p_cut_off, p_next_cut_off);
  update chain_head set open_window_no = p_window_no + 1 where coalition_id = p_coalition;
  return true;
end $$;
