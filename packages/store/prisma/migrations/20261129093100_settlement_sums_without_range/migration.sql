-- An amount of one command has a range, a sum of many has none: what a window moved, what is owed for it and what a member
-- that leaves may still cost may pass what a bigint holds, and then the next step could not be written.
alter table statement
  alter column opening type numeric(38, 0), alter column net type numeric(38, 0),
  alter column payments type numeric(38, 0), alter column closing type numeric(38, 0),
  alter column opening_minor type numeric(38, 0), alter column net_minor type numeric(38, 0),
  alter column payments_minor type numeric(38, 0), alter column closing_minor type numeric(38, 0),
  alter column vat_net_minor type numeric(38, 0), alter column vat_minor type numeric(38, 0);
alter table plan alter column total_minor type numeric(38, 0);
alter table payment_leg alter column amount_minor type numeric(38, 0);
alter table exit_estimate
  alter column position type numeric(38, 0), alter column guaranteed type numeric(38, 0),
  alter column points type numeric(38, 0), alter column liability type numeric(38, 0),
  alter column expected type numeric(38, 0), alter column guarantee_needed type numeric(38, 0);
