-- What may be read of a message is what its endpoint's query was answered with, whatever becomes of the endpoint later.
alter table webhook_delivery add column asked_scopes text[];
update webhook_delivery d set asked_scopes = e.scopes
  from webhook_endpoint e
  where e.coalition_id = d.coalition_id and e.endpoint_id = d.endpoint_id and e.query is not null and d.body is not null;
grant update (asked_scopes) on webhook_delivery to artel_app;

-- Attempts under way are counted whenever some are handed out: they are few, and what waits may be many.
create index webhook_delivery_under_way on webhook_delivery (coalition_id, endpoint_id, leased_until)
  where status = 'PENDING' and leased_until is not null;

-- An attempt also fails where there is nothing to send yet: the endpoint's query could not be answered.
alter table webhook_attempt drop constraint webhook_attempt_outcome;
alter table webhook_attempt add constraint webhook_attempt_outcome check (outcome in
  ('DELIVERED', 'REFUSED', 'REDIRECTED', 'TIMED_OUT', 'UNREACHABLE', 'ADDRESS_REFUSED', 'QUERY_FAILED'));
