-- A signing key ends at an instant when another takes its place, so that servers change over one by one.
alter table token_key add column ends_at timestamptz(6);
grant update (ends_at) on token_key to artel_app;
