-- A sale without a till may have two names: the number of its fiscal document in the member's own file, and the fiscal receipt that a customer
-- claims. Whichever is posted second finds the first, under the lock that orders them.
-- The purchase of a member that may be a sale under another name: one without a fiscal receipt under one of the numbers `p_refs`, or one with the
-- fiscal document `p_document` of a drive of the member. It is of the same sum, whatever of it points paid, but that of a confirmed claim,
-- whose sum the customer said, and lies between the two instants. Null for none.
create or replace function same_sale(p_coalition uuid, p_member uuid, p_refs text[], p_document text, p_paid bigint, p_since timestamptz,
  p_until timestamptz)
returns uuid
language sql
stable
set search_path = pg_catalog, public, pg_temp
as $$
  select x.purchase_id from (
    select p.*, false as claimed from unnest(p_refs) r(ref)
      cross join lateral (select p.* from purchase p
        where p.coalition_id = p_coalition and p.member_id = p_member and p.receipt_ref = r.ref limit 1) p
      where p.fiscal_receipt is null
    union all
    select p.*, starts_with(p.receipt_ref, d.fn || '-') as claimed from fiscal_drive d
      cross join lateral (select p.* from purchase p
        where p.coalition_id = p_coalition and p.fiscal_receipt is not null
          and substring(p.fiscal_receipt from '^[0-9]+-[0-9]+') = d.fn || '-' || p_document limit 1) p
      where p_document is not null and d.coalition_id = p_coalition and d.member_id = p_member and p.member_id = p_member
  ) x
  where x.occurred_at between p_since and p_until and (x.claimed or p_paid in (x.total_minor, x.total_minor - x.discount_minor,
    x.total_minor - x.discount_minor - x.points_part_minor))
  order by x.occurred_at, x.purchase_id limit 1
$$;
alter function same_sale owner to artel_owner;
revoke all on function same_sale from public;
grant execute on function same_sale to artel_app;

-- Steps of a batch whose sale was recorded under another name since they were decided; null for none. Called with the end of the chain held, so
-- of two names of one sale whichever is posted second finds the first.
create or replace function same_sale_steps(p_coalition uuid, p_rare jsonb)
returns int[]
language sql
stable
set search_path = pg_catalog, public, pg_temp
as $$
  select array_agg(x.step)
  from jsonb_to_recordset(p_rare->'sameSales') x(step int, member uuid, refs text[], document text, paid bigint, since timestamptz,
    until timestamptz)
  where same_sale(p_coalition, x.member, x.refs, x.document, x.paid, x.since, x.until) is not null
