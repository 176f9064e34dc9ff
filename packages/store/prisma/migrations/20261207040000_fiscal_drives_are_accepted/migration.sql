-- A number that a member says is its drive's stops no sale of another by itself: more sales with it do, or an administrator's word.
alter table fiscal_drive add column accepted_at timestamptz(6);
alter table fiscal_drive add column accepted_by_id uuid;
alter table fiscal_drive add constraint fiscal_drive_accepted check ((accepted_at is null) = (accepted_by_id is null));
grant update (accepted_at, accepted_by_id) on fiscal_drive to artel_app;
-- Who sold with a drive is found by its number, of which every collation knows that it is equal. Sales without a fiscal receipt are not in it.
create index purchase_of_fiscal_drive on purchase (coalition_id, left(fiscal_receipt, 16), member_id) where fiscal_receipt is not null;
