-- Takes away who a customer is and closes it for good; the books go on with the bare id. Customers who were merged into it are
-- the same person and go with it. Only rows of the customer's own are touched here: what stands in messages and files is
-- looked through by scrub_erasure afterwards, by marks that are kept until then.
-- Answers DONE, NOT_ACTIVE (closed before), OPEN_HOLDS, OWES, for retention NOT_INACTIVE, REFERENCE (which holds a mark), or
-- HAS_POINTS when that alone is in the way, with the figures that it decided by.
create or replace function erase_customer(p_coalition uuid, p_customer uuid, p_forgives boolean, p_given_up bigint,
  p_reason text, p_reference text, p_by uuid, p_at timestamptz)
returns table (outcome text, points bigint, held bigint, open_holds integer, owed bigint, traces integer)
language plpgsql
security definer
set search_path = pg_catalog, public, pg_temp
as $$
declare
  v_points bigint;
  v_held bigint;
  v_owed bigint;
  v_seen uuid[];
  v_ids uuid[];
  v_contacts text[];
  v_marks text[];
  v_traces integer;
begin
  -- What takes long comes before the locks: whoever sells in the coalition waits for them.
  v_seen := persons_of(p_coalition, p_customer);
  v_traces := erased_traces(p_coalition, v_seen, marks_of(p_coalition, v_seen));
  -- In the order of the write path: the end of the chain, the account, the customer. What was decided before and comes to be
  -- posted after is decided again.
  perform 1 from chain_head h where h.coalition_id = p_coalition for update;
  select a.posted, a.reserved into v_points, v_held from customer_account a
    where a.coalition_id = p_coalition and a.customer_id = p_customer for update;
  perform 1 from customer c
    where c.coalition_id = p_coalition and c.customer_id = p_customer and c.status = 'ACTIVE' for no key update;
  if not found then
    return query select 'NOT_ACTIVE', v_points, v_held, 0, 0::bigint, 0;
    return;
  end if;
  v_ids := persons_of(p_coalition, p_customer);
  select coalesce(sum(d.remaining), 0)::bigint into v_owed from debt d
    where d.coalition_id = p_coalition and d.customer_id = any(v_ids);
  if v_held > 0 then
    return query select 'OPEN_HOLDS', v_points, v_held, count(*)::integer, v_owed, 0 from hold h
      where h.coalition_id = p_coalition and h.customer_id = p_customer and h.status = 'OPEN';
    return;
  elsif v_owed > 0 and not p_forgives then
    return query select 'OWES', v_points, v_held, 0, v_owed, 0;
    return;
  elsif p_reason = 'RETENTION' and not is_inactive(p_coalition, p_customer, inactive_before(p_coalition)) then
    return query select 'NOT_INACTIVE', v_points, v_held, 0, v_owed, 0;
    return;
  end if;
  v_contacts := contacts_of(p_coalition, v_ids);
  v_marks := marks_of(p_coalition, v_ids);
  if p_reference is not null and says_mark(p_reference,
    array(select m from unnest(v_marks) m where length(m) > 2)) then
    return query select 'REFERENCE', v_points, v_held, 0, v_owed, 0;
    return;
  end if;
  if v_points > 0 then
    return query select 'HAS_POINTS', v_points, v_held, 0, v_owed, 0;
    return;
  end if;
  if v_ids <> v_seen then
    v_traces := erased_traces(p_coalition, v_ids, v_marks);
  end if;

  insert into erasure (coalition_id, customer_id, reason, reference, points, owed, traces_left, erased_by_id, erased_at, scrub)
    values (p_coalition, p_customer, p_reason, p_reference, p_given_up, v_owed, v_traces, p_by, p_at, jsonb_build_object(
      'contacts', to_jsonb(v_contacts), 'marks', to_jsonb(v_marks),
      'references', coalesce((select jsonb_agg(jsonb_build_object('member', n.member_id, 'reference', n.reference))
        from customer_reference n where n.coalition_id = p_coalition and n.customer_id = any(v_ids)), '[]')));
  delete from confirmation f where f.coalition_id = p_coalition
    and (f.customer_id = any(v_ids) or f.other_customer_id = any(v_ids));
  delete from customer_device v where v.coalition_id = p_coalition and v.customer_id = any(v_ids);
  delete from customer_session q where q.coalition_id = p_coalition and q.customer_id = any(v_ids);
  delete from token_hold t where t.coalition_id = p_coalition and t.customer_id = any(v_ids);
  delete from expiry_reminder r where r.coalition_id = p_coalition and r.customer_id = any(v_ids);
  update consent s set proof = null
    where s.coalition_id = p_coalition and s.customer_id = any(v_ids) and s.proof is not null;
  update adjustment a set reason = 'Erased' where a.coalition_id = p_coalition and a.customer_id = any(v_ids);
  delete from customer_word w where w.coalition_id = p_coalition and w.customer_id = any(v_ids);
  -- What was seen of a visit is nobody's that a purchase does not name.
  update click k set user_agent = null, utm = null, referrer_host = null from purchase p
    where p.coalition_id = p_coalition and p.customer_id = any(v_ids) and p.click_id is not null
      and k.coalition_id = p_coalition and k.click_id = p.click_id;
  update customer_freeze f set reason = null
    where f.coalition_id = p_coalition and f.customer_id = any(v_ids) and f.reason is not null;
  update occasion o set key = null where o.coalition_id = p_coalition and o.customer_id = any(v_ids) and o.key is not null;
  -- Nobody is left for whom a member could say yes; one that is being confirmed is refused by the write path.
  update receipt_claim m set reason = null,
      ended_at = case when num_nonnulls(m.taken_at, m.declined_at, m.recorded_at, m.ended_at) = 0 then p_at else m.ended_at end
    where m.coalition_id = p_coalition and m.customer_id = any(v_ids);
  delete from referral_code r where r.coalition_id = p_coalition and r.customer_id = any(v_ids);
  delete from card k where k.coalition_id = p_coalition and k.customer_id = any(v_ids);
  delete from customer_reference n where n.coalition_id = p_coalition and n.customer_id = any(v_ids);
  update customer c set name = 'Erased', phone = null, email = null, birth_date = null, status = 'CLOSED', household_id = null,
    erased_at = p_at
    where c.coalition_id = p_coalition and c.customer_id = any(v_ids);
  update customer_account a set erased = true where a.coalition_id = p_coalition and a.customer_id = any(v_ids);
  return query select 'DONE', v_points, v_held, 0, v_owed, v_traces;
end $$;