$$;
alter function same_sale_steps owner to artel_owner;
revoke all on function same_sale_steps from public;

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
  d_code text[], d_click uuid[], d_discount bigint[], d_rules text[], d_fiscal text[], d_row_hash bigint[],
  k_step int[], k_owner uuid[], k_customer uuid[], k_period text[], k_delta bigint[], k_limit bigint[],
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
  v_fund numeric;
  v_frozen int[];
  v_over int[];
  v_spent int[];
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
  -- What was decided before a customer was frozen is decided again.
  if e_kind && array['REDEEM', 'HOLD', 'TRANSFER_OUT', 'MERGE_OUT'] then
    v_frozen := frozen_steps(p_coalition, s_customer, e_step, e_kind, e_reserved);
  end if;

  -- What would take a counter past its limit is decided again, without what it counts.
  if cardinality(k_step) > 0 then
    v_over := over_limit_steps(p_coalition, k_step, k_owner, k_customer, k_period, k_delta, k_limit);
  end if;

  -- A voucher is used once, whoever is faster.
  if p_rare ? 'vouchers' then
    v_spent := stale_voucher_steps(p_coalition, s_customer, p_rare);
  end if;

  -- One sale under two names is recorded once.
  if p_rare ? 'sameSales' then
    v_spent := v_spent || same_sale_steps(p_coalition, p_rare);
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
      s.customer is null as moneyed, a.customer_id is null as homeless, a.erased,
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
      a.posted + sum(s.delta) over by_customer as posted, a.reserved + sum(s.reserved) over by_customer as reserved,
      s.delta, s.reserved as reserved_delta, s.balance
    from unnest(s_customer, s_expected, s_delta, s_reserved, s_balance, s_scope, s_operation, s_key, s_code)
      with ordinality s(customer, expected, delta, reserved, balance, scope, operation, key, code, i)
    left join lateral (select a.customer_id, a.sequence, a.posted, a.reserved, a.erased from customer_account a
      where a.coalition_id = p_coalition and a.customer_id = s.customer limit 1) a on true
    window by_customer as (partition by s.customer order by s.i rows unbounded preceding)
  ), judged as (
    select s.i, s.customer, case
        when s.taken then 'K'
        -- What steps before it bring in counts from the next batch: they may not be posted. Only a dispute takes what it
        -- must: it undoes what the fund got by mistake.
        when v_fund is not null and sums.fund < 0 and v_fund + sum(least(sums.fund, 0)) over (order by s.i) < 0
          and not exists (select from unnest(e_step, e_kind) e(step, kind)
            where e.step = s.i and e.kind = 'DISPUTE_RESOLUTION') then 'S'
        when s.moneyed then case when coalesce(sums.sound, false) and s.delta = 0 and s.reserved_delta = 0
          and sums.delta = 0 and sums.reserved = 0 and sums.lots is null and not sums.customers then 'P' else 'R' end
        when s.homeless then 'A'
        when not s.fresh or s.i = any(v_frozen || v_over || v_spent) then 'S'
        -- Decided while the customer was there, and it has been erased since.
        when s.erased and exists (select from unnest(e_step, e_kind) e(step, kind) where e.step = s.i and e.kind ~
          '^(EARN|REDEEM|HOLD|PROMO|ADJUSTMENT|(TRANSFER|MERGE)_(OUT|IN))$') then 'S'
        when s.refusal then 'P'
        when s.in_turn and coalesce(sums.sound, true)
          and s.delta = sums.delta and s.reserved_delta = sums.reserved and s.delta = sums.legs
          and s.delta = coalesce(sums.lots, 0) and s.posted = s.balance
          and s.posted between 0 and 9223372036854775807 and s.reserved between 0 and s.posted then 'P'
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
    perform post_lot_uses(p_coalition, v_batch, s_customer, e_step, e_id, v_ok, u_entry, u_position, u_lot, u_kind, u_points,
      u_expires, u_row_hash, p_rare);
  end if;

  if p_rare is not null then
    perform post_holds(p_coalition, v_batch, v_posted, s_customer, v_ok, p_rare);
  end if;

  -- 6. Documents.
  if cardinality(d_step) > 0 then
    insert into purchase (coalition_id, purchase_id, member_id, customer_id, terms_id, receipt_ref, total_minor,
      points_part_minor, points_redeemed, points_earned, earned_lot_id, hold_id, lines, balance_after, occurred_at,
      recorded_at, code, click_id, discount_minor, rules, fiscal_receipt, batch_no, batch_step, row_hash)
    select p_coalition, d_id[i], d_member[i], s_customer[d_step[i]], d_terms[i], d_receipt[i], d_total[i],
      d_points_part[i], d_redeemed[i], d_earned[i], d_earned_lot[i], d_hold[i], d_lines[i], s_balance[d_step[i]],
      d_occurred[i], v_posted + d_step[i] * interval '1 microsecond', d_code[i], d_click[i],
      d_discount[i], d_rules[i], d_fiscal[i], v_batch, d_step[i], d_row_hash[i]
    from generate_series(1, cardinality(d_step)) i
    where v_ok[d_step[i]];
    perform prove_tiers(p_coalition, v_batch);
    -- Whoever claimed a receipt that is recorded now waits for nothing any more.
    if cardinality(array_remove(d_fiscal, null)) > 0 then
      perform close_recorded_claims(p_coalition, v_posted, d_step, d_id, d_fiscal, v_ok);
    end if;
  end if;

  if p_rare is not null then
    perform post_refunds(p_coalition, v_batch, v_posted, s_customer, s_balance, e_id, v_ok, p_rare), post_acts(p_coalition, v_batch, v_ok, p_rare),
      post_gifts(p_coalition, v_batch, v_posted, s_customer, v_ok, p_rare);
  end if;

  if p_rare ? 'vouchers' then
    perform post_vouchers(p_coalition, v_batch, v_posted, s_customer, v_ok, p_rare);
  end if;

  if cardinality(k_step) > 0 then
    perform move_counters(p_coalition, v_ok, k_step, k_owner, k_customer, k_period, k_delta, k_limit);
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
