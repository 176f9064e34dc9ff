-- An erasure closes the customer at once, and looks through messages and files afterwards.
alter table job_cursor add column after_id uuid;

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
alter function persons_of owner to artel_owner;
revoke all on function persons_of from public;

-- Phones, e-mails and cards of customers.
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
    union select k.number from card k where k.coalition_id = p_coalition and k.customer_id = any(p_customers));
$$;
alter function contacts_of owner to artel_owner;
revoke all on function contacts_of from public;

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
alter function marks_of owner to artel_owner;
revoke all on function marks_of from public;

-- Whether one of the marks stands in a text, in whatever case, as JSON has it too; a phone in any notation, by its last ten
-- digits.
create or replace function says_mark(p_text text, p_marks text[])
returns boolean
language sql
immutable
set search_path = pg_catalog, public, pg_temp
as $$
  select exists (select from unnest(p_marks) t(mark)
    where strpos(lower(p_text), lower(t.mark)) > 0
      or strpos(lower(p_text), lower(substr(to_json(t.mark)::text, 2, length(to_json(t.mark)::text) - 2))) > 0
      or t.mark ~ '^\+\d{10,}$' and strpos(regexp_replace(p_text, '\D', '', 'g'), right(t.mark, 10)) > 0);
$$;
alter function says_mark owner to artel_owner;
revoke all on function says_mark from public;

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
    select p.receipt_ref || p.lines::text as said from purchase p
      where p.coalition_id = p_coalition and p.customer_id = any(p_customers)
    union all select r.reason || r.lines::text from refund r
      where r.coalition_id = p_coalition and r.customer_id = any(p_customers)
    union all select h.order_ref from hold h where h.coalition_id = p_coalition and h.customer_id = any(p_customers)
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
alter function erased_traces owner to artel_owner;
revoke all on function erased_traces from public;

-- The local day before which nothing may have happened to a customer whom a coalition forgets; null: it forgets nobody.
create or replace function inactive_before(p_coalition uuid)
returns timestamptz
language plpgsql
stable
set search_path = pg_catalog, public, pg_temp
as $$
begin
  return (
  select start_of_day((coalition_clock(c.clock_offset_seconds) at time zone c.time_zone
    - make_interval(months => c.erase_inactive_after_months))::date, c.time_zone)
  from coalition c where c.coalition_id = p_coalition);
end $$;
alter function inactive_before owner to artel_owner;
revoke all on function inactive_before from public;
grant execute on function inactive_before to artel_app;

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
alter function is_inactive owner to artel_owner;
revoke all on function is_inactive from public;
grant execute on function is_inactive to artel_app;

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
  delete from token_hold t where t.coalition_id = p_coalition and t.customer_id = any(v_ids);
  delete from expiry_reminder r where r.coalition_id = p_coalition and r.customer_id = any(v_ids);
  update consent s set proof = null
    where s.coalition_id = p_coalition and s.customer_id = any(v_ids) and s.proof is not null;
  update adjustment a set reason = 'Erased' where a.coalition_id = p_coalition and a.customer_id = any(v_ids);
  delete from customer_word w where w.coalition_id = p_coalition and w.customer_id = any(v_ids);
  update customer_freeze f set reason = null
    where f.coalition_id = p_coalition and f.customer_id = any(v_ids) and f.reason is not null;
  delete from card k where k.coalition_id = p_coalition and k.customer_id = any(v_ids);
  delete from customer_reference n where n.coalition_id = p_coalition and n.customer_id = any(v_ids);
  update customer c set name = 'Erased', phone = null, email = null, status = 'CLOSED', household_id = null, erased_at = p_at
    where c.coalition_id = p_coalition and c.customer_id = any(v_ids);
  update customer_account a set erased = true where a.coalition_id = p_coalition and a.customer_id = any(v_ids);
  return query select 'DONE', v_points, v_held, 0, v_owed, v_traces;
end $$;
alter function erase_customer owner to artel_owner;
revoke all on function erase_customer from public;
grant execute on function erase_customer to artel_app;

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
alter function scrub_erasure owner to artel_owner;
revoke all on function scrub_erasure from public;
grant execute on function scrub_erasure to artel_app;

