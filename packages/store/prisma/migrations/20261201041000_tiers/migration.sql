-- Tiers of a member or of the coalition: so much in so many local days. A ladder never changes; in its place another is made.
create table tier_ladder (
    coalition_id uuid not null,
    ladder_id uuid not null,
    member_id uuid,
    measure text not null,
    window_days integer not null,
    grace_days integer not null,
    since_batch_no bigint not null,
    created_at timestamptz(6) not null,
    created_by_id uuid not null,
    ended_at timestamptz(6),
    constraint tier_ladder_pkey primary key (coalition_id, ladder_id),
    constraint tier_ladder_measure check (measure in ('SPEND', 'VISITS')),
    constraint tier_ladder_window check (window_days between 1 and 3660),
    constraint tier_ladder_grace check (grace_days between 0 and 366),
    constraint tier_ladder_coalition_id_member_id_fkey foreign key (coalition_id, member_id)
        references member (coalition_id, member_id) on delete restrict on update cascade
);
-- One of an owner at a time.
create unique index tier_ladder_open on tier_ladder (coalition_id, coalesce(member_id, coalition_id)) where ended_at is null;

create table tier (
    coalition_id uuid not null,
    tier_id uuid not null,
    ladder_id uuid not null,
    position integer not null,
    name_en text not null,
    name_ru text not null,
    threshold bigint not null,
    constraint tier_pkey primary key (coalition_id, tier_id),
    constraint tier_position check (position between 1 and 10),
    constraint tier_threshold check (threshold > 0),
    constraint tier_name check (length(name_en) between 1 and 80 and length(name_ru) between 1 and 80),
    constraint tier_coalition_id_ladder_id_fkey foreign key (coalition_id, ladder_id)
        references tier_ladder (coalition_id, ladder_id) on delete restrict on update cascade
);
create unique index tier_coalition_id_ladder_id_position_key on tier (coalition_id, ladder_id, position);

-- The tiers that a customer has proven: each holds until its window and its grace are past the day on which it was last proven.
create table tier_standing (
    coalition_id uuid not null,
    ladder_id uuid not null,
    customer_id uuid not null,
    position integer not null,
    since_day date not null,
    proven_day date not null,
    constraint tier_standing_pkey primary key (coalition_id, ladder_id, customer_id, position),
    constraint tier_standing_days check (since_day <= proven_day),
    constraint tier_standing_coalition_id_ladder_id_fkey foreign key (coalition_id, ladder_id)
        references tier_ladder (coalition_id, ladder_id) on delete restrict on update cascade,
    constraint tier_standing_coalition_id_customer_id_fkey foreign key (coalition_id, customer_id)
        references customer (coalition_id, customer_id) on delete restrict on update cascade
);
create index tier_standing_coalition_id_customer_id_idx on tier_standing (coalition_id, customer_id);
create index tier_standing_coalition_id_ladder_id_proven_day_idx on tier_standing (coalition_id, ladder_id, proven_day);

alter table tier_ladder owner to artel_owner;
alter table tier owner to artel_owner;
alter table tier_standing owner to artel_owner;

grant select, insert, update (ended_at) on tier_ladder to artel_app;
grant select, insert on tier to artel_app;
-- Sales prove tiers by the trigger below; a merge hands them on, reviews and erasures take them away.
grant select, insert, update (since_day, proven_day), delete on tier_standing to artel_app;

-- What customers did for a ladder in a window of local days, both included, before batch `p_before`: the money of their bills, discounts
-- and points aside, less what refunds gave back of it; or on how many days they bought something that they kept. Refunds count from
-- the batch after theirs on. Customers are one and all who were merged into it; a null member means any.
create or replace function tier_value(p_coalition uuid, p_customers uuid[], p_member uuid, p_measure text, p_zone text, p_from date,
  p_to date, p_last_batch bigint)
returns bigint
language sql
stable
set search_path = pg_catalog, public, pg_temp
as $$
  select coalesce(case p_measure when 'SPEND' then sum(x.money - x.money_back)
      else count(distinct x.day) filter (where x.bill > x.back) end, 0)::bigint
  from (select p.total_minor - p.discount_minor as bill, p.total_minor - p.discount_minor - p.points_part_minor as money,
      (p.occurred_at at time zone p_zone)::date as day, coalesce(r.back, 0) as back, coalesce(r.money_back, 0) as money_back
    from unnest(p_customers) who(id)
    cross join lateral (select p.* from purchase p where p.coalition_id = p_coalition and p.customer_id = who.id
      and (p_member is null or p.member_id = p_member) and p.batch_no <= p_last_batch
      and (p.occurred_at at time zone p_zone)::date between p_from and p_to) p
    left join lateral (select sum(r.amount_minor) as back, sum(r.money_minor) as money_back from refund r
      where r.coalition_id = p_coalition and r.purchase_id = p.purchase_id and r.batch_no < p_last_batch) r on true) x
$$;
alter function tier_value owner to artel_owner;
revoke all on function tier_value from public;
grant execute on function tier_value to artel_app;

-- After purchases: the tiers that their customers have proven, for which each ladder looks back over its window. Called by the trigger of
-- `purchase`, in the transaction of the sale and with the end of the chain held; costs a look where a coalition has no ladder.
create or replace function prove_tiers()
returns trigger
language plpgsql
set search_path = pg_catalog, public, pg_temp
as $$
begin
  if not exists (select from (select distinct s.coalition_id from sold s) x
      join tier_ladder l on l.coalition_id = x.coalition_id and l.ended_at is null) then
    return null;
  end if;
  insert into tier_standing as t (coalition_id, ladder_id, customer_id, position, since_day, proven_day)
  select w.coalition_id, w.ladder_id, w.customer_id, tier.position, w.day, w.day
  from (select s.coalition_id, s.customer_id, l.ladder_id, l.member_id, l.measure, l.window_days, c.time_zone,
      max((s.recorded_at at time zone c.time_zone)::date) as day, max(s.batch_no) as batch_no
    from sold s
    join coalition c on c.coalition_id = s.coalition_id
    join tier_ladder l on l.coalition_id = s.coalition_id and l.ended_at is null
      and (l.member_id is null or l.member_id = s.member_id)
    group by s.coalition_id, s.customer_id, l.ladder_id, l.member_id, l.measure, l.window_days, c.time_zone) w
  cross join lateral (select tier_value(w.coalition_id, array(with recursive same as (
        select w.customer_id as id
        union select m.customer_id from same join customer m on m.coalition_id = w.coalition_id and m.merged_into_id = same.id)
      select id from same), w.member_id, w.measure, w.time_zone, w.day - w.window_days + 1, w.day, w.batch_no) as value offset 0) v
  join tier on tier.coalition_id = w.coalition_id and tier.ladder_id = w.ladder_id and tier.threshold <= v.value
  on conflict (coalition_id, ladder_id, customer_id, position) do update
  set since_day = case when excluded.proven_day < t.proven_day
      + (select l.window_days + l.grace_days from tier_ladder l where l.coalition_id = t.coalition_id and l.ladder_id = t.ladder_id)
      then t.since_day else excluded.since_day end,
    proven_day = greatest(t.proven_day, excluded.proven_day);
  return null;
end $$;
alter function prove_tiers owner to artel_owner;
revoke all on function prove_tiers from public;

create trigger purchase_proves_tiers after insert on purchase
  referencing new table as sold for each statement execute function prove_tiers();
