-- Lines of a reconciliation are written before their run, in its transaction, by one statement a thousand. A foreign key
-- looked at each of them again at the commit: for hundreds of thousands that took longer than a commit is waited for.
alter table reconciliation_line drop constraint reconciliation_line_coalition_id_reconciliation_id_fkey;
