-- First instant of a day in an IANA zone: local midnight, or the jump where clocks skip midnight. The same as `startOfDay`
-- of the rules: a midnight that comes twice means the first.
create or replace function start_of_day(p_day date, p_zone text) returns timestamptz
language plpgsql
stable
set search_path = pg_catalog, public, pg_temp
as $$
declare
  v_midnight constant timestamp := p_day;
  v_utc constant timestamptz := v_midnight at time zone 'UTC';
  -- A day to each side lies before and after any change of offset near midnight.
  v_before constant timestamptz := v_utc - (((v_utc - interval '24 hours') at time zone p_zone)
    - ((v_utc - interval '24 hours') at time zone 'UTC'));
  v_after constant timestamptz := v_utc - (((v_utc + interval '24 hours') at time zone p_zone)
    - ((v_utc + interval '24 hours') at time zone 'UTC'));
begin
  if v_before at time zone p_zone <> v_midnight and v_after at time zone p_zone = v_midnight then
    return v_after;
  end if;
  return v_before;
end $$;
