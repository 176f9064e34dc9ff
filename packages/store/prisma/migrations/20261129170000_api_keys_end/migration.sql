-- A key may end by itself: on a day that its maker chose, or some hours after another took its place. By the database's
-- clock: a sandbox's clock that is moved ahead must not lock its servers out.
alter table api_key add column ends_at timestamptz(6);
grant update (ends_at) on api_key to artel_app;
