-- Which API key made another key, a signing key, a till, a role or the address of an endpoint: when the key has leaked, that is ended with it.
-- Null for what somebody who was signed in made, and for what was made before.
alter table api_key add column made_by_key_id uuid;
alter table token_key add column made_by_key_id uuid;
alter table till add column made_by_key_id uuid;
alter table staff_grant add column made_by_key_id uuid;
alter table webhook_endpoint add column made_by_key_id uuid;
create index api_key_coalition_id_made_by_key_id_idx on api_key (coalition_id, made_by_key_id);
grant update (made_by_key_id) on webhook_endpoint to artel_app;
