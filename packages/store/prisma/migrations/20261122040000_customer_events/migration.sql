-- Promo points, adjustments, points that change hands, duplicates merged, receivables written off.

alter table coalition add column adjustment_limit_points bigint not null default 1000;
alter table coalition add constraint coalition_adjustment_limit check (adjustment_limit_points >= 0);

-- A merged customer points straight at the survivor, who was never merged itself: the pointers of those merged into a
-- customer move on with it.
alter table customer add column merged_into_id uuid, add column household_id uuid;
alter table customer add constraint customer_merged
  check (merged_into_id is null or (status = 'CLOSED' and merged_into_id <> customer_id));
create index "customer_coalition_id_merged_into_id_idx" on customer (coalition_id, merged_into_id);
create index "customer_coalition_id_household_id_idx" on customer (coalition_id, household_id);

CREATE TABLE "adjustment" (
    "coalition_id" UUID NOT NULL,
    "adjustment_id" UUID NOT NULL,
    "customer_id" UUID NOT NULL,
    "member_id" UUID NOT NULL,
    "points" BIGINT NOT NULL,
    "kind" TEXT NOT NULL,
    "reason" TEXT NOT NULL,
    "corrects_entry_id" UUID,
    "status" TEXT NOT NULL,
    "proposed_by_id" UUID NOT NULL,
    "proposed_at" TIMESTAMPTZ(6) NOT NULL,
    "approved_by_id" UUID,
    "approved_at" TIMESTAMPTZ(6),
    "key_scope_id" UUID NOT NULL,
    "key" TEXT NOT NULL,
    "request_hash" TEXT NOT NULL,
    "approval_key" TEXT,

    CONSTRAINT "adjustment_pkey" PRIMARY KEY ("coalition_id","adjustment_id")
);
CREATE UNIQUE INDEX "adjustment_coalition_id_key_scope_id_key_key" ON "adjustment"("coalition_id", "key_scope_id", "key");
CREATE UNIQUE INDEX "adjustment_coalition_id_approved_by_id_approval_key_key"
  ON "adjustment"("coalition_id", "approved_by_id", "approval_key");
CREATE INDEX "adjustment_coalition_id_customer_id_idx" ON "adjustment"("coalition_id", "customer_id");
alter table adjustment
  add constraint adjustment_points check (points <> 0),
  add constraint adjustment_kind check (kind in ('CORRECTION', 'GOODWILL')),
  add constraint adjustment_status check (status in ('PROPOSED', 'APPROVED', 'POSTED', 'REFUSED')),
  -- Two people: nobody agrees to what they asked for.
  add constraint adjustment_approval check (num_nulls(approved_by_id, approved_at, approval_key) in (0, 3)
    and approved_by_id <> proposed_by_id);
alter table adjustment owner to artel_owner;
-- What was asked for stays as it was asked for: only what became of it is written later.
grant select, insert, update (status, approved_by_id, approved_at, approval_key) on adjustment to artel_app;

alter table entry drop constraint entry_kind;
alter table entry add constraint entry_kind check (kind in ('EARN', 'REDEEM', 'HOLD', 'HOLD_VOID', 'HOLD_EXPIRE',
  'EARN_REVERSAL', 'REDEEM_REVERSAL', 'EXPIRE', 'DEBT_RECOVERY', 'PROMO', 'ADJUSTMENT', 'TRANSFER_OUT', 'TRANSFER_IN',
  'MERGE_OUT', 'MERGE_IN', 'WRITE_OFF'));
alter table lot_use drop constraint lot_use_kind;
alter table lot_use add constraint lot_use_kind check (case
  when kind in ('REDEEM', 'EARN_REVERSAL', 'EXPIRE', 'DEBT_RECOVERY', 'ADJUSTMENT', 'TRANSFER_OUT', 'MERGE_OUT')
    then points > 0
  when kind = 'REDEEM_REVERSAL' then points < 0 else false end);
