-- Whether a customer is one to forget: active, without points, holds, debts and claims, with no adjustment that waits, enrolled
-- before that day, and nothing agreed to and no event of its points since.
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
        and s.recorded_at >= p_before));
$$;
