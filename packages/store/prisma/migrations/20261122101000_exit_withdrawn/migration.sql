-- A member may take its notice back: the exit stays as it was, with who took it back, and another one may follow.

ALTER TABLE "member_exit" ADD COLUMN "from_status" TEXT NOT NULL DEFAULT 'ACTIVE';
ALTER TABLE "member_exit" ADD COLUMN "withdrawn_at" TIMESTAMPTZ(6);
ALTER TABLE "member_exit" ADD COLUMN "withdrawn_by_id" UUID;
ALTER TABLE "member_exit" ADD COLUMN "withdrawal_reason" TEXT;
alter table member_exit add constraint member_exit_from_status check (from_status in ('ACTIVE', 'SUSPENDED'));
alter table member_exit add constraint member_exit_withdrawal check (
  (withdrawn_at is null) = (withdrawn_by_id is null) and (withdrawn_at is null) = (withdrawal_reason is null)
  and (withdrawn_at is null or closed_at is null));

DROP INDEX "member_exit_coalition_id_member_id_key";
create unique index member_exit_under_way on member_exit (coalition_id, member_id) where withdrawn_at is null;

grant update (withdrawn_at, withdrawn_by_id, withdrawal_reason) on member_exit to artel_app;
