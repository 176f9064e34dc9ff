-- When a device was last seen, to the hour: of a hundred that are kept, the one that was not seen for longest makes room. One that
-- spent after its wait stays longer than those that never did, so that whoever has a token pushes nobody's own device out.
-- tell_at: when the customer is to be told of it next; null once it is told, or where another one of that hour was told of.
alter table customer_device add column last_seen_at timestamptz(6);
update customer_device set last_seen_at = first_seen_at;
alter table customer_device alter column last_seen_at set not null;
alter table customer_device add column spent_at timestamptz(6);
alter table customer_device add column tell_at timestamptz(6);
alter table customer_device add constraint customer_device_seen check (last_seen_at >= first_seen_at);
create index customer_device_coalition_id_last_seen_at_idx on customer_device (coalition_id, last_seen_at);
grant update (last_seen_at, spent_at, tell_at), delete on customer_device to artel_app;