-- Records a batch of decided steps in one call: the only way to write the ledger. A step is one command, either an entry
-- group or a refusal to remember. `post_entries.md` explains every argument and every verdict.
create or replace function post_entries(
  p_coalition uuid, p_now timestamptz, p_atomic boolean,
  s_id uuid[], s_customer uuid[], s_expected bigint[], s_delta bigint[], s_reserved bigint[], s_balance bigint[],
  s_scope uuid[], s_operation text[], s_key text[], s_hash bytea[], s_digest bytea[],
  s_code text[], s_details json[], s_row_hash bigint[],
  e_step int[], e_id uuid[], e_position int[], e_kind text[], e_member uuid[], e_document uuid[],
  e_delta bigint[], e_reserved bigint[], e_balance bigint[], e_row_hash bigint[],
  t_entry int[], t_position int[], t_unit text[], t_debit_kind text[], t_debit_owner uuid[],
  t_credit_kind text[], t_credit_owner uuid[], t_amount bigint[], t_row_hash bigint[],
  l_entry int[], l_id uuid[], l_issuer uuid[], l_terms uuid[], l_amount bigint[], l_issued timestamptz[],
  l_activates timestamptz[], l_expires timestamptz[], l_reserve_price bigint[], l_deposit bigint[],
  l_issue_fee bigint[], l_redeem_fee bigint[], l_row_hash bigint[],
  u_entry int[], u_position int[], u_lot uuid[], u_kind text[], u_points bigint[], u_expires timestamptz[],
  u_row_hash bigint[],
  d_step int[], d_id uuid[], d_member uuid[], d_terms uuid[], d_receipt text[], d_total bigint[], d_points_part bigint[],
  d_redeemed bigint[], d_earned bigint[], d_earned_lot uuid[], d_hold uuid[], d_lines json[], d_occurred timestamptz[],
  d_row_hash bigint[],
  o_step int[], o_id uuid[], o_kind text[], o_subject uuid[], o_payload jsonb[],
  p_rare jsonb
) returns text
language plpgsql
security definer
set search_path = pg_catalog, public, pg_temp
set plan_cache_mode = force_generic_plan
set enable_seqscan = off
as $$
declare
  v_head chain_head;
  v_batch bigint;
  v_posted timestamptz;
  v_micros bigint;
  v_steps int;
  v_answer text[];
  v_ok boolean[];
  v_expected bigint;
  v_count bigint;
  v_fund numeric;
