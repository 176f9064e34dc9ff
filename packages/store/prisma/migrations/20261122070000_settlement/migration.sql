-- How members settle with each other: windows, statements, disputes, plans of payments and what was paid of them.
-- The money itself is in the ledger; these rows say who said what about it, and when.

CREATE TABLE "settlement_window" (
    "coalition_id" UUID NOT NULL,
    "window_no" INTEGER NOT NULL,
    "status" TEXT NOT NULL,
    "schedule" TEXT NOT NULL,
    "opens_at" TIMESTAMPTZ(6) NOT NULL,
    "cut_off" TIMESTAMPTZ(6) NOT NULL,
    "last_batch_no" BIGINT,
    "chain_hash" BYTEA,
    "closed_at" TIMESTAMPTZ(6),
    "stated_at" TIMESTAMPTZ(6),
    "dispute_deadline" TIMESTAMPTZ(6),
    "agreed_at" TIMESTAMPTZ(6),
    "approved_at" TIMESTAMPTZ(6),
    "payment_date" DATE,
    "settled_at" TIMESTAMPTZ(6),

    CONSTRAINT "settlement_window_pkey" PRIMARY KEY ("coalition_id","window_no")
);

CREATE TABLE "settlement_command" (
    "coalition_id" UUID NOT NULL,
    "key_scope_id" UUID NOT NULL,
    "operation" TEXT NOT NULL,
    "key" TEXT NOT NULL,
    "request_hash" TEXT NOT NULL,
    "result_ref" TEXT NOT NULL,
    "recorded_at" TIMESTAMPTZ(6) NOT NULL,

    CONSTRAINT "settlement_command_pkey" PRIMARY KEY ("coalition_id","key_scope_id","operation","key")
);

CREATE TABLE "statement" (
    "coalition_id" UUID NOT NULL,
    "statement_id" UUID NOT NULL,
    "window_no" INTEGER NOT NULL,
    "member_id" UUID NOT NULL,
    "opening" BIGINT NOT NULL,
    "net" BIGINT NOT NULL,
    "payments" BIGINT NOT NULL,
    "closing" BIGINT NOT NULL,
    "opening_minor" BIGINT NOT NULL,
    "net_minor" BIGINT NOT NULL,
    "payments_minor" BIGINT NOT NULL,
    "rounding_minor" BIGINT NOT NULL,
    "closing_minor" BIGINT NOT NULL,
    "residue" BIGINT NOT NULL,
    "line_count" INTEGER NOT NULL,
    "line_hash" TEXT NOT NULL,
    "totals_by_kind" JSONB NOT NULL,
    "totals_by_counterparty" JSONB NOT NULL,
    "vat_rate_bps" INTEGER,
    "vat_net_minor" BIGINT,
    "vat_minor" BIGINT,
    "stated_at" TIMESTAMPTZ(6) NOT NULL,
    "dispute_deadline" TIMESTAMPTZ(6) NOT NULL,

    CONSTRAINT "statement_pkey" PRIMARY KEY ("coalition_id","statement_id")
);

CREATE TABLE "statement_response" (
    "coalition_id" UUID NOT NULL,
    "statement_id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "responded_at" TIMESTAMPTZ(6) NOT NULL,
    "responded_by_id" UUID,

    CONSTRAINT "statement_response_pkey" PRIMARY KEY ("coalition_id","statement_id")
);

CREATE TABLE "dispute" (
    "coalition_id" UUID NOT NULL,
    "dispute_id" UUID NOT NULL,
    "statement_id" UUID NOT NULL,
    "window_no" INTEGER NOT NULL,
    "member_id" UUID NOT NULL,
    "entry_id" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "amount" BIGINT NOT NULL,
    "reason" TEXT NOT NULL,
    "evidence" TEXT[],
    "opened_at" TIMESTAMPTZ(6) NOT NULL,
    "opened_by_id" UUID NOT NULL,

    CONSTRAINT "dispute_pkey" PRIMARY KEY ("coalition_id","dispute_id")
);

