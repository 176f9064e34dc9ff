-- The local day before which nothing may have happened to a customer whom a coalition forgets; null: it forgets nobody.
create or replace function inactive_before(p_coalition uuid)
returns timestamptz
language plpgsql
stable
set search_path = pg_catalog, public, pg_temp
as $$
begin
  return (
  select start_of_day((coalition_clock(c.clock_offset_seconds) at time zone c.time_zone
    - make_interval(months => c.erase_inactive_after_months))::date, c.time_zone)
  from coalition c where c.coalition_id = p_coalition);
end $$;