begin
  -- 1. The end of the chain, locked until commit: batches of a coalition come one after another, each sees all that
  -- the ones before it wrote, and none can be caught between a window and the next.
  select * into v_head from chain_head where coalition_id = p_coalition for update;
  if not found then
    insert into chain_head (coalition_id, batch_no, hash, posted_at, open_window_no)
    values (p_coalition, 0, decode(repeat('00', 32), 'hex'), to_timestamp(0), 1)
    on conflict do nothing;
    select * into v_head from chain_head where coalition_id = p_coalition for update;
  end if;
  v_batch := v_head.batch_no + 1;
  v_posted := greatest(p_now, v_head.posted_at + interval '1 microsecond');
  -- The window of that instant; where the last one has ended, the next is opened here.
  select w.window_no, w.instant into v_head.open_window_no, v_posted
  from enter_window(p_coalition, v_posted, cardinality(s_id)) w;
  v_micros := (extract(epoch from v_posted) * 1000000)::bigint;
  -- What the promo fund holds, when a step takes out of it: of all who take, none gets more than there is.
  if 'PROMO_FUND' = any(t_debit_kind) then
    v_fund := promo_fund(p_coalition);
  end if;

  -- 2. Verdicts, on a snapshot taken after the lock was won, so that whoever we waited for is visible.
  with sums as (
    -- All that a step's rows say of it, in one pass over them.
    select x.step, sum(x.leg) as legs, bool_and(x.sound) as sound, bool_or(x.customers) as customers,
      sum(x.fund) as fund, sum(x.lots) as lots, sum(x.delta) as delta, sum(x.reserved) as reserved
    from (
      select e_step[t_entry[i]] as step,
        case when t_credit_kind[i] = 'CUSTOMER' and t_credit_owner[i] = s_customer[e_step[t_entry[i]]]
            then t_amount[i] else 0 end
          - case when t_debit_kind[i] = 'CUSTOMER' and t_debit_owner[i] = s_customer[e_step[t_entry[i]]]
            then t_amount[i] else 0 end as leg,
        t_amount[i] > 0 and (t_debit_kind[i] <> t_credit_kind[i] or t_debit_owner[i] <> t_credit_owner[i]) as sound,
        t_credit_kind[i] = 'CUSTOMER' or t_debit_kind[i] = 'CUSTOMER' as customers,
        case when t_credit_kind[i] = 'PROMO_FUND' then t_amount[i] else 0 end
          - case when t_debit_kind[i] = 'PROMO_FUND' then t_amount[i] else 0 end as fund,
        null::bigint as lots, 0::bigint as delta, 0::bigint as reserved
      from generate_series(1, cardinality(t_entry)) i
      union all
      select e_step[i], 0, null, false, 0, null, e_delta[i], e_reserved[i] from generate_series(1, cardinality(e_step)) i
      union all
      select e_step[l_entry[i]], 0, null, false, 0, l_amount[i], 0, 0 from generate_series(1, cardinality(l_entry)) i
      union all
      select e_step[u_entry[i]], 0, null, false, 0, -u_points[i], 0, 0 from generate_series(1, cardinality(u_entry)) i
      union all
      -- One command on several customers: a leg of one step's entry may be another step's customer.
      select s.i, case when t.credit_kind = 'CUSTOMER' and t.credit_owner = s.customer then t.amount else 0 end
          - case when t.debit_kind = 'CUSTOMER' and t.debit_owner = s.customer then t.amount else 0 end,
        true, true, 0, null, 0, 0
      from unnest(t_entry, t_debit_kind, t_debit_owner, t_credit_kind, t_credit_owner, t_amount)
        t(entry, debit_kind, debit_owner, credit_kind, credit_owner, amount)
      cross join unnest(s_customer) with ordinality s(customer, i)
      where p_atomic and s.i <> e_step[t.entry]
    ) x
    group by x.step
  ), steps as (
    select s.i, s.customer, s.code is not null as refusal,
      s.customer is null as moneyed, a.customer_id is null as homeless,
      -- Sub-selects, not joins: a join may be planned while the tables are small, and kept when they are not.
      -- A key that was posted meanwhile is found by the unique index below.
      exists (select from refusal f where f.coalition_id = p_coalition and f.key_scope_id = s.scope
        and f.key_operation = s.operation and f.key = s.key)
        or s.code is not null and exists (select from entry k where k.coalition_id = p_coalition
          and k.key_scope_id = s.scope and k.key_operation = s.operation and k.key = s.key) as taken,
      a.sequence = first_value(s.expected) over by_customer as fresh,
      -- Every step before it that is no refusal has moved the customer on.
      s.expected = first_value(s.expected) over by_customer
        + count(*) filter (where s.code is null) over by_customer - (s.code is null)::int as in_turn,
      a.posted + sum(s.delta) over by_customer as posted,
      a.reserved + sum(s.reserved) over by_customer as reserved,
      s.delta, s.reserved as reserved_delta, s.balance, a.erased
    from unnest(s_customer, s_expected, s_delta, s_reserved, s_balance, s_scope, s_operation, s_key, s_code)
      with ordinality s(customer, expected, delta, reserved, balance, scope, operation, key, code, i)
    left join lateral (select a.customer_id, a.sequence, a.posted, a.reserved, a.erased
      from customer_account a
      where a.coalition_id = p_coalition and a.customer_id = s.customer limit 1) a on true
    window by_customer as (partition by s.customer order by s.i rows unbounded preceding)
  ), judged as (
    select s.i, s.customer,
      case
        when s.taken then 'K'
        -- What steps before it bring in counts from the next batch: they may not be posted. Only a dispute takes what it
        -- must: it undoes what the fund got by mistake.
        when v_fund is not null and sums.fund < 0 and v_fund + sum(least(sums.fund, 0)) over (order by s.i) < 0
          and not exists (select from unnest(e_step, e_kind) e(step, kind)
            where e.step = s.i and e.kind = 'DISPUTE_RESOLUTION') then 'S'
        when s.moneyed then case when coalesce(sums.sound, false) and s.delta = 0 and s.reserved_delta = 0
          and sums.delta = 0 and sums.reserved = 0 and sums.lots is null and not sums.customers then 'P' else 'R' end
        when s.homeless then 'A'
        when not s.fresh then 'S'
        -- Decided while the customer was there, and it has been erased since.
        when s.erased and exists (select from unnest(e_step, e_kind) e(step, kind) where e.step = s.i
          and e.kind in ('EARN', 'REDEEM', 'HOLD', 'PROMO', 'ADJUSTMENT', 'TRANSFER_OUT', 'TRANSFER_IN', 'MERGE_OUT',
            'MERGE_IN')) then 'S'
        when s.refusal then 'P'
        when s.in_turn and coalesce(sums.sound, true)
          and s.delta = sums.delta and s.reserved_delta = sums.reserved
          and s.delta = sums.legs and s.delta = coalesce(sums.lots, 0)
          and s.posted = s.balance and s.posted between 0 and 9223372036854775807
          and s.reserved between 0 and s.posted then 'P'
        else 'R'
      end as own
    from steps s
    left join sums on sums.step = s.i
  ), final as (
    -- What follows a step that did not post was decided on a state that never came to be.
    select i, case when own = 'P' and coalesce(bool_or(own <> 'P') over
      (partition by customer order by i rows unbounded preceding), false)
      then 'S' else own end as answer
    from judged
  )
  select array_agg(answer order by i), array_agg(answer = 'P' order by i) into v_answer, v_ok from final;
  if p_atomic and not (true = all(v_ok)) then
    select array_agg(coalesce((select a from unnest(v_answer) a where a <> 'P' limit 1), 'S')),
      array_agg(false) into v_answer, v_ok from unnest(v_answer);
  end if;
  select count(*) into v_steps from unnest(v_ok) ok where ok;
  if v_steps = 0 then
    return array_to_string(v_answer, '') || ' 0 0';
  end if;

  -- Once a batch, in place of foreign keys.
  if exists (
    select from (select e.member from unnest(e_step, e_member) e(step, member) where v_ok[e.step]
      union select l.issuer from unnest(l_entry, l_issuer) l(entry, issuer) where v_ok[e_step[l.entry]]
      union select d.member from unnest(d_step, d_member) d(step, member) where v_ok[d.step]) x
    where x.member is not null and x.member <> p_coalition and not exists (select from member m
      where m.coalition_id = p_coalition and m.member_id = x.member)
  ) or exists (
    select from (select l.terms from unnest(l_entry, l_terms) l(entry, terms) where v_ok[e_step[l.entry]]
      union select d.terms from unnest(d_step, d_terms) d(step, terms) where v_ok[d.step]) x
    where not exists (select from terms t where t.coalition_id = p_coalition and t.terms_id = x.terms)
  ) then
    raise exception 'a member or terms that the coalition does not have' using errcode = '23503';
  end if;

  -- 3. Entries. A key that is posted already is a unique violation, here and below.
  insert into entry (coalition_id, entry_id, group_id, position, kind, customer_id, customer_sequence, member_id,
    document_id, points_delta, reserved_delta, balance_after, posted_at, key_scope_id, key_operation, key, request_hash,
    digest, batch_no, batch_step, row_hash)
  select p_coalition, e_id[i], s_id[e_step[i]], e_position[i], e_kind[i], s_customer[e_step[i]],
    s_expected[e_step[i]] + 1, e_member[i], e_document[i], e_delta[i], e_reserved[i], e_balance[i],
    v_posted + e_step[i] * interval '1 microsecond',
    case when e_position[i] = 0 then s_scope[e_step[i]] end, case when e_position[i] = 0 then s_operation[e_step[i]] end,
    case when e_position[i] = 0 then s_key[e_step[i]] end, case when e_position[i] = 0 then s_hash[e_step[i]] end,
    case when e_position[i] = 0 then s_digest[e_step[i]] end, v_batch, e_step[i], e_row_hash[i]
  from generate_series(1, cardinality(e_id)) i
  where v_ok[e_step[i]];

  -- 4. One update an account.
  update customer_account a
  set posted = a.posted + x.delta, reserved = a.reserved + x.reserved, sequence = a.sequence + x.steps
  from (
    select s.customer, sum(s.delta)::bigint as delta, sum(s.reserved)::bigint as reserved, count(*) as steps
    from unnest(s_customer, s_delta, s_reserved, s_code, v_ok) s(customer, delta, reserved, code, ok)
    where s.ok and s.code is null and s.customer is not null
    group by s.customer
  ) x
  where a.coalition_id = p_coalition and a.customer_id = x.customer and a.customer_id = any(s_customer);

  insert into transfer (coalition_id, entry_id, position, unit, debit_kind, debit_owner_id, credit_kind,
    credit_owner_id, amount, batch_no, batch_step, row_hash)
  select p_coalition, e_id[t_entry[i]], t_position[i], t_unit[i], t_debit_kind[i], t_debit_owner[i], t_credit_kind[i],
    t_credit_owner[i], t_amount[i], v_batch, e_step[t_entry[i]], t_row_hash[i]
  from generate_series(1, cardinality(t_entry)) i
  where v_ok[e_step[t_entry[i]]];

  -- Derived accounts have no row to fight for: a batch says once what it moved on each.
  insert into account_movement (coalition_id, kind, owner_id, batch_no, debit, credit)
  select p_coalition, x.kind, x.owner, v_batch, sum(x.debit), sum(x.credit)
  from (
    select t_debit_kind[i] as kind, t_debit_owner[i] as owner, t_amount[i] as debit, 0::bigint as credit
    from generate_series(1, cardinality(t_entry)) i
    where v_ok[e_step[t_entry[i]]] and t_debit_kind[i] <> 'CUSTOMER'
    union all
    select t_credit_kind[i], t_credit_owner[i], 0, t_amount[i]
    from generate_series(1, cardinality(t_entry)) i
    where v_ok[e_step[t_entry[i]]] and t_credit_kind[i] <> 'CUSTOMER'
  ) x
  group by x.kind, x.owner;

  -- 5. Lots. Issue comes first and in its own statement: a later step of the batch may use what an earlier earned.
  insert into lot (coalition_id, lot_id, customer_id, issuer_id, terms_id, entry_id, amount, remaining, reserved, open,
    issued_at, activates_at, expires_at, first_expires_at, reserve_price, deposit, issue_fee, redeem_fee, batch_no,
    batch_step, row_hash)
  select p_coalition, l_id[i], s_customer[e_step[l_entry[i]]], l_issuer[i], l_terms[i], e_id[l_entry[i]], l_amount[i],
    l_amount[i], 0, true, l_issued[i], l_activates[i], l_expires[i], l_expires[i], l_reserve_price[i], l_deposit[i],
    l_issue_fee[i], l_redeem_fee[i], v_batch, e_step[l_entry[i]], l_row_hash[i]
  from generate_series(1, cardinality(l_entry)) i
  where v_ok[e_step[l_entry[i]]];

  if cardinality(u_entry) > 0 or p_rare is not null then
    insert into lot_use (coalition_id, entry_id, position, lot_id, kind, points, expires_at, batch_no, batch_step, row_hash)
    select p_coalition, e_id[u_entry[i]], u_position[i], u_lot[i], u_kind[i], u_points[i], u_expires[i], v_batch,
      e_step[u_entry[i]], u_row_hash[i]
    from generate_series(1, cardinality(u_entry)) i
    where v_ok[e_step[u_entry[i]]];

    -- Taken and released in one update: a capture lowers both, and neither alone is within the lot's bounds.
    with moved as (
      select m.customer, m.lot, sum(m.taken) as taken, sum(m.reserved) as reserved, max(m.expires) as expires
      from (
        select s_customer[e_step[u_entry[i]]] as customer, u_lot[i] as lot, u_points[i] as taken, 0 as reserved,
          u_expires[i] as expires
        from generate_series(1, cardinality(u_entry)) i
        where v_ok[e_step[u_entry[i]]]
        union all
        select s_customer[c.step], c.lot, 0, c.reserved, null
        from jsonb_to_recordset(p_rare->'lotChanges') c(step int, lot uuid, reserved bigint)
        where v_ok[c.step]
      ) m
      group by m.customer, m.lot
    ), changed as (
      update lot l
      set remaining = l.remaining - m.taken, open = l.remaining - m.taken > 0, reserved = l.reserved + m.reserved,
        expires_at = coalesce(m.expires, l.expires_at)
      from moved m
      where l.coalition_id = p_coalition and l.lot_id = m.lot and l.customer_id = m.customer
        and l.lot_id = any(array(select moved.lot from moved))
      returning 1
    )
    select (select count(*) from moved), (select count(*) from changed) into v_expected, v_count;
    if v_count <> v_expected then
      raise exception 'a used lot is not the customer''s' using errcode = '23503';
    end if;
  end if;

  if p_rare is not null then
    perform post_holds(p_coalition, v_batch, v_posted, s_customer, v_ok, p_rare);
  end if;

  -- 6. Documents.
  if cardinality(d_step) > 0 then
    insert into purchase (coalition_id, purchase_id, member_id, customer_id, terms_id, receipt_ref, total_minor,
      points_part_minor, points_redeemed, points_earned, earned_lot_id, hold_id, lines, balance_after, occurred_at,
      recorded_at, batch_no, batch_step, row_hash)
    select p_coalition, d_id[i], d_member[i], s_customer[d_step[i]], d_terms[i], d_receipt[i], d_total[i],
      d_points_part[i], d_redeemed[i], d_earned[i], d_earned_lot[i], d_hold[i], d_lines[i], s_balance[d_step[i]],
      d_occurred[i], v_posted + d_step[i] * interval '1 microsecond', v_batch, d_step[i], d_row_hash[i]
    from generate_series(1, cardinality(d_step)) i
    where v_ok[d_step[i]];
  end if;

  if p_rare is not null then
    perform post_refunds(p_coalition, v_batch, v_posted, s_customer, s_balance, e_id, v_ok, p_rare);
  end if;

  -- 7. Refusals to remember.
  if exists (select from unnest(s_code, v_ok) s(code, ok) where s.ok and s.code is not null) then
    insert into refusal (coalition_id, key_scope_id, key_operation, key, request_hash, code, details, refused_at, digest,
      batch_no, batch_step, row_hash)
    select p_coalition, s.scope, s.operation, s.key, s.hash, s.code, s.details,
      v_posted + s.i * interval '1 microsecond', s.digest, v_batch, s.i, s.row_hash
    from unnest(s_scope, s_operation, s_key, s_hash, s_digest, s_code, s_details, s_row_hash, v_ok)
      with ordinality s(scope, operation, key, hash, digest, code, details, row_hash, ok, i)
    where s.ok and s.code is not null;
  end if;

  insert into outbox (coalition_id, event_id, kind, subject_id, payload, created_at)
  select p_coalition, o_id[i], o_kind[i], o_subject[i], o_payload[i], v_posted + o_step[i] * interval '1 microsecond'
  from generate_series(1, cardinality(o_step)) i
  where v_ok[o_step[i]];

  -- 8. The batch itself, chained to the one before.
  select sha256(v_head.hash
      || convert_to(concat_ws('|', p_coalition, v_batch, v_micros, v_head.open_window_no, v_steps), 'UTF8')
      || string_agg(s.digest, ''::bytea order by s.i)) into v_head.hash
  from unnest(s_digest, v_ok) with ordinality s(digest, ok, i) where s.ok;
  insert into batch (coalition_id, batch_no, posted_at, window_no, steps, hash)
  values (p_coalition, v_batch, v_posted, v_head.open_window_no, v_steps, v_head.hash);
  update chain_head
  set batch_no = v_batch, hash = v_head.hash,
    posted_at = v_posted + cardinality(s_id) * interval '1 microsecond'
  where coalition_id = p_coalition;

  return array_to_string(v_answer, '') || ' ' || v_micros || ' ' || v_batch;
end $$;