CREATE TABLE "dispute_resolution" (
    "coalition_id" UUID NOT NULL,
    "dispute_id" UUID NOT NULL,
    "outcome" TEXT NOT NULL,
    "amount" BIGINT NOT NULL,
    "note" TEXT NOT NULL,
    "entry_id" UUID,
    "resolved_at" TIMESTAMPTZ(6) NOT NULL,
    "resolved_by_id" UUID NOT NULL,

    CONSTRAINT "dispute_resolution_pkey" PRIMARY KEY ("coalition_id","dispute_id")
);

CREATE TABLE "plan" (
    "coalition_id" UUID NOT NULL,
    "plan_id" UUID NOT NULL,
    "window_no" INTEGER NOT NULL,
    "plan_no" INTEGER NOT NULL,
    "method" TEXT NOT NULL,
    "hash" TEXT NOT NULL,
    "currency" TEXT NOT NULL,
    "total_minor" BIGINT NOT NULL,
    "legs" JSONB NOT NULL,
    "carried" JSONB NOT NULL,
    "residues" JSONB NOT NULL,
    "proposed_at" TIMESTAMPTZ(6) NOT NULL,
    "proposed_by_id" UUID NOT NULL,

    CONSTRAINT "plan_pkey" PRIMARY KEY ("coalition_id","plan_id")
);

CREATE TABLE "plan_approval" (
    "coalition_id" UUID NOT NULL,
    "plan_id" UUID NOT NULL,
    "approved_by_id" UUID NOT NULL,
    "plan_hash" TEXT NOT NULL,
    "approved_at" TIMESTAMPTZ(6) NOT NULL,

    CONSTRAINT "plan_approval_pkey" PRIMARY KEY ("coalition_id","plan_id","approved_by_id")
);

CREATE TABLE "payment_leg" (
    "coalition_id" UUID NOT NULL,
    "payment_leg_id" UUID NOT NULL,
    "plan_id" UUID NOT NULL,
    "window_no" INTEGER NOT NULL,
    "leg_no" INTEGER NOT NULL,
    "payer_id" UUID NOT NULL,
    "payee_id" UUID NOT NULL,
    "amount_minor" BIGINT NOT NULL,
    "reference" TEXT NOT NULL,
    "due_on" DATE NOT NULL,
    "receivable_at" TIMESTAMPTZ(6),

    CONSTRAINT "payment_leg_pkey" PRIMARY KEY ("coalition_id","payment_leg_id")
);

CREATE TABLE "payment" (
    "coalition_id" UUID NOT NULL,
    "payment_id" UUID NOT NULL,
    "payment_leg_id" UUID NOT NULL,
    "amount_minor" BIGINT NOT NULL,
    "paid_on" DATE NOT NULL,
    "entry_id" UUID NOT NULL,
    "source" TEXT NOT NULL,
    "bank_import_id" UUID,
    "bank_line_id" TEXT,
    "note" TEXT NOT NULL,
    "recorded_at" TIMESTAMPTZ(6) NOT NULL,
    "recorded_by_id" UUID NOT NULL,

    CONSTRAINT "payment_pkey" PRIMARY KEY ("coalition_id","payment_id")
);

CREATE TABLE "bank_import" (
    "coalition_id" UUID NOT NULL,
    "bank_import_id" UUID NOT NULL,
    "format" TEXT NOT NULL,
    "file_hash" TEXT NOT NULL,
    "line_count" INTEGER NOT NULL,
    "matches" JSONB NOT NULL,
    "imported_at" TIMESTAMPTZ(6) NOT NULL,
    "imported_by_id" UUID NOT NULL,

    CONSTRAINT "bank_import_pkey" PRIMARY KEY ("coalition_id","bank_import_id")
);

CREATE TABLE "requisites" (
    "coalition_id" UUID NOT NULL,
    "owner_id" UUID NOT NULL,
    "legal_name" TEXT NOT NULL,
    "tax_id" TEXT,
    "kpp" TEXT,
    "address" TEXT,
    "signatory_position" TEXT,
    "signatory_name" TEXT,
    "account" TEXT,
    "bank_name" TEXT,
    "bank_town" TEXT,
    "bank_code" TEXT,
    "correspondent_account" TEXT,
    "vat_rate_bps" INTEGER,
    "updated_at" TIMESTAMPTZ(6) NOT NULL,

    CONSTRAINT "requisites_pkey" PRIMARY KEY ("coalition_id","owner_id")
);

