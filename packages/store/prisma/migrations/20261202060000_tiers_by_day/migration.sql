-- What customers did for ladders, by local day: a sale looked at every purchase of its customer in the window, with the end of the chain
-- held. A tier is held until what was done no longer reaches it, and a refund that takes that away moves the day back.
create table tier_day (
    coalition_id uuid not null,
    ladder_id uuid not null,
    customer_id uuid not null,
    day date not null,
    amount bigint not null,
    constraint tier_day_pkey primary key (coalition_id, ladder_id, customer_id, day),
    constraint tier_day_amount check (amount >= 0),
    constraint tier_day_coalition_id_ladder_id_fkey foreign key (coalition_id, ladder_id)
        references tier_ladder (coalition_id, ladder_id) on delete restrict on update cascade,
    constraint tier_day_coalition_id_customer_id_fkey foreign key (coalition_id, customer_id)
        references customer (coalition_id, customer_id) on delete restrict on update cascade
);
create index tier_day_coalition_id_customer_id_idx on tier_day (coalition_id, customer_id);
alter table tier_day owner to artel_owner;
grant select, delete on tier_day to artel_app;

-- The day from which on what was done is enough may lie before the one on which it became so.
alter table tier_standing drop constraint tier_standing_days;

-- What a customer, and who was merged into it, did for a ladder by local day, by purchases and refunds of batches before `p_before`, from a
-- day on: money of bills, discounts and points aside, less what refunds gave back of it; or how many purchases something was kept of.
-- A day is that of the purchase, or of its recording where that is earlier. A visit on a ladder of the coalition is on the day of its
-- recording: a member says when its own customers came, and not when those of all did.
create or replace function tier_done(p_coalition uuid, p_ladder uuid, p_customer uuid, p_from date, p_before bigint)
returns table (day date, amount bigint)
language sql
stable
set search_path = pg_catalog, public, pg_temp
as $$
  select x.day, sum(case when x.measure = 'SPEND' then x.money - x.money_back
      when x.bill > x.back or x.bill = 0 and x.refunds = 0 then 1 else 0 end)::bigint
  from (select l.measure, p.total_minor - p.discount_minor as bill, p.total_minor - p.discount_minor - p.points_part_minor as money,
      case when l.measure = 'VISITS' and l.member_id is null then (p.recorded_at at time zone c.time_zone)::date
        else (least(p.occurred_at, p.recorded_at) at time zone c.time_zone)::date end as day,
      coalesce(r.refunds, 0) as refunds, coalesce(r.back, 0) as back, coalesce(r.money_back, 0) as money_back
    from tier_ladder l
    join coalition c on c.coalition_id = l.coalition_id
    join purchase p on p.coalition_id = l.coalition_id and (l.member_id is null or l.member_id = p.member_id)
      and p.customer_id = any(array(select s.customer_id from customer s where s.coalition_id = p_coalition
        and (s.customer_id = p_customer or s.merged_into_id = p_customer)))
    left join lateral (select count(*) as refunds, sum(r.amount_minor) as back, sum(r.money_minor) as money_back from refund r
      where r.coalition_id = p_coalition and r.purchase_id = p.purchase_id and r.batch_no < p_before) r on true
    where l.coalition_id = p_coalition and l.ladder_id = p_ladder and p.batch_no < p_before
      and p.recorded_at >= start_of_day(p_from, c.time_zone)) x
  where x.day >= p_from
  group by x.day
$$;
alter function tier_done owner to artel_owner;
revoke all on function tier_done from public;
grant execute on function tier_done to artel_app;

drop function tier_value(uuid, uuid[], uuid, text, text, date, date, bigint);
-- What a customer did for a ladder from a local day on, in the ladder's measure. Sales keep it by day in `tier_day` from a customer's
-- first purchase under the ladder on; of who bought nothing since then it is reckoned from purchases.
create or replace function tier_value(p_coalition uuid, p_ladder uuid, p_customer uuid, p_from date)
returns bigint
language sql
stable
set search_path = pg_catalog, public, pg_temp
as $$
  select coalesce(case l.measure when 'SPEND' then sum(d.amount) else count(*) filter (where d.amount > 0) end, 0)::bigint
  from tier_ladder l
  left join lateral (
    select t.amount from tier_day t where t.coalition_id = p_coalition and t.ladder_id = p_ladder and t.customer_id = p_customer
      and t.day >= p_from
    union all
    select n.amount from tier_done(p_coalition, p_ladder, p_customer, p_from, 9223372036854775807) n
    where not exists (select from tier_day t where t.coalition_id = p_coalition and t.ladder_id = p_ladder
      and t.customer_id = p_customer)) d on true
  where l.coalition_id = p_coalition and l.ladder_id = p_ladder
  group by l.measure
$$;
alter function tier_value owner to artel_owner;
revoke all on function tier_value from public;
grant execute on function tier_value to artel_app;

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

