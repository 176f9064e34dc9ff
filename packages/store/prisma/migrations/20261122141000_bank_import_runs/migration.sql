-- A bank's file that came before its plan was approved is read again for the lines that nothing explained then.
alter table bank_import add column run_no integer not null default 1;
alter table bank_import add constraint bank_import_run_no check (run_no > 0);
drop index "bank_import_coalition_id_file_hash_key";
create unique index "bank_import_coalition_id_file_hash_run_no_key" on "bank_import"("coalition_id", "file_hash", "run_no");