CREATE UNIQUE INDEX "plan_coalition_id_window_no_plan_no_key" ON "plan"("coalition_id", "window_no", "plan_no");
CREATE UNIQUE INDEX "payment_leg_coalition_id_plan_id_leg_no_key" ON "payment_leg"("coalition_id", "plan_id", "leg_no");
CREATE UNIQUE INDEX "payment_leg_coalition_id_reference_key" ON "payment_leg"("coalition_id", "reference");
CREATE INDEX "payment_coalition_id_payment_leg_id_idx" ON "payment"("coalition_id", "payment_leg_id");
CREATE UNIQUE INDEX "bank_import_coalition_id_file_hash_key" ON "bank_import"("coalition_id", "file_hash");
CREATE INDEX "statement_coalition_id_member_id_window_no_idx" ON "statement"("coalition_id", "member_id", "window_no");
CREATE UNIQUE INDEX "statement_coalition_id_window_no_member_id_key" ON "statement"("coalition_id", "window_no", "member_id");
CREATE INDEX "dispute_coalition_id_statement_id_idx" ON "dispute"("coalition_id", "statement_id");
CREATE UNIQUE INDEX "dispute_coalition_id_entry_id_position_key" ON "dispute"("coalition_id", "entry_id", "position");

ALTER TABLE "plan" ADD CONSTRAINT "plan_coalition_id_window_no_fkey" FOREIGN KEY ("coalition_id", "window_no") REFERENCES "settlement_window"("coalition_id", "window_no") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "plan_approval" ADD CONSTRAINT "plan_approval_coalition_id_plan_id_fkey" FOREIGN KEY ("coalition_id", "plan_id") REFERENCES "plan"("coalition_id", "plan_id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "payment_leg" ADD CONSTRAINT "payment_leg_coalition_id_plan_id_fkey" FOREIGN KEY ("coalition_id", "plan_id") REFERENCES "plan"("coalition_id", "plan_id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "payment" ADD CONSTRAINT "payment_coalition_id_payment_leg_id_fkey" FOREIGN KEY ("coalition_id", "payment_leg_id") REFERENCES "payment_leg"("coalition_id", "payment_leg_id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "statement" ADD CONSTRAINT "statement_coalition_id_window_no_fkey" FOREIGN KEY ("coalition_id", "window_no") REFERENCES "settlement_window"("coalition_id", "window_no") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "statement" ADD CONSTRAINT "statement_coalition_id_member_id_fkey" FOREIGN KEY ("coalition_id", "member_id") REFERENCES "member"("coalition_id", "member_id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "statement_response" ADD CONSTRAINT "statement_response_coalition_id_statement_id_fkey" FOREIGN KEY ("coalition_id", "statement_id") REFERENCES "statement"("coalition_id", "statement_id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "dispute" ADD CONSTRAINT "dispute_coalition_id_statement_id_fkey" FOREIGN KEY ("coalition_id", "statement_id") REFERENCES "statement"("coalition_id", "statement_id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "dispute_resolution" ADD CONSTRAINT "dispute_resolution_coalition_id_dispute_id_fkey" FOREIGN KEY ("coalition_id", "dispute_id") REFERENCES "dispute"("coalition_id", "dispute_id") ON DELETE RESTRICT ON UPDATE CASCADE;

alter table settlement_window
  add constraint settlement_window_no check (window_no > 0),
  add constraint settlement_window_status
    check (status in ('OPEN', 'CLOSED', 'STATED', 'AGREED', 'APPROVED', 'SETTLED')),
  add constraint settlement_window_span check (cut_off > opens_at),
  add constraint settlement_window_closed check (num_nulls(last_batch_no, chain_hash, closed_at)
    = case when status = 'OPEN' then 3 else 0 end);
alter table statement
  add constraint statement_closing check (closing = opening + net - payments),
  add constraint statement_printed
    check (closing_minor = opening_minor + net_minor - payments_minor + rounding_minor),
  add constraint statement_lines check (line_count >= 0 and line_hash ~ '^[0-9a-f]{64}$'),
  add constraint statement_vat check (num_nulls(vat_rate_bps, vat_net_minor, vat_minor) in (0, 3));
alter table statement_response add constraint statement_response_kind check (kind in ('ACCEPTED', 'SILENCE')
  and (kind = 'ACCEPTED') = (responded_by_id is not null));
alter table dispute add constraint dispute_line check (amount <> 0 and position >= 0 and reason <> '');
alter table dispute_resolution add constraint dispute_resolution_outcome check (case outcome
  when 'UPHELD' then amount <> 0 and entry_id is not null
  when 'REJECTED' then amount = 0 and entry_id is null else false end);
alter table plan
  add constraint plan_method check (method in ('HUB', 'PEER')),
  add constraint plan_no check (plan_no > 0 and total_minor >= 0),
  add constraint plan_hash check (hash ~ '^[0-9a-f]{64}$');
alter table payment_leg
  add constraint payment_leg_amount check (leg_no > 0 and amount_minor > 0 and payer_id <> payee_id);
alter table payment
  add constraint payment_amount check (amount_minor > 0),
  add constraint payment_source check (case source when 'MANUAL' then num_nulls(bank_import_id, bank_line_id) = 2
    when 'BANK' then num_nulls(bank_import_id, bank_line_id) = 0 else false end);
-- A line of a bank's statement pays a leg once, in however many files it comes.
create unique index payment_bank_line on payment (coalition_id, bank_line_id, payment_leg_id)
  where bank_line_id is not null;
alter table bank_import add constraint bank_import_format check (format in ('CLIENT_BANK_EXCHANGE', 'CAMT_053'));
alter table requisites add constraint requisites_vat check (vat_rate_bps between 0 and 10000);

-- Who proposed a plan does not approve it: the verb says so, and so does the table.
create function refuse_own_approval() returns trigger
language plpgsql
set search_path = pg_catalog, public, pg_temp
as $$
begin
  if exists (select from plan p where p.coalition_id = new.coalition_id and p.plan_id = new.plan_id
      and (p.proposed_by_id = new.approved_by_id or p.hash <> new.plan_hash)) then
    raise exception 'a plan is approved as it is, and by another than its proposer' using errcode = '23514';
  end if;
  return new;
end $$;
create trigger plan_approval_by_another before insert on plan_approval
  for each row execute function refuse_own_approval();

alter table settlement_window owner to artel_owner;
alter table settlement_command owner to artel_owner;
alter table statement owner to artel_owner;
alter table statement_response owner to artel_owner;
alter table dispute owner to artel_owner;
alter table dispute_resolution owner to artel_owner;
alter table plan owner to artel_owner;
alter table plan_approval owner to artel_owner;
alter table payment_leg owner to artel_owner;
alter table payment owner to artel_owner;
alter table bank_import owner to artel_owner;
alter table requisites owner to artel_owner;
alter function refuse_own_approval owner to artel_owner;

-- What was stated, answered, proposed, approved and paid stays as it was. Windows are made by close_window alone.
grant select, update (status, stated_at, dispute_deadline, agreed_at, approved_at, payment_date, settled_at)
  on settlement_window to artel_app;
grant select, insert on settlement_command to artel_app;
grant select, insert on statement to artel_app;
grant select, insert on statement_response to artel_app;
grant select, insert on dispute to artel_app;
grant select, insert on dispute_resolution to artel_app;
grant select, insert on plan to artel_app;
grant select, insert on plan_approval to artel_app;
grant select, insert, update (receivable_at) on payment_leg to artel_app;
grant select, insert on payment to artel_app;
grant select, insert on bank_import to artel_app;
grant select, insert, update on requisites to artel_app;

-- Ends a window and opens the next. The head of the chain is locked as every batch locks it, so a batch is in this window
-- or in the next, and the last batch of the window is known for good. True when it was closed by this call, false
-- when it had been closed before.
create function close_window(p_coalition uuid, p_window_no int, p_schedule text, p_opens_at timestamptz,
  p_cut_off timestamptz, p_next_cut_off timestamptz) returns boolean
language plpgsql
security definer
set search_path = pg_catalog, public, pg_temp
as $$
declare
  v_head chain_head;
  v_now timestamptz;
begin
  select * into v_head from chain_head where coalition_id = p_coalition for update;
  if not found then
    insert into chain_head (coalition_id, batch_no, hash, posted_at, open_window_no)
    values (p_coalition, 0, decode(repeat('00', 32), 'hex'), to_timestamp(0), 1)
    on conflict do nothing;
    select * into v_head from chain_head where coalition_id = p_coalition for update;
  end if;
  if v_head.open_window_no > p_window_no then
    return false;
  end if;
  if v_head.open_window_no < p_window_no then
    raise exception 'window % is not open yet', p_window_no using errcode = '22023';
  end if;
  select clock_timestamp() + make_interval(secs => clock_offset_seconds) into v_now
  from coalition where coalition_id = p_coalition;
  if v_now is null or p_cut_off > v_now then
    raise exception 'a window cannot end in the future' using errcode = '22023';
  end if;
  insert into settlement_window as w (coalition_id, window_no, status, schedule, opens_at, cut_off, last_batch_no,
    chain_hash, closed_at)
  values (p_coalition, p_window_no, 'CLOSED', p_schedule, p_opens_at, p_cut_off, v_head.batch_no, v_head.hash, v_now)
  on conflict (coalition_id, window_no) do update set status = 'CLOSED', cut_off = p_cut_off,
    last_batch_no = v_head.batch_no, chain_hash = v_head.hash, closed_at = v_now;
  insert into settlement_window (coalition_id, window_no, status, schedule, opens_at, cut_off)
  values (p_coalition, p_window_no + 1, 'OPEN', p_schedule, p_cut_off, p_next_cut_off);
  update chain_head set open_window_no = p_window_no + 1 where coalition_id = p_coalition;
  return true;
end $$;
alter function close_window owner to artel_owner;
revoke all on function close_window from public;
grant execute on function close_window to artel_app;

-- Says when the open window is due to end: for the first one, which no closing made, and when the schedule changes.
create function schedule_open_window(p_coalition uuid, p_schedule text, p_opens_at timestamptz, p_cut_off timestamptz)
returns void
language plpgsql
security definer
set search_path = pg_catalog, public, pg_temp
as $$
declare
  v_no int;
begin
  -- Not while a window is being closed.
  select open_window_no into v_no from chain_head where coalition_id = p_coalition for share;
  insert into settlement_window as w (coalition_id, window_no, status, schedule, opens_at, cut_off)
  values (p_coalition, coalesce(v_no, 1), 'OPEN', p_schedule, p_opens_at, p_cut_off)
  on conflict (coalition_id, window_no) do update set schedule = p_schedule, cut_off = p_cut_off
    where w.status = 'OPEN' and w.opens_at = p_opens_at;
end $$;
alter function schedule_open_window owner to artel_owner;
revoke all on function schedule_open_window from public;
grant execute on function schedule_open_window to artel_app;

-- Batches are found by ranges of blocks, of which the newest may not be told apart yet: whoever is about to read a whole
-- window range by range asks for that first, or each range would read the table's whole end.
create function summarise_batches() returns void
language plpgsql
security definer
set search_path = pg_catalog, public, pg_temp
as $$
begin
  perform brin_summarize_new_values('entry_batch');
  perform brin_summarize_new_values('transfer_batch');
  perform brin_summarize_new_values('lot_batch');
  perform brin_summarize_new_values('lot_use_batch');
  perform brin_summarize_new_values('purchase_batch');
  perform brin_summarize_new_values('refund_batch');
end $$;
alter function summarise_batches owner to artel_owner;
revoke all on function summarise_batches from public;
grant execute on function summarise_batches to artel_app;
