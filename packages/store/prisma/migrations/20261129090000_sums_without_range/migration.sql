-- An amount of one command has a range, a sum of many has none: what a batch moved on an account, and all that was ever
-- moved on it, may pass what a bigint holds, and then no later batch or roll-up could be written.
alter table account_movement alter column debit type numeric(38, 0), alter column credit type numeric(38, 0);
alter table account_rollup alter column debit type numeric(38, 0), alter column credit type numeric(38, 0);
