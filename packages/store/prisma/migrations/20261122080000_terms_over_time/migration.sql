-- Terms over time, members that leave, sales that need a yes.

alter table terms
  add column variant integer not null default 0,
  add column segment text,
  add column member_id uuid,
  add column credit_limit bigint,
  add column credit_policy text not null default 'REFUSE',
  add column missed_payment_stops_credit boolean not null default false,
  add column late_days integer not null default 30,
  add column min_payout_minor bigint not null default 0,
  add column window_kind text not null default 'MONTHLY',
  add column window_weekday integer,
  add column dispute_days integer not null default 5,
  add column payment_days integer not null default 10,
  add column second_approver_above_minor bigint,
  add column revaluation text not null default 'NONE',
  add column proposed_by_id uuid,
  add column proposal_key text,
  add column proposal_hash text,
  add column withdrawn_at timestamptz(6);
drop index "terms_coalition_id_version_key";
CREATE UNIQUE INDEX "terms_coalition_id_version_variant_key" ON "terms"("coalition_id", "version", "variant");
CREATE UNIQUE INDEX "terms_coalition_id_proposal_key_key" ON "terms"("coalition_id", "proposal_key");
alter table terms drop constraint terms_expiry;
alter table terms
  add constraint terms_expiry check (expiry_kind in ('NONE', 'ROLLING_MONTHS', 'END_OF_YEAR', 'INACTIVITY')
    and expiry_months >= 0 and (expiry_kind not in ('ROLLING_MONTHS', 'INACTIVITY') or expiry_months > 0)),
  add constraint terms_variant check (variant >= 0 and num_nonnulls(segment, member_id) = (variant > 0)::int),
  add constraint terms_credit check (coalesce(credit_limit, 0) >= 0
    and credit_policy in ('REFUSE', 'PENDING_APPROVAL') and late_days >= 0 and min_payout_minor >= 0
    and coalesce(second_approver_above_minor, 0) >= 0),
  add constraint terms_windows check (dispute_days >= 0 and payment_days >= 0
    and window_kind in ('DAILY', 'WEEKLY', 'HALF_MONTH', 'MONTHLY')
    and (window_kind = 'WEEKLY') = (window_weekday is not null) and coalesce(window_weekday, 1) between 1 and 7),
  add constraint terms_revaluation check (revaluation in ('NONE', 'ISSUERS'));
-- What was agreed stays as it was agreed: a version can be withdrawn, and nothing else of it ever changes.
revoke update on terms from artel_app;
grant update (withdrawn_at) on terms to artel_app;

alter table member drop constraint member_status;
alter table member
  add constraint member_status check (status in ('INVITED', 'ACTIVE', 'SUSPENDED', 'EXITING', 'CLOSED'));

alter table coalition
  add column wind_down_at timestamptz(6),
  add column wind_down_reason text,
  add column wind_down_ends_at timestamptz(6);
alter table coalition
  add constraint coalition_wind_down check (num_nulls(wind_down_at, wind_down_reason, wind_down_ends_at) in (0, 3)
    and wind_down_ends_at >= wind_down_at);

CREATE TABLE "revaluation" (
    "coalition_id" UUID NOT NULL,
    "terms_id" UUID NOT NULL,
    "previous_terms_id" UUID NOT NULL,
    "old_reserve_price" BIGINT NOT NULL,
    "new_reserve_price" BIGINT NOT NULL,
    "payer" TEXT NOT NULL,
    "issuers" JSONB NOT NULL,
    "revalued_at" TIMESTAMPTZ(6) NOT NULL,
    "entry_id" UUID,

    CONSTRAINT "revaluation_pkey" PRIMARY KEY ("coalition_id","terms_id")
);

CREATE TABLE "member_exit" (
    "coalition_id" UUID NOT NULL,
    "exit_id" UUID NOT NULL,
    "member_id" UUID NOT NULL,
    "reason" TEXT NOT NULL,
    "noticed_at" TIMESTAMPTZ(6) NOT NULL,
    "noticed_by_id" UUID NOT NULL,
    "redemption_ends_at" TIMESTAMPTZ(6) NOT NULL,
    "winds_down" BOOLEAN NOT NULL,
    "closed_at" TIMESTAMPTZ(6),

    CONSTRAINT "member_exit_pkey" PRIMARY KEY ("coalition_id","exit_id")
);
CREATE UNIQUE INDEX "member_exit_coalition_id_member_id_key" ON "member_exit"("coalition_id", "member_id");
alter table member_exit add constraint member_exit_window check (redemption_ends_at >= noticed_at);

