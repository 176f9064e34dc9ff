-- First cut-off of a schedule strictly after an instant: `DAILY`, `WEEKLY:1` (Monday) to `WEEKLY:7`, `HALF_MONTH` or
-- `MONTHLY`, in an IANA zone. The same as `nextCutOff` of the rules; a test holds them against each other.
create or replace function next_cut_off(p_schedule text, p_zone text, p_after timestamptz) returns timestamptz
language plpgsql
stable
set search_path = pg_catalog, public, pg_temp
as $$
declare
  v_day date := (p_after at time zone p_zone)::date;
  v_cut_off timestamptz;
begin
  loop
    -- The first cut-off day after a day.
    v_day := case split_part(p_schedule, ':', 1)
      when 'DAILY' then v_day + 1
      when 'WEEKLY' then v_day + 1
        + (split_part(p_schedule, ':', 2)::int - extract(isodow from v_day + 1)::int + 7) % 7
      when 'HALF_MONTH' then date_trunc('month', v_day::timestamp)::date
        + case when extract(day from v_day) < 16 then interval '15 days' else interval '1 month' end
      when 'MONTHLY' then date_trunc('month', v_day::timestamp)::date + interval '1 month'
    end;
    if v_day is null then
      raise exception '% is no schedule of windows', p_schedule using errcode = '22023';
    end if;
    v_cut_off := start_of_day(v_day, p_zone);
    -- Where clocks are set back over midnight, a day shows again after the next has begun.
    exit when v_cut_off > p_after;
  end loop;
  return v_cut_off;
end $$;
