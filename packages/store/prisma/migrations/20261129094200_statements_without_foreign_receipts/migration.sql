-- A line that another member's sale made no longer names that member's receipt. Statements made before keep their lines,
-- which are hashed.
alter table statement add column hides_foreign_receipts boolean not null default false;
alter table statement alter column hides_foreign_receipts set default true;
