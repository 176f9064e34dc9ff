-- A customer and those who were merged into it, in the order of their ids.
create or replace function persons_of(p_coalition uuid, p_customer uuid)
returns uuid[]
language sql
stable
set search_path = pg_catalog, public, pg_temp
as $$
  select array(select c.customer_id from customer c where c.coalition_id = p_coalition
    and (c.customer_id = p_customer or c.merged_into_id = p_customer) order by c.customer_id);
$$;
