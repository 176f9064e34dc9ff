-- Goes on with an erasure in what was sent and handed in before it, up to p_limit rows of one table a call: messages that tell
-- of the customer lose their text and are made anew where they still have to be sent, rows of members' files lose the name, and
-- refusals that name it, which are of the books, are counted. p_public_ids are its ids as messages have them. A bare name is
-- looked for nowhere but as the whole of a file's own name of a customer: others are called the same.
-- Answers whether there is more; with the last of it the marks go too.
create or replace function scrub_erasure(p_coalition uuid, p_customer uuid, p_public_ids text[], p_limit integer)
returns boolean
language plpgsql
security definer
set search_path = pg_catalog, public, pg_temp
as $$
declare
  v_at timestamptz;
  v_scrub jsonb;
  v_phase text;
  v_after jsonb;
  v_ids uuid[];
  v_contacts text[];
  v_marks text[];
  v_told text[];
  v_page uuid[];
  v_hits uuid[];
  v_positions integer[];
  v_rows integer;
  v_said integer := 0;
begin
  select e.recorded_at, e.scrub into v_at, v_scrub from erasure e
    where e.coalition_id = p_coalition and e.customer_id = p_customer and e.scrub is not null for update;
  if not found then
    return false;
  end if;
  v_phase := coalesce(v_scrub->>'phase', 'DELIVERIES');
  v_ids := persons_of(p_coalition, p_customer);
  v_contacts := array(select jsonb_array_elements_text(v_scrub->'contacts'));
  v_marks := array(select jsonb_array_elements_text(v_scrub->'marks'));

  if v_phase = 'DELIVERIES' then
    v_told := p_public_ids || v_ids::text[] || v_contacts;
    v_page := array(select d.delivery_id from webhook_delivery d where d.coalition_id = p_coalition
      and d.delivery_id > coalesce((v_scrub->>'after')::uuid, '00000000-0000-0000-0000-000000000000')
      order by d.delivery_id limit p_limit);
    -- What tells of the erasure itself is made after it and says no more than the id.
    v_hits := array(select d.delivery_id from webhook_delivery d
      where d.coalition_id = p_coalition and d.delivery_id = any(v_page) and d.event_kind <> 'customer.erased'
        and d.made_at <= v_at + interval '1 minute'
        and (d.subject_id = any(v_ids)
          or exists (select from purchase p where p.coalition_id = p_coalition and p.purchase_id = d.subject_id
            and p.customer_id = any(v_ids))
          or exists (select from refund r where r.coalition_id = p_coalition and r.refund_id = d.subject_id
            and r.customer_id = any(v_ids))
          or exists (select from hold h where h.coalition_id = p_coalition and h.hold_id = d.subject_id
            and h.customer_id = any(v_ids))
          or exists (select from adjustment j where j.coalition_id = p_coalition and j.adjustment_id = d.subject_id
            and j.customer_id = any(v_ids))
          or exists (select from unnest(v_told) t(mark) where strpos(d.body, t.mark) > 0)));
    update webhook_delivery d set body = null, asked_scopes = '{}'
      where d.coalition_id = p_coalition and d.delivery_id = any(v_hits);
    update webhook_attempt a set response_body = null
      where a.coalition_id = p_coalition and a.delivery_id = any(v_page) and a.response_body is not null
        and (a.delivery_id = any(v_hits)
          or exists (select from unnest(v_told) t(mark) where strpos(a.response_body, t.mark) > 0));
    v_rows := cardinality(v_page);
    v_after := to_jsonb(v_page[v_rows]);
  elsif v_phase = 'LINES' then
    select coalesce(array_agg(x.reconciliation_id order by x.reconciliation_id, x.position), '{}'),
        coalesce(array_agg(x.position order by x.reconciliation_id, x.position), '{}')
      into v_page, v_positions
      from (select l.reconciliation_id, l.position from reconciliation_line l
        where l.coalition_id = p_coalition and (l.reconciliation_id, l.position)
          > (coalesce((v_scrub->'after'->>0)::uuid, '00000000-0000-0000-0000-000000000000'),
            coalesce((v_scrub->'after'->>1)::integer, 0))
        order by l.reconciliation_id, l.position limit p_limit) x;
    v_rows := cardinality(v_page);
    v_after := jsonb_build_array(v_page[v_rows], v_positions[v_rows]);
    update reconciliation_line l set customer_key = null from unnest(v_page, v_positions) s(reconciliation_id, position)
      where l.coalition_id = p_coalition and l.reconciliation_id = s.reconciliation_id and l.position = s.position
        and l.customer_key is not null and (
          lower(l.customer_key) = any(array(select lower(m) from unnest(v_marks) m))
          or l.customer_key = any(v_ids::text[] || p_public_ids)
          or exists (select from unnest(v_contacts) t(mark) where t.mark ~ '^\+?\d{10,}$'
            and right(regexp_replace(l.customer_key, '\D', '', 'g'), 10) = right(t.mark, 10))
          or exists (select from jsonb_to_recordset(v_scrub->'references') n(member uuid, reference text)
            join reconciliation r on r.coalition_id = p_coalition and r.reconciliation_id = l.reconciliation_id
              and r.member_id = n.member
            where n.reference = l.customer_key));
    update reconciliation_line l set problem = 'Erased' from unnest(v_page, v_positions) s(reconciliation_id, position)
      where l.coalition_id = p_coalition and l.reconciliation_id = s.reconciliation_id and l.position = s.position
        and l.problem is not null and says_mark(l.problem, v_contacts);
    select count(*)::integer into v_said from unnest(v_page, v_positions) s(reconciliation_id, position)
      join reconciliation_line l on l.coalition_id = p_coalition
      and l.reconciliation_id = s.reconciliation_id and l.position = s.position
      where l.receipt_ref is not null and says_mark(l.receipt_ref, v_contacts);
  else
    select count(*)::integer, count(*) filter (where says_mark(x.key || x.details::text, v_contacts))::integer,
        (array_agg(jsonb_build_array(x.key_scope_id, x.key_operation, x.key)
          order by x.key_scope_id desc, x.key_operation desc, x.key desc))[1]
      into v_rows, v_said, v_after
      from (select f.key_scope_id, f.key_operation, f.key, f.details from refusal f
        where f.coalition_id = p_coalition and (f.key_scope_id, f.key_operation, f.key)
          > (coalesce((v_scrub->'after'->>0)::uuid, '00000000-0000-0000-0000-000000000000'),
            coalesce(v_scrub->'after'->>1, ''), coalesce(v_scrub->'after'->>2, ''))
        order by f.key_scope_id, f.key_operation, f.key limit p_limit) x;
  end if;

  v_scrub := case
    when v_rows = p_limit then v_scrub || jsonb_build_object('phase', v_phase, 'after', v_after)
    when v_phase = 'DELIVERIES' then v_scrub - 'after' || jsonb_build_object('phase', 'LINES')
    when v_phase = 'LINES' then v_scrub - 'after' || jsonb_build_object('phase', 'REFUSALS') end;
  update erasure e set scrub = v_scrub, traces_left = e.traces_left + v_said,
      scrubbed_at = case when v_scrub is null then clock_timestamp() end
    where e.coalition_id = p_coalition and e.customer_id = p_customer;
  return v_scrub is not null;
end $$;
