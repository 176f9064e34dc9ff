-- Phones, e-mails, cards and plates of customers; of plates those that are long enough to stand for nothing else.
create or replace function contacts_of(p_coalition uuid, p_customers uuid[])
returns text[]
language sql
stable
set search_path = pg_catalog, public, pg_temp
as $$
  select array(
    select c.phone from customer c where c.coalition_id = p_coalition and c.customer_id = any(p_customers) and c.phone is not null
    union select c.email from customer c
      where c.coalition_id = p_coalition and c.customer_id = any(p_customers) and c.email is not null
    union select k.number from card k where k.coalition_id = p_coalition and k.customer_id = any(p_customers)
    union select v.plate from vehicle v
      where v.coalition_id = p_coalition and v.customer_id = any(p_customers) and length(v.plate) >= 6);
$$;