-- What the refunds of a batch take of what customers did for ladders. `post_refunds` calls it, after the purchases of the batch were
-- counted. A tier goes back to the day from which on what is left is enough; where nothing is, only its grace is left, from today on.
create or replace function unprove_tiers(p_coalition uuid, p_batch bigint)
returns void
language plpgsql
set search_path = pg_catalog, public, pg_temp
as $$
begin
  if not exists (select from tier_ladder l where l.coalition_id = p_coalition and l.ended_at is null)
    or not exists (select from refund r where r.coalition_id = p_coalition and r.batch_no = p_batch) then
    return;
  end if;

  -- A merge leaves days to be counted anew; who holds nothing of a ladder waits for its next purchase.
  insert into tier_day (coalition_id, ladder_id, customer_id, day, amount)
  select p_coalition, w.ladder_id, w.customer_id, d.day, d.amount
  from (select distinct s.customer_id, s.ladder_id, l.window_days, (r.recorded_at at time zone c.time_zone)::date as seen
    from refund r
    join coalition c on c.coalition_id = p_coalition
    join customer who on who.coalition_id = p_coalition and who.customer_id = r.customer_id
    join tier_standing s on s.coalition_id = p_coalition and s.customer_id = coalesce(who.merged_into_id, who.customer_id)
    join tier_ladder l on l.coalition_id = p_coalition and l.ladder_id = s.ladder_id and l.ended_at is null
    where r.coalition_id = p_coalition and r.batch_no = p_batch
      and not exists (select from tier_day t where t.coalition_id = p_coalition and t.ladder_id = s.ladder_id
        and t.customer_id = s.customer_id)) w
  cross join lateral (select * from tier_done(p_coalition, w.ladder_id, w.customer_id, w.seen - w.window_days + 1, p_batch)) d;

  update tier_day d set amount = d.amount - x.back
  from (select y.ladder_id, y.customer_id, y.day, sum(case y.measure when 'SPEND' then y.money
      else ((y.bill > y.before or y.bill = 0 and y.refunds = 0) and y.bill <= y.before + y.now)::int end) as back
    from (select l.ladder_id, l.measure, coalesce(who.merged_into_id, who.customer_id) as customer_id,
        case when l.measure = 'VISITS' and l.member_id is null then (p.recorded_at at time zone c.time_zone)::date
          else (least(p.occurred_at, p.recorded_at) at time zone c.time_zone)::date end as day,
        p.total_minor - p.discount_minor as bill, n.money, n.now, o.before, o.refunds
      from (select r.purchase_id, sum(r.amount_minor) as now, sum(r.money_minor) as money from refund r
        where r.coalition_id = p_coalition and r.batch_no = p_batch group by r.purchase_id) n
      join purchase p on p.coalition_id = p_coalition and p.purchase_id = n.purchase_id
      join customer who on who.coalition_id = p_coalition and who.customer_id = p.customer_id
      join coalition c on c.coalition_id = p_coalition
      join tier_ladder l on l.coalition_id = p_coalition and l.ended_at is null
        and (l.member_id is null or l.member_id = p.member_id)
      cross join lateral (select count(*) as refunds, coalesce(sum(r.amount_minor), 0) as before from refund r
        where r.coalition_id = p_coalition and r.purchase_id = n.purchase_id and r.batch_no < p_batch) o) y
    group by y.ladder_id, y.customer_id, y.day) x
  where d.coalition_id = p_coalition and d.ladder_id = x.ladder_id and d.customer_id = x.customer_id and d.day = x.day;

  update tier_standing t set proven_day = w.proven_day
  from (select s.ladder_id, s.customer_id, s.position,
      coalesce(max(d.day) filter (where d.done >= tier.threshold), s.seen - s.window_days) as proven_day
    from (select distinct s.ladder_id, s.customer_id, s.position, l.measure, l.window_days,
        (r.recorded_at at time zone c.time_zone)::date as seen
      from refund r
      join coalition c on c.coalition_id = p_coalition
      join customer who on who.coalition_id = p_coalition and who.customer_id = r.customer_id
      join tier_standing s on s.coalition_id = p_coalition and s.customer_id = coalesce(who.merged_into_id, who.customer_id)
      join tier_ladder l on l.coalition_id = p_coalition and l.ladder_id = s.ladder_id and l.ended_at is null
      where r.coalition_id = p_coalition and r.batch_no = p_batch) s
    join tier on tier.coalition_id = p_coalition and tier.ladder_id = s.ladder_id and tier.position = s.position
    left join lateral (select d.day, sum(case s.measure when 'SPEND' then d.amount else sign(d.amount) end)
        over (order by d.day desc) as done
      from tier_day d where d.coalition_id = p_coalition and d.ladder_id = s.ladder_id and d.customer_id = s.customer_id
        and d.day > s.seen - s.window_days) d on true
    group by s.ladder_id, s.customer_id, s.position, s.seen, s.window_days) w
  where t.coalition_id = p_coalition and t.ladder_id = w.ladder_id and t.customer_id = w.customer_id and t.position = w.position
    and t.proven_day > w.proven_day;
end $$;
alter function unprove_tiers owner to artel_owner;
revoke all on function unprove_tiers from public;

