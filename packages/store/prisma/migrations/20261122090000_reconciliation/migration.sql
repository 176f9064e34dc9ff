-- Members' own sales files held against the ledger. None of it is the ledger's: it says what a file and the books had in
-- common when they were compared.

CREATE TABLE "reconciliation" (
    "coalition_id" UUID NOT NULL,
    "reconciliation_id" UUID NOT NULL,
    "member_id" UUID NOT NULL,
    "file_hash" TEXT NOT NULL,
    "from_at" TIMESTAMPTZ(6),
    "to_at" TIMESTAMPTZ(6),
    "row_count" INTEGER NOT NULL,
    "matched" INTEGER NOT NULL,
    "missing_here" INTEGER NOT NULL,
    "missing_there" INTEGER NOT NULL,
    "amount_differs" INTEGER NOT NULL,
    "duplicates" INTEGER NOT NULL,
    "unreadable" INTEGER NOT NULL,
    "made_at" TIMESTAMPTZ(6) NOT NULL,
    "made_by_id" UUID NOT NULL,

    CONSTRAINT "reconciliation_pkey" PRIMARY KEY ("coalition_id","reconciliation_id")
);

CREATE TABLE "reconciliation_line" (
    "coalition_id" UUID NOT NULL,
    "reconciliation_id" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "kind" TEXT NOT NULL,
    "file_line" INTEGER,
    "receipt_ref" TEXT,
    "sold_at" TIMESTAMPTZ(6),
    "total_minor" BIGINT,
    "customer_key" TEXT,
    "purchase_id" UUID,
    "recorded_minor" BIGINT,
    "first_line" INTEGER,
    "problem" TEXT,

    CONSTRAINT "reconciliation_line_pkey" PRIMARY KEY ("coalition_id","reconciliation_id","position")
);

CREATE UNIQUE INDEX "reconciliation_coalition_id_member_id_file_hash_key" ON "reconciliation"("coalition_id", "member_id", "file_hash");
CREATE INDEX "reconciliation_line_coalition_id_reconciliation_id_kind_pos_idx" ON "reconciliation_line"("coalition_id", "reconciliation_id", "kind", "position");
CREATE INDEX "reconciliation_line_coalition_id_reconciliation_id_receipt__idx" ON "reconciliation_line"("coalition_id", "reconciliation_id", "receipt_ref");

-- Checked at commit: the head of a run has its counts, so it is written after the lines.
ALTER TABLE "reconciliation_line" ADD CONSTRAINT "reconciliation_line_coalition_id_reconciliation_id_fkey" FOREIGN KEY ("coalition_id", "reconciliation_id") REFERENCES "reconciliation"("coalition_id", "reconciliation_id") ON DELETE RESTRICT ON UPDATE CASCADE DEFERRABLE INITIALLY DEFERRED;

alter table reconciliation
  add constraint reconciliation_hash check (file_hash ~ '^[0-9a-f]{64}$'),
  add constraint reconciliation_counts check (least(matched, missing_here, missing_there, amount_differs, duplicates,
    unreadable) >= 0 and row_count = matched + missing_here + amount_differs + duplicates + unreadable),
  add constraint reconciliation_days check (num_nulls(from_at, to_at) in (0, 2) and from_at < to_at);
alter table reconciliation_line
  add constraint reconciliation_line_kind check (case kind
    when 'MATCHED' then num_nulls(file_line, receipt_ref, sold_at, total_minor, purchase_id, recorded_minor) = 0
    when 'AMOUNT_DIFFERS' then num_nulls(file_line, receipt_ref, sold_at, total_minor, purchase_id, recorded_minor) = 0
    when 'MISSING_HERE' then num_nulls(file_line, receipt_ref, sold_at, total_minor) = 0 and purchase_id is null
    when 'MISSING_THERE' then num_nulls(receipt_ref, purchase_id, recorded_minor) = 0 and file_line is null
    when 'DUPLICATE' then num_nulls(file_line, receipt_ref, sold_at, total_minor, first_line) = 0
    when 'UNREADABLE' then num_nulls(file_line, problem) = 0 else false end),
  add constraint reconciliation_line_customer check (customer_key is null or kind = 'MISSING_HERE');

alter table reconciliation owner to artel_owner;
alter table reconciliation_line owner to artel_owner;

grant select, insert on reconciliation to artel_app;
grant select, insert on reconciliation_line to artel_app;
