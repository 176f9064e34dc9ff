-- The tiers that customers have proven by the purchases of a batch. `post_entries` calls it, in the transaction of the sale and with the
-- end of the chain held; it costs a look where a coalition has no ladder. What a customer did is kept by day, so that a sale looks at
-- no more rows than a window has days. `proven_day` is the latest day from which on what was done until today is enough.
create or replace function prove_tiers(p_coalition uuid, p_batch bigint)
returns void
language plpgsql
set search_path = pg_catalog, public, pg_temp
as $$
begin
  if not exists (select from tier_ladder l where l.coalition_id = p_coalition and l.ended_at is null) then
    return;
  end if;

  -- Of who is here for the first time, what was done before.
  insert into tier_day (coalition_id, ladder_id, customer_id, day, amount)
  select p_coalition, w.ladder_id, w.customer_id, d.day, d.amount
  from (select distinct s.customer_id, l.ladder_id, l.window_days, (s.recorded_at at time zone c.time_zone)::date as seen
    from purchase s
    join coalition c on c.coalition_id = p_coalition
    join tier_ladder l on l.coalition_id = p_coalition and l.ended_at is null
      and (l.member_id is null or l.member_id = s.member_id)
    where s.coalition_id = p_coalition and s.batch_no = p_batch
      and not exists (select from tier_day t where t.coalition_id = p_coalition and t.ladder_id = l.ladder_id
        and t.customer_id = s.customer_id)) w
  cross join lateral (select * from tier_done(p_coalition, w.ladder_id, w.customer_id, w.seen - w.window_days + 1, p_batch)) d;

  insert into tier_day as t (coalition_id, ladder_id, customer_id, day, amount)
  select p_coalition, x.ladder_id, x.customer_id, x.day, sum(x.amount)
  from (select l.ladder_id, s.customer_id,
      case when l.measure = 'VISITS' and l.member_id is null then (s.recorded_at at time zone c.time_zone)::date
        else (least(s.occurred_at, s.recorded_at) at time zone c.time_zone)::date end as day,
      case l.measure when 'SPEND' then s.total_minor - s.discount_minor - s.points_part_minor else 1 end as amount
    from purchase s
    join coalition c on c.coalition_id = p_coalition
    join tier_ladder l on l.coalition_id = p_coalition and l.ended_at is null
      and (l.member_id is null or l.member_id = s.member_id)
    where s.coalition_id = p_coalition and s.batch_no = p_batch) x
  group by x.ladder_id, x.customer_id, x.day
  on conflict (coalition_id, ladder_id, customer_id, day) do update set amount = t.amount + excluded.amount;

  insert into tier_standing as t (coalition_id, ladder_id, customer_id, position, since_day, proven_day)
  select p_coalition, w.ladder_id, w.customer_id, tier.position, w.seen, max(d.day)
  from (select s.customer_id, l.ladder_id, l.measure, l.window_days, max((s.recorded_at at time zone c.time_zone)::date) as seen
    from purchase s
    join coalition c on c.coalition_id = p_coalition
    join tier_ladder l on l.coalition_id = p_coalition and l.ended_at is null
      and (l.member_id is null or l.member_id = s.member_id)
    where s.coalition_id = p_coalition and s.batch_no = p_batch
    group by s.customer_id, l.ladder_id, l.measure, l.window_days) w
  cross join lateral (select d.day, sum(case w.measure when 'SPEND' then d.amount else sign(d.amount) end)
      over (order by d.day desc) as done
    from tier_day d where d.coalition_id = p_coalition and d.ladder_id = w.ladder_id and d.customer_id = w.customer_id
      and d.day > w.seen - w.window_days) d
  join tier on tier.coalition_id = p_coalition and tier.ladder_id = w.ladder_id and tier.threshold <= d.done
  group by w.ladder_id, w.customer_id, tier.position, w.seen
  on conflict (coalition_id, ladder_id, customer_id, position) do update
  set since_day = case when excluded.since_day < t.proven_day
      + (select l.window_days + l.grace_days from tier_ladder l where l.coalition_id = t.coalition_id and l.ladder_id = t.ladder_id)
      then t.since_day else excluded.since_day end,
    proven_day = excluded.proven_day
  where t.proven_day <> excluded.proven_day;
end $$;
