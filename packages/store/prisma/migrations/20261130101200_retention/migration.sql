-- For how long a coalition keeps what tells of people. Whoever says nothing erases nobody.
alter table coalition
  add column erase_inactive_after_months integer,
  add column keep_confirmations_days integer not null default 30,
  add column keep_deliveries_days integer not null default 30;
alter table coalition
  add constraint coalition_erase_inactive_after_months check (erase_inactive_after_months between 1 and 240),
  add constraint coalition_keep_confirmations_days check (keep_confirmations_days between 2 and 365),
  add constraint coalition_keep_deliveries_days check (keep_deliveries_days between 1 and 365);
grant update (erase_inactive_after_months, keep_confirmations_days, keep_deliveries_days) on coalition to artel_app;

create index confirmation_coalition_id_expires_at_idx on confirmation (coalition_id, expires_at);
grant delete on confirmation to artel_app;
