-- The windows that are still to be opened so that the last one holds an instant: each begins where the one before ends,
-- however many passed in silence, the first when the coalition was opened. None where the last window holds it.
create or replace function due_windows(p_coalition uuid, p_until timestamptz)
returns table (window_no int, schedule text, opens_at timestamptz, cut_off timestamptz)
language plpgsql
stable
set search_path = pg_catalog, public, pg_temp
as $$
declare
  v_zone text;
  v_created timestamptz;
begin
  select c.time_zone, c.created_at into v_zone, v_created from coalition c where c.coalition_id = p_coalition;
  select w.window_no, w.cut_off into window_no, cut_off from settlement_window w
  where w.coalition_id = p_coalition order by w.window_no desc limit 1;
  window_no := coalesce(window_no, 0);
  cut_off := coalesce(cut_off, v_created);
  while window_no = 0 and v_created is not null or cut_off <= p_until loop
    window_no := window_no + 1;
    opens_at := cut_off;
    schedule := window_schedule_at(p_coalition, opens_at);
    cut_off := next_cut_off(schedule, v_zone, opens_at);
    return next;
  end loop;
end $$;
