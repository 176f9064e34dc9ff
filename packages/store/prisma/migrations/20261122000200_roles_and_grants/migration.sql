-- artel_owner owns every table and the write function, and nobody can log in as it.
-- artel_app is what the application becomes at connect: it reads everything, and of the ledger it writes nothing.
do $$
declare
  r text;
begin
  foreach r in array array['artel_owner', 'artel_app'] loop
    begin
      execute format('create role %I nologin', r);
    exception when duplicate_object or unique_violation then
      null; -- roles belong to the whole server: another database of it has made them
    end;
    if not pg_has_role(current_user, r, 'member') then
      execute format('grant %I to current_user', r);
    end if;
  end loop;
end $$;

grant usage, create on schema public to artel_owner;
grant usage on schema public to artel_app;

alter table account_movement owner to artel_owner;
alter table account_rollup owner to artel_owner;
alter table batch owner to artel_owner;
alter table chain_head owner to artel_owner;
alter table api_key owner to artel_owner;
alter table token_key owner to artel_owner;
alter table coalition owner to artel_owner;
alter table customer owner to artel_owner;
alter table customer_account owner to artel_owner;
alter table card owner to artel_owner;
alter table customer_reference owner to artel_owner;
alter table debt owner to artel_owner;
alter table entry owner to artel_owner;
alter table transfer owner to artel_owner;
alter table refusal owner to artel_owner;
alter table hold owner to artel_owner;
alter table hold_lot owner to artel_owner;
alter table lot owner to artel_owner;
alter table lot_use owner to artel_owner;
alter table member owner to artel_owner;
alter table earn_rule owner to artel_owner;
alter table outbox owner to artel_owner;
alter table purchase owner to artel_owner;
alter table refund owner to artel_owner;
alter table terms owner to artel_owner;
alter table terms_acceptance owner to artel_owner;

-- One statement a table: a GRANT that mixes distributed and shared tables fails on Citus.
grant select, insert, update on api_key to artel_app;
grant select, insert, update on token_key to artel_app;
grant select, insert, update on coalition to artel_app;
grant select, insert, update on customer to artel_app;
grant select, insert, update on card to artel_app;
grant select, insert, update on customer_reference to artel_app;
grant select, insert, update on member to artel_app;
grant select, insert, update on earn_rule to artel_app;
grant select, insert, update on terms to artel_app;
grant select, insert, update on terms_acceptance to artel_app;
grant select, insert, update (sent_at) on outbox to artel_app;

-- The ledger: read only. Its rows are written by post_entries alone.
grant select, insert (coalition_id, customer_id) on customer_account to artel_app;
grant select on debt to artel_app;
grant select on entry to artel_app;
grant select on transfer to artel_app;
grant select on refusal to artel_app;
grant select on hold to artel_app;
grant select on hold_lot to artel_app;
grant select on lot to artel_app;
grant select on lot_use to artel_app;
grant select on purchase to artel_app;
grant select on refund to artel_app;
grant select on account_movement to artel_app;
grant select on account_rollup to artel_app;
grant select on batch to artel_app;
grant select on chain_head to artel_app;
