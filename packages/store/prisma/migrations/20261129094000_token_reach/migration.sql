-- A token does at most what the API key could that registered its key. Who registered the keys of before is not known, and
-- they go on as they were.
alter table token_key add column scopes text[];
update token_key set scopes = '{wallet:read,hold:create}';
