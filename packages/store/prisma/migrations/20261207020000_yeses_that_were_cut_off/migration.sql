-- Claims that a yes has taken and not finished: the worker looks for those that were cut off.
create index receipt_claim_taken on receipt_claim (coalition_id, taken_at) where taken_at is not null and confirmed_at is null;
