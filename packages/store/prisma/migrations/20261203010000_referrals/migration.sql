-- Customers recommend the programme: their codes, whom they brought, and rules that pay for it.

create table referral_code (
    coalition_id uuid not null,
    customer_id uuid not null,
    code text not null,
    made_at timestamptz(6) not null,
    constraint referral_code_pkey primary key (coalition_id, customer_id),
    constraint referral_code_shape check (code ~ '^[0-9A-HJKMNP-TV-Z]{10}$'),
    constraint referral_code_coalition_id_customer_id_fkey foreign key (coalition_id, customer_id)
        references customer (coalition_id, customer_id) on delete restrict on update cascade
);
create unique index referral_code_code_key on referral_code (code);
alter table referral_code owner to artel_owner;
grant select, insert on referral_code to artel_app;

create table referral (
    coalition_id uuid not null,
    friend_id uuid not null,
    referrer_id uuid not null,
    member_id uuid not null,
    via text not null,
    bound_at timestamptz(6) not null,
    digest text not null,
    next_look_on date,
    constraint referral_pkey primary key (coalition_id, friend_id),
    constraint referral_not_own check (friend_id <> referrer_id),
    constraint referral_via check (via in ('ENROL', 'TILL', 'CODE')),
    constraint referral_digest check (digest ~ '^[0-9a-f]{64}$'),
    constraint referral_coalition_id_friend_id_fkey foreign key (coalition_id, friend_id)
        references customer (coalition_id, customer_id) on delete restrict on update cascade,
    constraint referral_coalition_id_referrer_id_fkey foreign key (coalition_id, referrer_id)
        references customer (coalition_id, customer_id) on delete restrict on update cascade,
    constraint referral_coalition_id_member_id_fkey foreign key (coalition_id, member_id)
        references member (coalition_id, member_id) on delete restrict on update cascade
);
create index referral_coalition_id_referrer_id_idx on referral (coalition_id, referrer_id);
create index referral_look on referral (coalition_id, next_look_on, friend_id) where next_look_on is not null;
alter table referral owner to artel_owner;
-- Who brought whom stands as it was written; when rules look at it next follows purchases.
grant select, insert, update (next_look_on) on referral to artel_app;

create table referral_cursor (
    coalition_id uuid not null,
    done_batch_no bigint not null,
    rules text not null,
    constraint referral_cursor_pkey primary key (coalition_id)
);
alter table referral_cursor owner to artel_owner;
grant select, insert, update (done_batch_no, rules) on referral_cursor to artel_app;

alter table rule drop constraint rule_trigger;
alter table rule add constraint rule_trigger
    check (trigger in ('ENROL', 'BIRTHDAY', 'VISIT', 'EVENT', 'REFERRER', 'REFERRED'));

alter table occasion add column friend_id uuid, add column purchase_id uuid, add column rule_id uuid, add column least_minor bigint,
    add column undone_at timestamptz(6), add column taken_back_at timestamptz(6);
alter table occasion drop constraint occasion_kind;
alter table occasion add constraint occasion_kind
    check (kind in ('ENROL', 'BIRTHDAY', 'VISIT', 'EVENT', 'REFERRER', 'REFERRED'));
alter table occasion add constraint occasion_referral check (case when kind in ('REFERRER', 'REFERRED')
    then num_nulls(friend_id, purchase_id, rule_id, least_minor) = 0 and least_minor > 0
    else num_nonnulls(friend_id, purchase_id, rule_id, least_minor, undone_at, taken_back_at) = 0 end);
alter table occasion add constraint occasion_taken_back check (taken_back_at is null or undone_at is not null);
alter table occasion add constraint occasion_coalition_id_friend_id_fkey foreign key (coalition_id, friend_id)
    references referral (coalition_id, friend_id) on delete restrict on update cascade;
alter table occasion add constraint occasion_coalition_id_purchase_id_fkey foreign key (coalition_id, purchase_id)
    references purchase (coalition_id, purchase_id) on delete restrict on update cascade;
alter table occasion add constraint occasion_coalition_id_rule_id_fkey foreign key (coalition_id, rule_id)
    references rule (coalition_id, rule_id) on delete restrict on update cascade;
