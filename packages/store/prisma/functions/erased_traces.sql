-- How many rows of customers name them by one of the marks, and have to stay: the books cannot change.
create or replace function erased_traces(p_coalition uuid, p_customers uuid[], p_marks text[])
returns integer
language plpgsql
stable
set search_path = pg_catalog, public, pg_temp
as $$
begin
  return (
  select count(*)::integer from (
    select concat_ws(' ', p.receipt_ref, p.code, p.lines::text) as said from purchase p
      where p.coalition_id = p_coalition and p.customer_id = any(p_customers)
    union all select r.reason || r.lines::text from refund r
      where r.coalition_id = p_coalition and r.customer_id = any(p_customers)
    union all select concat_ws(' ', h.order_ref, h.code) from hold h where h.coalition_id = p_coalition and h.customer_id = any(p_customers)
    union all select e.key from entry e
      where e.coalition_id = p_coalition and e.customer_id = any(p_customers) and e.key is not null
    union all select concat_ws(' ', a.key, a.approval_key) from adjustment a
      where a.coalition_id = p_coalition and a.customer_id = any(p_customers)
    union all select c.consent_version from customer c
      where c.coalition_id = p_coalition and c.customer_id = any(p_customers)
    union all select s.text_version from consent s
      where s.coalition_id = p_coalition and s.customer_id = any(p_customers) and s.text_version is not null
    union all select concat_ws(' ', s.receipt_ref, s.reason) from purchase p
      join sale_approval s on s.coalition_id = p.coalition_id and s.member_id = p.member_id and s.receipt_ref = p.receipt_ref
      where p.coalition_id = p_coalition and p.customer_id = any(p_customers)) x
    where says_mark(x.said, p_marks));
end $$;