CREATE TABLE "exit_guarantee" (
    "coalition_id" UUID NOT NULL,
    "guarantee_id" UUID NOT NULL,
    "exit_id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "amount" BIGINT NOT NULL,
    "reference" TEXT NOT NULL,
    "recorded_at" TIMESTAMPTZ(6) NOT NULL,
    "recorded_by_id" UUID NOT NULL,
    "entry_id" UUID,
    "key" TEXT NOT NULL,
    "request_hash" TEXT NOT NULL,

    CONSTRAINT "exit_guarantee_pkey" PRIMARY KEY ("coalition_id","guarantee_id")
);
CREATE UNIQUE INDEX "exit_guarantee_coalition_id_exit_id_key_key" ON "exit_guarantee"("coalition_id", "exit_id", "key");
alter table exit_guarantee
  add constraint exit_guarantee_kind check (kind in ('DEPOSIT', 'GUARANTEE') and (kind = 'DEPOSIT') = (entry_id is not null)),
  add constraint exit_guarantee_amount check (amount > 0);

CREATE TABLE "exit_statement" (
    "coalition_id" UUID NOT NULL,
    "exit_id" UUID NOT NULL,
    "statement_no" INTEGER NOT NULL,
    "stated_at" TIMESTAMPTZ(6) NOT NULL,
    "stated_by_id" UUID NOT NULL,
    "position" BIGINT NOT NULL,
    "guaranteed" BIGINT NOT NULL,
    "points" BIGINT NOT NULL,
    "liability" BIGINT NOT NULL,
    "expected" BIGINT NOT NULL,
    "guarantee_needed" BIGINT NOT NULL,
    "ends_at" TIMESTAMPTZ(6),
    "endless" BOOLEAN NOT NULL,
    "lot_count" INTEGER NOT NULL,
    "lot_hash" TEXT NOT NULL,
    "key" TEXT NOT NULL,

    CONSTRAINT "exit_statement_pkey" PRIMARY KEY ("coalition_id","exit_id","statement_no")
);
CREATE UNIQUE INDEX "exit_statement_coalition_id_exit_id_key_key" ON "exit_statement"("coalition_id", "exit_id", "key");

CREATE TABLE "exit_lot" (
    "coalition_id" UUID NOT NULL,
    "exit_id" UUID NOT NULL,
    "statement_no" INTEGER NOT NULL,
    "lot_id" UUID NOT NULL,
    "points" BIGINT NOT NULL,
    "liability" BIGINT NOT NULL,
    "ends_at" TIMESTAMPTZ(6),

    CONSTRAINT "exit_lot_pkey" PRIMARY KEY ("coalition_id","exit_id","statement_no","lot_id")
);
ALTER TABLE "exit_lot" ADD CONSTRAINT "exit_lot_coalition_id_exit_id_statement_no_fkey" FOREIGN KEY ("coalition_id", "exit_id", "statement_no") REFERENCES "exit_statement"("coalition_id", "exit_id", "statement_no") ON DELETE RESTRICT ON UPDATE CASCADE;

CREATE TABLE "sale_approval" (
    "coalition_id" UUID NOT NULL,
    "member_id" UUID NOT NULL,
    "receipt_ref" TEXT NOT NULL,
    "ground" TEXT NOT NULL,
    "status" TEXT NOT NULL,
    "requested_at" TIMESTAMPTZ(6) NOT NULL,
    "reason" TEXT,
    "approved_by_id" UUID,
    "approved_at" TIMESTAMPTZ(6),

    CONSTRAINT "sale_approval_pkey" PRIMARY KEY ("coalition_id","member_id","receipt_ref","ground")
);
CREATE INDEX "sale_approval_coalition_id_status_idx" ON "sale_approval"("coalition_id", "status");
alter table sale_approval
  add constraint sale_approval_ground check (ground in ('LATE', 'CREDIT')),
  add constraint sale_approval_status check (case status when 'REQUESTED' then num_nonnulls(approved_by_id, approved_at) = 0
    when 'APPROVED' then num_nonnulls(approved_by_id, approved_at) = 2 else false end);

alter table revaluation owner to artel_owner;
alter table member_exit owner to artel_owner;
alter table exit_guarantee owner to artel_owner;
alter table exit_statement owner to artel_owner;
alter table exit_lot owner to artel_owner;
alter table sale_approval owner to artel_owner;

grant select, insert on revaluation to artel_app;
grant select, insert, update (closed_at, winds_down, redemption_ends_at) on member_exit to artel_app;
grant select, insert on exit_guarantee to artel_app;
grant select, insert on exit_statement to artel_app;
grant select, insert on exit_lot to artel_app;
grant select, insert, update (status, reason, approved_by_id, approved_at) on sale_approval to artel_app;