-- The refunds of a batch, the debts and claims they leave, and what is recovered of them; called by `post_entries`.
-- `p_rare` is explained in `post_entries.md`.
create or replace function post_refunds(p_coalition uuid, v_batch bigint, v_posted timestamptz, s_customer uuid[], s_balance bigint[], e_id uuid[],
  v_ok boolean[], p_rare jsonb)
returns void
language plpgsql
set search_path = pg_catalog, public, pg_temp
set plan_cache_mode = force_generic_plan
as $$
declare
  v_expected bigint;
  v_count bigint;
begin
  insert into refund (coalition_id, refund_id, purchase_id, member_id, customer_id, amount_minor, money_minor,
    points_returned, points_recovered, points_to_debt, points_borne, points_expired, points_claimed, reason, rules, lines,
    balance_after, recorded_at, batch_no, batch_step, row_hash)
  select p_coalition, r.id, r.purchase, r.member, s_customer[r.step], r.amount, r.money, r.returned, r.recovered,
    r.to_debt, r.borne, r.expired, r.claimed, r.reason, r.rules, r.lines::json, s_balance[r.step], v_posted + r.step * interval '1 microsecond', v_batch,
    r.step, r.row_hash
  from jsonb_to_recordset(p_rare->'refunds') r(step int, id uuid, purchase uuid, member uuid, amount bigint,
    money bigint, returned bigint, recovered bigint, to_debt bigint, borne bigint, expired bigint, claimed bigint,
    reason text, rules text, lines text, row_hash bigint)
  where v_ok[r.step];

  insert into debt (coalition_id, debt_id, customer_id, issuer_id, purchase_id, lot_id, entry_id, amount, remaining,
    issue_fee, incurred_at, batch_no, batch_step, row_hash)
  select p_coalition, d.id, s_customer[d.step], d.issuer, d.purchase, d.lot, e_id[d.entry], d.amount, d.amount, d.issue_fee,
    d.incurred, v_batch, d.step, d.row_hash
  from jsonb_to_recordset(p_rare->'debts') d(step int, entry int, id uuid, issuer uuid, purchase uuid, lot uuid, amount bigint,
    issue_fee bigint, incurred timestamptz, row_hash bigint)
  where v_ok[d.step];

  with recovered as (
    select s_customer[d.step] as customer, d.debt, sum(d.points) as points
    from jsonb_to_recordset(p_rare->'debtRecoveries') d(step int, debt uuid, points bigint)
    where v_ok[d.step]
    group by 1, 2
  ), changed as (
    update debt d
    set remaining = d.remaining - r.points
    from recovered r
    where d.coalition_id = p_coalition and d.debt_id = r.debt and d.customer_id = r.customer
    returning 1
  )
  select (select count(*) from recovered), (select count(*) from changed) into v_expected, v_count;
  if v_count <> v_expected then
    raise exception 'a recovered debt is not the customer''s' using errcode = '23503';
  end if;

  perform post_claims(p_coalition, v_batch, s_customer, e_id, v_ok, p_rare);
  perform unprove_tiers(p_coalition, v_batch);
end $$;

-- What is held already, by the same reckoning.
insert into tier_day (coalition_id, ladder_id, customer_id, day, amount)
select s.coalition_id, s.ladder_id, s.customer_id, d.day, d.amount
from (select distinct s.coalition_id, s.ladder_id, s.customer_id, l.window_days,
    (coalition_clock(c.clock_offset_seconds) at time zone c.time_zone)::date as today
  from tier_standing s
  join tier_ladder l on l.coalition_id = s.coalition_id and l.ladder_id = s.ladder_id and l.ended_at is null
  join coalition c on c.coalition_id = s.coalition_id) s
cross join lateral tier_done(s.coalition_id, s.ladder_id, s.customer_id, s.today - s.window_days + 1, 9223372036854775807) d;

update tier_standing t set proven_day = coalesce(w.proven_day, least(t.proven_day, w.today - w.window_days))
from (select s.coalition_id, s.ladder_id, s.customer_id, s.position, l.window_days, today.day as today,
    max(d.day) filter (where d.done >= tier.threshold) as proven_day
  from tier_standing s
  join tier_ladder l on l.coalition_id = s.coalition_id and l.ladder_id = s.ladder_id and l.ended_at is null
  join tier on tier.coalition_id = s.coalition_id and tier.ladder_id = s.ladder_id and tier.position = s.position
  join coalition c on c.coalition_id = s.coalition_id
  cross join lateral (select (coalition_clock(c.clock_offset_seconds) at time zone c.time_zone)::date as day) today
  left join lateral (select d.day, sum(case l.measure when 'SPEND' then d.amount else sign(d.amount) end)
      over (order by d.day desc) as done
    from tier_day d where d.coalition_id = s.coalition_id and d.ladder_id = s.ladder_id and d.customer_id = s.customer_id) d on true
  group by s.coalition_id, s.ladder_id, s.customer_id, s.position, l.window_days, today.day) w
where t.coalition_id = w.coalition_id and t.ladder_id = w.ladder_id and t.customer_id = w.customer_id and t.position = w.position;
