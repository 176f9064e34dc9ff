-- A statement tells no member the receipts of others. Those that were made before keep them: their hash is of such lines.
alter table statement add column names_foreign_receipts boolean not null default true;
alter table statement alter column names_foreign_receipts set default false;
