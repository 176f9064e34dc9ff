-- Opens every window up to now, as the next batch would. Locks the end of the chain.
create or replace function open_windows(p_coalition uuid) returns void
language plpgsql
security definer
set search_path = pg_catalog, public, pg_temp
as $$
declare
  v_now timestamptz;
begin
  perform from chain_head where coalition_id = p_coalition for update;
  if not found then
    insert into chain_head (coalition_id, batch_no, hash, posted_at, open_window_no)
    values (p_coalition, 0, decode(repeat('00', 32), 'hex'), to_timestamp(0), 1)
    on conflict do nothing;
    perform from chain_head where coalition_id = p_coalition for update;
  end if;
  select coalition_clock(clock_offset_seconds) into v_now from coalition where coalition_id = p_coalition;
  perform enter_window(p_coalition, v_now, 0);
end $$;
