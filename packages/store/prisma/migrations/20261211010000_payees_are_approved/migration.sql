-- Where money goes is approved with the plan that sends it: each payment keeps a hash of its payee's bank details as they stood then. Details
-- that were changed since count once a second person has said the same.
alter table payment_leg add column payee_details_hash text
    constraint payment_leg_payee_details_hash check (payee_details_hash ~ '^([0-9a-f]{64})?$');
alter table bank_details add column set_by_id uuid,
    add column confirmed_by_id uuid,
    add constraint bank_details_confirmed check (confirmed_by_id is null or set_by_id is not null and confirmed_by_id <> set_by_id);
