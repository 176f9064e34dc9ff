-- The coalition's clock: the database's own, moved by a sandbox's offset. The planner puts the body in place of the call,
-- and `volatile`, `parallel safe` and the missing `strict` and `set` are what lets it.
create or replace function coalition_clock(offset_seconds bigint) returns timestamptz
language sql
volatile
parallel safe
return clock_timestamp() + make_interval(secs => offset_seconds);
