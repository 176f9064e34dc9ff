-- Sets when the open window is due to close: for the first window, which no closing made, and when the schedule changes.
create or replace function schedule_open_window(p_coalition uuid, p_schedule text, p_opens_at timestamptz, p_cut_off timestamptz)
returns void
language plpgsql
security definer
set search_path = pg_catalog, public, pg_temp
as $$
declare
  v_no int;
begin
  -- Not while a window is being closed.
  select open_window_no into v_no from chain_head where coalition_id = p_coalition for share;
  insert into settlement_window as w (coalition_id, window_no, status, schedule, opens_at, cut_off)
  values (p_coalition, coalesce(v_no, 1), 'OPEN', p_schedule, p_opens_at, p_cut_off)
  on conflict (coalition_id, window_no) do update set schedule = p_schedule, cut_off = p_cut_off
    where w.status = 'OPEN' and w.opens_at = p_opens_at;
end $$;
