-- A recorded payment can be taken back, by a person or by the bank, and a line of a bank's statement is known again in
-- whatever file it comes.

CREATE TABLE "payment_reversal" (
    "coalition_id" UUID NOT NULL,
    "payment_id" UUID NOT NULL,
    "entry_id" UUID NOT NULL,
    "source" TEXT NOT NULL,
    "bank_import_id" UUID,
    "bank_line_id" TEXT,
    "reason" TEXT NOT NULL,
    "taken_back_on" DATE NOT NULL,
    "reversed_at" TIMESTAMPTZ(6) NOT NULL,
    "reversed_by_id" UUID NOT NULL,

    CONSTRAINT "payment_reversal_pkey" PRIMARY KEY ("coalition_id","payment_id")
);

CREATE TABLE "bank_line" (
    "coalition_id" UUID NOT NULL,
    "bank_line_id" TEXT NOT NULL,
    "bank_import_id" UUID NOT NULL,
    "identity_key" TEXT NOT NULL,
    "bank_ref" TEXT NOT NULL,
    "document_no" TEXT,
    "end_to_end_id" TEXT NOT NULL,
    "payer_account" TEXT NOT NULL,
    "payer_tax_id" TEXT NOT NULL,
    "payer_name" TEXT NOT NULL,
    "account" TEXT NOT NULL,
    "direction" TEXT NOT NULL,
    "amount_minor" BIGINT NOT NULL,
    "booked_on" DATE NOT NULL,
    "is_reversal" BOOLEAN NOT NULL,
    "confirmed_payment_id" UUID,

    CONSTRAINT "bank_line_pkey" PRIMARY KEY ("coalition_id","bank_line_id")
);

CREATE INDEX "bank_line_coalition_id_identity_key_idx" ON "bank_line"("coalition_id", "identity_key");
CREATE INDEX "bank_line_coalition_id_booked_on_idx" ON "bank_line"("coalition_id", "booked_on");

ALTER TABLE "payment_reversal" ADD CONSTRAINT "payment_reversal_coalition_id_payment_id_fkey" FOREIGN KEY ("coalition_id", "payment_id") REFERENCES "payment"("coalition_id", "payment_id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "bank_line" ADD CONSTRAINT "bank_line_coalition_id_bank_import_id_fkey" FOREIGN KEY ("coalition_id", "bank_import_id") REFERENCES "bank_import"("coalition_id", "bank_import_id") ON DELETE RESTRICT ON UPDATE CASCADE;

alter table payment_reversal
  add constraint payment_reversal_source check (case source
    when 'MANUAL' then num_nulls(bank_import_id, bank_line_id) = 2
    when 'BANK' then num_nulls(bank_import_id, bank_line_id) = 0 else false end),
  add constraint payment_reversal_reason check (reason <> '');
alter table bank_line
  add constraint bank_line_id check (bank_line_id ~ '^[0-9a-f]{64}$' and identity_key ~ '^[0-9a-f]{64}$'),
  add constraint bank_line_direction check (direction in ('IN', 'OUT')),
  add constraint bank_line_amount check (amount_minor > 0);
-- What a person recorded is found in the bank's files once: as what was paid, and as what was taken back.
create unique index bank_line_confirms on bank_line (coalition_id, confirmed_payment_id, is_reversal)
  where confirmed_payment_id is not null;

alter table payment_reversal owner to artel_owner;
alter table bank_line owner to artel_owner;
grant select, insert on payment_reversal to artel_app;
grant select, insert on bank_line to artel_app;

-- What counts as paid.
create view standing_payment as
  select y.* from payment y
  where not exists (select from payment_reversal r
    where r.coalition_id = y.coalition_id and r.payment_id = y.payment_id);
alter view standing_payment owner to artel_owner;
grant select on standing_payment to artel_app;

alter table entry drop constraint entry_kind, drop constraint entry_of_money;
alter table entry
  add constraint entry_kind check (kind in ('EARN', 'REDEEM', 'HOLD', 'HOLD_VOID', 'HOLD_EXPIRE', 'EARN_REVERSAL',
    'REDEEM_REVERSAL', 'EXPIRE', 'DEBT_RECOVERY', 'PROMO', 'ADJUSTMENT', 'TRANSFER_OUT', 'TRANSFER_IN', 'MERGE_OUT',
    'MERGE_IN', 'WRITE_OFF', 'REVALUATION', 'PAYMENT', 'PAYMENT_REVERSAL', 'COMMISSION', 'OFFER_BENEFIT',
    'DISPUTE_RESOLUTION', 'SETTLEMENT')),
  add constraint entry_of_money check ((customer_id is null) = (kind in ('WRITE_OFF', 'REVALUATION', 'PAYMENT',
    'PAYMENT_REVERSAL', 'COMMISSION', 'OFFER_BENEFIT', 'DISPUTE_RESOLUTION', 'SETTLEMENT')));
