-- What tells who customers are: their contacts and names.
create or replace function marks_of(p_coalition uuid, p_customers uuid[])
returns text[]
language sql
stable
set search_path = pg_catalog, public, pg_temp
as $$
  select contacts_of(p_coalition, p_customers) || array(select distinct c.name from customer c
    where c.coalition_id = p_coalition and c.customer_id = any(p_customers));
$$;
