-- Takes away what tells who a customer is, in every table that the application itself may not change or delete from, and
-- leaves the books as they are: entries, lots, purchases and all hashed rows keep the bare id. Customers who were merged
-- into it are the same person and go with it. p_public_ids are its ids as messages have them.
-- Answers DONE, NOT_ACTIVE (closed before), OPEN_HOLDS or HAS_POINTS, with the figures that it decided by.
create or replace function erase_customer(p_coalition uuid, p_customer uuid, p_public_ids text[], p_gives_up boolean,
  p_reason text, p_reference text, p_by uuid, p_at timestamptz)
returns table (outcome text, points bigint, held bigint, open_holds integer, traces integer)
language plpgsql
security definer
set search_path = pg_catalog, public, pg_temp
as $$
declare
  v_points bigint;
  v_held bigint;
  v_ids uuid[];
  v_contacts text[];
  v_marks text[];
  v_told text[];
  v_deliveries uuid[];
  v_traces integer;
begin
  -- In the order of the write path: the account, then the customer. What posts to the account waits, or is seen here.
  select a.posted, a.reserved into v_points, v_held from customer_account a
    where a.coalition_id = p_coalition and a.customer_id = p_customer for update;
  perform 1 from customer c
    where c.coalition_id = p_coalition and c.customer_id = p_customer and c.status = 'ACTIVE' for no key update;
  if not found then
    return query select 'NOT_ACTIVE', v_points, v_held, 0, 0;
    return;
  end if;
  if v_held > 0 then
    return query select 'OPEN_HOLDS', v_points, v_held, count(*)::integer, 0 from hold h
      where h.coalition_id = p_coalition and h.customer_id = p_customer and h.status = 'OPEN';
    return;
  end if;
  if v_points > 0 and not p_gives_up then
    return query select 'HAS_POINTS', v_points, v_held, 0, 0;
    return;
  end if;

  v_ids := array(select c.customer_id from customer c
    where c.coalition_id = p_coalition and (c.customer_id = p_customer or c.merged_into_id = p_customer));
  v_contacts := array(
    select c.phone from customer c where c.coalition_id = p_coalition and c.customer_id = any(v_ids) and c.phone is not null
    union select c.email from customer c
      where c.coalition_id = p_coalition and c.customer_id = any(v_ids) and c.email is not null
    union select k.number from card k where k.coalition_id = p_coalition and k.customer_id = any(v_ids));
  v_marks := v_contacts || array(select distinct c.name from customer c
    where c.coalition_id = p_coalition and c.customer_id = any(v_ids));
  -- Messages are JSON: a quotation mark in a name stands there with a backslash.
  v_told := p_public_ids || v_ids::text[] || array(
    select substr(to_json(m.mark)::text, 2, length(to_json(m.mark)::text) - 2) from unnest(v_marks) m(mark));

  -- Messages of it: what is still to be sent is made anew from what there is then.
  v_deliveries := array(select d.delivery_id from webhook_delivery d
    where d.coalition_id = p_coalition and (d.subject_id = any(v_ids)
      or exists (select from unnest(v_told) t(mark) where strpos(d.body, t.mark) > 0)));
  update webhook_delivery d set body = null, asked_scopes = '{}'
    where d.coalition_id = p_coalition and d.delivery_id = any(v_deliveries);
  update webhook_attempt a set response_body = null
    where a.coalition_id = p_coalition and a.response_body is not null and (a.delivery_id = any(v_deliveries)
      or exists (select from unnest(v_told) t(mark) where strpos(a.response_body, t.mark) > 0));

  delete from confirmation f where f.coalition_id = p_coalition
    and (f.customer_id = any(v_ids) or f.other_customer_id = any(v_ids));
  delete from token_hold t where t.coalition_id = p_coalition and t.customer_id = any(v_ids);
  delete from expiry_reminder r where r.coalition_id = p_coalition and r.customer_id = any(v_ids);
  update consent s set proof = null
    where s.coalition_id = p_coalition and s.customer_id = any(v_ids) and s.proof is not null;
  update adjustment a set reason = 'Erased' where a.coalition_id = p_coalition and a.customer_id = any(v_ids);
  -- Files of members name customers in any notation: a phone is known by its last ten digits.
  update reconciliation_line l set customer_key = null
    where l.coalition_id = p_coalition and l.customer_key is not null and (
      lower(l.customer_key) = any(v_marks) or l.customer_key = any(v_marks || v_ids::text[] || p_public_ids)
      or exists (select from customer_reference n join reconciliation r
        on r.coalition_id = n.coalition_id and r.member_id = n.member_id
        where n.coalition_id = p_coalition and n.customer_id = any(v_ids)
          and r.reconciliation_id = l.reconciliation_id and n.reference = l.customer_key)
      or exists (select from unnest(v_contacts) t(mark)
        where t.mark ~ '^\+?\d{10,}$' and right(regexp_replace(l.customer_key, '\D', '', 'g'), 10) = right(t.mark, 10)));

  -- The books cannot change. What somebody wrote into a receipt's number or a reason is counted, so that it is known.
  select count(*)::integer into v_traces from (
    select p.receipt_ref || p.lines::text as said from purchase p
      where p.coalition_id = p_coalition and p.customer_id = any(v_ids)
    union all select r.reason || r.lines::text from refund r
      where r.coalition_id = p_coalition and r.customer_id = any(v_ids)
    union all select h.order_ref from hold h where h.coalition_id = p_coalition and h.customer_id = any(v_ids)
    union all select e.key from entry e
      where e.coalition_id = p_coalition and e.customer_id = any(v_ids) and e.key is not null) x
    where exists (select from unnest(v_marks) t(mark) where strpos(x.said, t.mark) > 0);

  delete from card k where k.coalition_id = p_coalition and k.customer_id = any(v_ids);
  delete from customer_reference n where n.coalition_id = p_coalition and n.customer_id = any(v_ids);
  update customer c set name = 'Erased', phone = null, email = null, status = 'CLOSED', household_id = null, erased_at = p_at
    where c.coalition_id = p_coalition and c.customer_id = any(v_ids);
  insert into erasure (coalition_id, customer_id, reason, reference, points, traces_left, erased_by_id, erased_at)
    values (p_coalition, p_customer, p_reason, p_reference, v_points, v_traces, p_by, p_at);
  return query select 'DONE', v_points, v_held, 0, v_traces;
end $$;
