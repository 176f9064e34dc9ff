-- Who comes every week where rules give nothing is not forgotten, nor who has a voucher that can still be used.
-- Whether a customer is one to forget: active, without points, holds, debts and claims, with no adjustment that waits and no voucher
-- that can still be used, enrolled before that day, and nothing agreed to, no visit, nothing else that it did and no event of its points
-- since. Who was merged into it is the same person.
create or replace function is_inactive(p_coalition uuid, p_customer uuid, p_before timestamptz)
returns boolean
language sql
stable
set search_path = pg_catalog, public, pg_temp
as $$
  select exists (select from customer c
    join customer_account a on a.coalition_id = c.coalition_id and a.customer_id = c.customer_id
    where c.coalition_id = p_coalition and c.customer_id = p_customer and c.status = 'ACTIVE' and c.created_at < p_before
      and a.posted = 0 and a.reserved = 0
      and coalesce((select e.posted_at from entry e where e.coalition_id = p_coalition and e.customer_id = p_customer
        order by e.customer_sequence desc limit 1) < p_before, true)
      and not exists (select from debt d
        where d.coalition_id = p_coalition and d.customer_id = p_customer and d.remaining > 0)
      and not exists (select from claim l
        where l.coalition_id = p_coalition and l.customer_id = p_customer and l.remaining > 0)
      and not exists (select from adjustment j where j.coalition_id = p_coalition and j.customer_id = p_customer
        and j.status in ('PROPOSED', 'APPROVED'))
      and not exists (select from consent s where s.coalition_id = p_coalition and s.customer_id = p_customer
        and s.recorded_at >= p_before)
      and not exists (select from occasion o where o.coalition_id = p_coalition and o.kind in ('VISIT', 'EVENT')
        and o.recorded_at >= p_before and o.customer_id in (select p.customer_id from customer p
          where p.coalition_id = p_coalition and (p.customer_id = p_customer or p.merged_into_id = p_customer)))
      and not exists (select from voucher v join coalition k on k.coalition_id = v.coalition_id
        where v.coalition_id = p_coalition and v.holder_id = p_customer and v.used_by_id is null and v.revoked_by_id is null
          and v.last_day >= (coalition_clock(k.clock_offset_seconds) at time zone k.time_zone)::date));
$$;