-- Once a friend, side and rule.
create unique index occasion_referral_once on occasion (coalition_id, friend_id, kind, rule_id) where friend_id is not null;
create index occasion_of_purchase on occasion (coalition_id, purchase_id) where purchase_id is not null;
create index occasion_undone on occasion (coalition_id, occasion_id) where undone_at is not null and taken_back_at is null;
grant update (undone_at, taken_back_at) on occasion to artel_app;

create table gift_return (
    coalition_id uuid not null,
    return_id uuid not null,
    gift_id uuid not null,
    customer_id uuid not null,
    points bigint not null,
    counters text not null,
    payers text not null,
    returned_at timestamptz(6) not null,
    batch_no bigint not null,
    batch_step integer not null,
    row_hash bigint not null,
    constraint gift_return_pkey primary key (coalition_id, return_id),
    constraint gift_return_points check (points > 0),
    constraint gift_return_counters check (json_typeof(counters::json) = 'array'),
    constraint gift_return_payers check (json_typeof(payers::json) = 'array'),
    constraint gift_return_coalition_id_gift_id_fkey foreign key (coalition_id, gift_id)
        references rule_gift (coalition_id, gift_id) on delete restrict on update cascade,
    constraint gift_return_coalition_id_customer_id_fkey foreign key (coalition_id, customer_id)
        references customer (coalition_id, customer_id) on delete restrict on update cascade
);
create unique index gift_return_coalition_id_gift_id_key on gift_return (coalition_id, gift_id);
create index gift_return_coalition_id_customer_id_return_id_idx on gift_return (coalition_id, customer_id, return_id);
create index gift_return_batch on gift_return using brin (batch_no) with (pages_per_range = 32, autosummarize = on);
alter table gift_return owner to artel_owner;
grant select on gift_return to artel_app;

-- What rules gave in a batch for what is no purchase, and what was taken back of it; called by `post_entries`. `p_rare` is explained in `post_entries.md`.
create or replace function post_gifts(p_coalition uuid, v_batch bigint, v_posted timestamptz, s_customer uuid[], v_ok boolean[],
  p_rare jsonb)
returns void
language plpgsql
set search_path = pg_catalog, public, pg_temp
set plan_cache_mode = force_generic_plan
as $$
begin
  insert into rule_gift (coalition_id, gift_id, occasion_id, rule_version_id, customer_id, owner_id, day, points, counters,
    payers, given_at, batch_no, batch_step, row_hash)
  select p_coalition, g.id, g.occasion, g.version, s_customer[g.step], g.owner, g.day, g.points, g.counters, g.payers,
    v_posted + g.step * interval '1 microsecond', v_batch, g.step, g.row_hash
  from jsonb_to_recordset(p_rare->'gifts') g(step int, id uuid, occasion uuid, version uuid, owner uuid, day date,
    points bigint, counters text, payers text, row_hash bigint)
  where v_ok[g.step];

  insert into gift_return (coalition_id, return_id, gift_id, customer_id, points, counters, payers, returned_at, batch_no,
    batch_step, row_hash)
  select p_coalition, g.id, g.gift, s_customer[g.step], g.points, g.counters, g.payers, v_posted + g.step * interval '1 microsecond',
    v_batch, g.step, g.row_hash
  from jsonb_to_recordset(p_rare->'giftReturns') g(step int, id uuid, gift uuid, points bigint, counters text, payers text,
    row_hash bigint)
  where v_ok[g.step];
end $$;

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
  delete from referral_code r where r.coalition_id = p_coalition and r.customer_id = any(v_ids);
  delete from card k where k.coalition_id = p_coalition and k.customer_id = any(v_ids);
  delete from customer_reference n where n.coalition_id = p_coalition and n.customer_id = any(v_ids);
  update customer c set name = 'Erased', phone = null, email = null, birth_date = null, status = 'CLOSED', household_id = null,
    erased_at = p_at
    where c.coalition_id = p_coalition and c.customer_id = any(v_ids);
  update customer_account a set erased = true where a.coalition_id = p_coalition and a.customer_id = any(v_ids);
  return query select 'DONE', v_points, v_held, 0, v_owed, v_traces;
end $$;
