-- The fiscal receipt of the bill of a code: the purchase that the code becomes has it, so that a claim of the receipt and the code never both earn.
alter table earn_code add column fiscal_receipt text;
alter table earn_code add constraint earn_code_fiscal_receipt
    check (fiscal_receipt ~ '^[0-9]{16}-[1-9][0-9]{0,9}-[1-9][0-9]{0,9}$');
create unique index earn_code_of_fiscal_receipt on earn_code (coalition_id, substring(fiscal_receipt from '^[0-9]+-[0-9]+'))
    where fiscal_receipt is not null and revoked_at is null;
