-- What a coalition's promo fund holds, micros: its last roll-up and the movements since. Below 0 when disputes took out of
-- it what had been given away.
create or replace function promo_fund(p_coalition uuid) returns numeric
language sql
stable
set search_path = pg_catalog, public, pg_temp
as $$
  select coalesce(r.credit - r.debit, 0) + coalesce(m.moved, 0)
  from (select 1) one
  left join lateral (select r.batch_no, r.debit, r.credit from account_rollup r
    where r.coalition_id = p_coalition and r.kind = 'PROMO_FUND' and r.owner_id = p_coalition
    order by r.batch_no desc limit 1) r on true
  left join lateral (select sum(m.credit - m.debit) as moved from account_movement m
    where m.coalition_id = p_coalition and m.kind = 'PROMO_FUND' and m.owner_id = p_coalition
      and m.batch_no > coalesce(r.batch_no, 0)) m on true
$$;
