-- Finds the window of an instant and opens every one that is missing. The caller holds the lock of the chain. `instant` is
-- when a batch of so many steps, a microsecond apart, begins: one that would lie across the end of a window begins with
-- the next, and so does one that was decided on before a window was ended early.
create or replace function enter_window(p_coalition uuid, p_instant timestamptz, p_steps int,
  out window_no int, out instant timestamptz)
language plpgsql
security definer
set search_path = pg_catalog, public, pg_temp
as $$
declare
  v_opens timestamptz;
  v_ends timestamptz;
begin
  instant := p_instant;
  loop
    select w.window_no, w.opens_at, w.cut_off into window_no, v_opens, v_ends from settlement_window w
    where w.coalition_id = p_coalition order by w.window_no desc limit 1;
    instant := greatest(instant, v_opens);
    exit when instant + p_steps * interval '1 microsecond' < v_ends;
    instant := greatest(instant, v_ends);
    insert into settlement_window as n (coalition_id, window_no, status, schedule, opens_at, cut_off)
    select p_coalition, d.window_no, 'OPEN', d.schedule, d.opens_at, d.cut_off from due_windows(p_coalition, instant) d;
    if not found then
      raise exception 'there is no such coalition' using errcode = '23503';
    end if;
    update chain_head set open_window_no = (select max(w.window_no) from settlement_window w
      where w.coalition_id = p_coalition)
    where coalition_id = p_coalition;
  end loop;
end $$;
