-- The tiers that customers have proven by the purchases of a batch, for which each ladder looks back over its window. `post_entries`
-- calls it, in the transaction of the sale and with the end of the chain held; it costs a look where a coalition has no ladder.
create or replace function prove_tiers(p_coalition uuid, p_batch bigint)
returns void
language plpgsql
set search_path = pg_catalog, public, pg_temp
as $$
begin
  if not exists (select from tier_ladder l where l.coalition_id = p_coalition and l.ended_at is null) then
    return;
  end if;
  insert into tier_standing as t (coalition_id, ladder_id, customer_id, position, since_day, proven_day)
  select p_coalition, w.ladder_id, w.customer_id, tier.position, w.day, w.day
  from (select s.customer_id, l.ladder_id, l.member_id, l.measure, l.window_days, c.time_zone,
      max((s.recorded_at at time zone c.time_zone)::date) as day
    from purchase s
    join coalition c on c.coalition_id = p_coalition
    join tier_ladder l on l.coalition_id = p_coalition and l.ended_at is null
      and (l.member_id is null or l.member_id = s.member_id)
    where s.coalition_id = p_coalition and s.batch_no = p_batch
    group by s.customer_id, l.ladder_id, l.member_id, l.measure, l.window_days, c.time_zone) w
  cross join lateral (select tier_value(p_coalition, array(with recursive same as (
        select w.customer_id as id
        union select m.customer_id from same join customer m on m.coalition_id = p_coalition and m.merged_into_id = same.id)
      select id from same), w.member_id, w.measure, w.time_zone, w.day - w.window_days + 1, w.day, p_batch) as value offset 0) v
  join tier on tier.coalition_id = p_coalition and tier.ladder_id = w.ladder_id and tier.threshold <= v.value
  on conflict (coalition_id, ladder_id, customer_id, position) do update
  set since_day = case when excluded.proven_day < t.proven_day
      + (select l.window_days + l.grace_days from tier_ladder l where l.coalition_id = t.coalition_id and l.ladder_id = t.ladder_id)
      then t.since_day else excluded.since_day end,
    proven_day = greatest(t.proven_day, excluded.proven_day);
end $$;
