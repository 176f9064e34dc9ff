-- The tables as Prisma writes them from ../../schema; what Prisma cannot say is in the migrations that follow.
-- Five ledger tables have no foreign keys: a purchase would pay eleven of them row by row. post_entries asks for what
-- a batch refers to once, and verify proves that every reference of every row leads somewhere.

CREATE TABLE "api_key" (
    "coalition_id" UUID NOT NULL,
    "api_key_id" UUID NOT NULL,
    "member_id" UUID,
    "name" TEXT NOT NULL,
    "secret_hash" TEXT NOT NULL,
    "last_four" TEXT NOT NULL,
    "scopes" TEXT[],
    "created_at" TIMESTAMPTZ(6) NOT NULL,
    "last_used_at" TIMESTAMPTZ(6),
    "revoked_at" TIMESTAMPTZ(6),

    CONSTRAINT "api_key_pkey" PRIMARY KEY ("coalition_id","api_key_id")
);

CREATE TABLE "token_key" (
    "coalition_id" UUID NOT NULL,
    "member_id" UUID NOT NULL,
    "kid" TEXT NOT NULL,
    "algorithm" TEXT NOT NULL,
    "public_jwk" JSONB NOT NULL,
    "created_at" TIMESTAMPTZ(6) NOT NULL,
    "revoked_at" TIMESTAMPTZ(6),

    CONSTRAINT "token_key_pkey" PRIMARY KEY ("coalition_id","member_id","kid")
);

CREATE TABLE "chain_head" (
    "coalition_id" UUID NOT NULL,
    "batch_no" BIGINT NOT NULL DEFAULT 0,
    "hash" BYTEA NOT NULL,
    "posted_at" TIMESTAMPTZ(6) NOT NULL,
    "open_window_no" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "chain_head_pkey" PRIMARY KEY ("coalition_id")
);

CREATE TABLE "batch" (
    "coalition_id" UUID NOT NULL,
    "batch_no" BIGINT NOT NULL,
    "posted_at" TIMESTAMPTZ(6) NOT NULL,
    "window_no" INTEGER NOT NULL,
    "steps" INTEGER NOT NULL,
    "hash" BYTEA NOT NULL,

    CONSTRAINT "batch_pkey" PRIMARY KEY ("coalition_id","batch_no")
);

CREATE TABLE "account_movement" (
    "coalition_id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "owner_id" UUID NOT NULL,
    "batch_no" BIGINT NOT NULL,
    "debit" BIGINT NOT NULL,
    "credit" BIGINT NOT NULL,

    CONSTRAINT "account_movement_pkey" PRIMARY KEY ("coalition_id","kind","owner_id","batch_no")
);

CREATE TABLE "account_rollup" (
    "coalition_id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "owner_id" UUID NOT NULL,
    "batch_no" BIGINT NOT NULL,
    "debit" BIGINT NOT NULL,
    "credit" BIGINT NOT NULL,

    CONSTRAINT "account_rollup_pkey" PRIMARY KEY ("coalition_id","kind","owner_id","batch_no")
);

CREATE TABLE "coalition" (
    "coalition_id" UUID NOT NULL,
    "handle" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "points_name" TEXT NOT NULL,
    "points_symbol" TEXT NOT NULL,
    "currency" TEXT NOT NULL,
    "time_zone" TEXT NOT NULL,
    "locales" TEXT[],
    "mode" TEXT NOT NULL,
    "clock_offset_seconds" BIGINT NOT NULL DEFAULT 0,
    "created_at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "coalition_pkey" PRIMARY KEY ("coalition_id")
);

CREATE TABLE "customer" (
    "coalition_id" UUID NOT NULL,
    "customer_id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "phone" TEXT,
    "email" TEXT,
    "status" TEXT NOT NULL,
    "enrolled_by_id" UUID NOT NULL,
    "consent_version" TEXT NOT NULL,
    "consent_at" TIMESTAMPTZ(6) NOT NULL,
    "created_at" TIMESTAMPTZ(6) NOT NULL,

    CONSTRAINT "customer_pkey" PRIMARY KEY ("coalition_id","customer_id")
);

CREATE TABLE "customer_account" (
    "coalition_id" UUID NOT NULL,
    "customer_id" UUID NOT NULL,
    "posted" BIGINT NOT NULL DEFAULT 0,
    "reserved" BIGINT NOT NULL DEFAULT 0,
    "sequence" BIGINT NOT NULL DEFAULT 0,

    CONSTRAINT "customer_account_pkey" PRIMARY KEY ("coalition_id","customer_id")
);

CREATE TABLE "card" (
    "coalition_id" UUID NOT NULL,
    "number" TEXT NOT NULL,
    "customer_id" UUID NOT NULL,
    "status" TEXT NOT NULL,
    "issued_at" TIMESTAMPTZ(6) NOT NULL,

    CONSTRAINT "card_pkey" PRIMARY KEY ("coalition_id","number")
);

CREATE TABLE "customer_reference" (
    "coalition_id" UUID NOT NULL,
    "member_id" UUID NOT NULL,
    "reference" TEXT NOT NULL,
    "customer_id" UUID NOT NULL,

    CONSTRAINT "customer_reference_pkey" PRIMARY KEY ("coalition_id","member_id","reference")
);

CREATE TABLE "debt" (
    "coalition_id" UUID NOT NULL,
    "debt_id" UUID NOT NULL,
    "customer_id" UUID NOT NULL,
    "issuer_id" UUID NOT NULL,
    "purchase_id" UUID NOT NULL,
    "entry_id" UUID NOT NULL,
    "amount" BIGINT NOT NULL,
    "remaining" BIGINT NOT NULL,
    "issue_fee" BIGINT NOT NULL,
    "incurred_at" TIMESTAMPTZ(6) NOT NULL,
    "batch_no" BIGINT NOT NULL,
    "batch_step" INTEGER NOT NULL,
    "seal" BIGINT NOT NULL,

    CONSTRAINT "debt_pkey" PRIMARY KEY ("coalition_id","debt_id")
);

CREATE TABLE "entry" (
    "coalition_id" UUID NOT NULL,
    "entry_id" UUID NOT NULL,
    "group_id" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "kind" TEXT NOT NULL,
    "customer_id" UUID,
    "customer_sequence" BIGINT,
    "member_id" UUID,
    "document_id" UUID,
    "points_delta" BIGINT NOT NULL,
    "reserved_delta" BIGINT NOT NULL,
    "balance_after" BIGINT NOT NULL,
    "posted_at" TIMESTAMPTZ(6) NOT NULL,
    "key_scope_id" UUID,
    "key_operation" TEXT,
    "key" TEXT,
    "request_hash" BYTEA,
    "digest" BYTEA,
    "batch_no" BIGINT NOT NULL,
    "batch_step" INTEGER NOT NULL,
    "seal" BIGINT NOT NULL,

    CONSTRAINT "entry_pkey" PRIMARY KEY ("coalition_id","entry_id")
);

CREATE TABLE "transfer" (
    "coalition_id" UUID NOT NULL,
    "entry_id" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "unit" TEXT NOT NULL,
    "debit_kind" TEXT NOT NULL,
    "debit_owner_id" UUID NOT NULL,
    "credit_kind" TEXT NOT NULL,
    "credit_owner_id" UUID NOT NULL,
    "amount" BIGINT NOT NULL,
    "batch_no" BIGINT NOT NULL,
    "batch_step" INTEGER NOT NULL,
    "seal" BIGINT NOT NULL,

    CONSTRAINT "transfer_pkey" PRIMARY KEY ("coalition_id","entry_id","position")
);

CREATE TABLE "refusal" (
    "coalition_id" UUID NOT NULL,
    "key_scope_id" UUID NOT NULL,
    "key_operation" TEXT NOT NULL,
    "key" TEXT NOT NULL,
    "request_hash" BYTEA NOT NULL,
    "code" TEXT NOT NULL,
    "details" JSON NOT NULL,
    "refused_at" TIMESTAMPTZ(6) NOT NULL,
    "digest" BYTEA NOT NULL,
    "batch_no" BIGINT NOT NULL,
    "batch_step" INTEGER NOT NULL,
    "seal" BIGINT NOT NULL,

    CONSTRAINT "refusal_pkey" PRIMARY KEY ("coalition_id","key_scope_id","key_operation","key")
);

CREATE TABLE "hold" (
    "coalition_id" UUID NOT NULL,
    "hold_id" UUID NOT NULL,
    "customer_id" UUID NOT NULL,
    "member_id" UUID NOT NULL,
    "points" BIGINT NOT NULL,
    "status" TEXT NOT NULL,
    "order_ref" TEXT NOT NULL,
    "bill_minor" BIGINT NOT NULL,
    "created_at" TIMESTAMPTZ(6) NOT NULL,
    "expires_at" TIMESTAMPTZ(6) NOT NULL,
    "closed_at" TIMESTAMPTZ(6),
    "batch_no" BIGINT NOT NULL,
    "batch_step" INTEGER NOT NULL,
    "seal" BIGINT NOT NULL,

    CONSTRAINT "hold_pkey" PRIMARY KEY ("coalition_id","hold_id")
);

CREATE TABLE "hold_lot" (
    "coalition_id" UUID NOT NULL,
    "hold_id" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "lot_id" UUID NOT NULL,
    "points" BIGINT NOT NULL,
    "batch_no" BIGINT NOT NULL,
    "batch_step" INTEGER NOT NULL,
    "seal" BIGINT NOT NULL,

    CONSTRAINT "hold_lot_pkey" PRIMARY KEY ("coalition_id","hold_id","position")
);

CREATE TABLE "lot" (
    "coalition_id" UUID NOT NULL,
    "lot_id" UUID NOT NULL,
    "customer_id" UUID NOT NULL,
    "issuer_id" UUID NOT NULL,
    "terms_id" UUID NOT NULL,
    "entry_id" UUID NOT NULL,
    "amount" BIGINT NOT NULL,
    "remaining" BIGINT NOT NULL,
    "reserved" BIGINT NOT NULL DEFAULT 0,
    "open" BOOLEAN NOT NULL,
    "issued_at" TIMESTAMPTZ(6) NOT NULL,
    "activates_at" TIMESTAMPTZ(6) NOT NULL,
    "expires_at" TIMESTAMPTZ(6),
    "reserve_price" BIGINT NOT NULL,
    "deposit" BIGINT NOT NULL,
    "issue_fee" BIGINT NOT NULL,
    "redeem_fee" BIGINT NOT NULL,
    "first_expires_at" TIMESTAMPTZ(6),
    "batch_no" BIGINT NOT NULL,
    "batch_step" INTEGER NOT NULL,
    "seal" BIGINT NOT NULL,

    CONSTRAINT "lot_pkey" PRIMARY KEY ("coalition_id","lot_id")
);

CREATE TABLE "lot_use" (
    "coalition_id" UUID NOT NULL,
    "entry_id" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "lot_id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "points" BIGINT NOT NULL,
    "expires_at" TIMESTAMPTZ(6),
    "batch_no" BIGINT NOT NULL,
    "batch_step" INTEGER NOT NULL,
    "seal" BIGINT NOT NULL,

    CONSTRAINT "lot_use_pkey" PRIMARY KEY ("coalition_id","entry_id","position")
);

CREATE TABLE "member" (
    "coalition_id" UUID NOT NULL,
    "member_id" UUID NOT NULL,
    "handle" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "segment" TEXT NOT NULL,
    "status" TEXT NOT NULL,
    "brand_color" TEXT,
    "brand_logo_url" TEXT,
    "allowed_origins" TEXT[],
    "created_at" TIMESTAMPTZ(6) NOT NULL,
    "closed_at" TIMESTAMPTZ(6),

    CONSTRAINT "member_pkey" PRIMARY KEY ("coalition_id","member_id")
);

CREATE TABLE "earn_rule" (
    "coalition_id" UUID NOT NULL,
    "earn_rule_id" UUID NOT NULL,
    "member_id" UUID NOT NULL,
    "version" INTEGER NOT NULL,
    "kind" TEXT NOT NULL,
    "percent_bps" INTEGER NOT NULL DEFAULT 0,
    "fixed_points" BIGINT NOT NULL DEFAULT 0,
    "min_total_minor" BIGINT NOT NULL DEFAULT 0,
    "created_at" TIMESTAMPTZ(6) NOT NULL,

    CONSTRAINT "earn_rule_pkey" PRIMARY KEY ("coalition_id","earn_rule_id")
);

CREATE TABLE "outbox" (
    "coalition_id" UUID NOT NULL,
    "event_id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "subject_id" UUID NOT NULL,
    "payload" JSONB NOT NULL,
    "created_at" TIMESTAMPTZ(6) NOT NULL,
    "sent_at" TIMESTAMPTZ(6),

    CONSTRAINT "outbox_pkey" PRIMARY KEY ("coalition_id","event_id")
);

CREATE TABLE "purchase" (
    "coalition_id" UUID NOT NULL,
    "purchase_id" UUID NOT NULL,
    "member_id" UUID NOT NULL,
    "customer_id" UUID NOT NULL,
    "terms_id" UUID NOT NULL,
    "receipt_ref" TEXT NOT NULL,
    "total_minor" BIGINT NOT NULL,
    "points_part_minor" BIGINT NOT NULL,
    "points_redeemed" BIGINT NOT NULL,
    "points_earned" BIGINT NOT NULL,
    "earned_lot_id" UUID,
    "hold_id" UUID,
    "lines" JSON NOT NULL,
    "balance_after" BIGINT NOT NULL,
    "occurred_at" TIMESTAMPTZ(6) NOT NULL,
    "recorded_at" TIMESTAMPTZ(6) NOT NULL,
    "batch_no" BIGINT NOT NULL,
    "batch_step" INTEGER NOT NULL,
    "seal" BIGINT NOT NULL,

    CONSTRAINT "purchase_pkey" PRIMARY KEY ("coalition_id","purchase_id")
);

CREATE TABLE "refund" (
    "coalition_id" UUID NOT NULL,
    "refund_id" UUID NOT NULL,
    "purchase_id" UUID NOT NULL,
    "member_id" UUID NOT NULL,
    "customer_id" UUID NOT NULL,
    "amount_minor" BIGINT NOT NULL,
    "money_minor" BIGINT NOT NULL,
    "points_returned" BIGINT NOT NULL,
    "points_recovered" BIGINT NOT NULL,
    "points_to_debt" BIGINT NOT NULL,
    "points_borne" BIGINT NOT NULL,
    "reason" TEXT NOT NULL,
    "lines" JSON NOT NULL,
    "balance_after" BIGINT NOT NULL,
    "recorded_at" TIMESTAMPTZ(6) NOT NULL,
    "batch_no" BIGINT NOT NULL,
    "batch_step" INTEGER NOT NULL,
    "seal" BIGINT NOT NULL,

    CONSTRAINT "refund_pkey" PRIMARY KEY ("coalition_id","refund_id")
);

CREATE TABLE "terms" (
    "coalition_id" UUID NOT NULL,
    "terms_id" UUID NOT NULL,
    "version" INTEGER NOT NULL,
    "starts_at" TIMESTAMPTZ(6) NOT NULL,
    "created_at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "reserve_price" BIGINT NOT NULL,
    "issue_fee" BIGINT NOT NULL,
    "redeem_fee" BIGINT NOT NULL,
    "deposit" BIGINT NOT NULL,
    "face_value_minor" BIGINT NOT NULL,
    "breakage_issuer_bps" INTEGER NOT NULL,
    "breakage_promo_fund_bps" INTEGER NOT NULL,
    "breakage_operator_bps" INTEGER NOT NULL,
    "refund_policy" TEXT NOT NULL,
    "expiry_kind" TEXT NOT NULL,
    "expiry_months" INTEGER NOT NULL DEFAULT 0,
    "refund_grace_days" INTEGER NOT NULL,
    "activation_delay_seconds" INTEGER NOT NULL,
    "max_points_share_bps" INTEGER NOT NULL,
    "self_redemption_fee_waived" BOOLEAN NOT NULL,
    "hold_ttl_seconds" INTEGER NOT NULL,
    "contract_text_en" TEXT NOT NULL,
    "contract_text_ru" TEXT NOT NULL,
    "contract_hash" TEXT NOT NULL,

    CONSTRAINT "terms_pkey" PRIMARY KEY ("coalition_id","terms_id")
);

CREATE TABLE "terms_acceptance" (
    "coalition_id" UUID NOT NULL,
    "terms_id" UUID NOT NULL,
    "member_id" UUID NOT NULL,
    "accepted_by" TEXT NOT NULL,
    "contract_hash" TEXT NOT NULL,
    "accepted_at" TIMESTAMPTZ(6) NOT NULL,

    CONSTRAINT "terms_acceptance_pkey" PRIMARY KEY ("coalition_id","terms_id","member_id")
);

CREATE UNIQUE INDEX "api_key_coalition_id_secret_hash_key" ON "api_key"("coalition_id", "secret_hash");

CREATE INDEX "batch_coalition_id_window_no_batch_no_idx" ON "batch"("coalition_id", "window_no", "batch_no");

CREATE UNIQUE INDEX "customer_coalition_id_phone_key" ON "customer"("coalition_id", "phone");

CREATE UNIQUE INDEX "customer_coalition_id_email_key" ON "customer"("coalition_id", "email");

CREATE INDEX "card_coalition_id_customer_id_idx" ON "card"("coalition_id", "customer_id");

CREATE INDEX "customer_reference_coalition_id_customer_id_idx" ON "customer_reference"("coalition_id", "customer_id");

CREATE INDEX "debt_coalition_id_customer_id_idx" ON "debt"("coalition_id", "customer_id");

CREATE UNIQUE INDEX "entry_coalition_id_key_scope_id_key_operation_key_key" ON "entry"("coalition_id", "key_scope_id", "key_operation", "key");

CREATE UNIQUE INDEX "entry_coalition_id_customer_id_customer_sequence_position_key" ON "entry"("coalition_id", "customer_id", "customer_sequence", "position");

CREATE INDEX "member_member_id_idx" ON "member"("member_id");

CREATE UNIQUE INDEX "member_coalition_id_handle_key" ON "member"("coalition_id", "handle");

CREATE UNIQUE INDEX "earn_rule_coalition_id_member_id_version_key" ON "earn_rule"("coalition_id", "member_id", "version");

CREATE INDEX "purchase_coalition_id_customer_id_purchase_id_idx" ON "purchase"("coalition_id", "customer_id", "purchase_id");

CREATE INDEX "purchase_coalition_id_member_id_purchase_id_idx" ON "purchase"("coalition_id", "member_id", "purchase_id");

CREATE UNIQUE INDEX "purchase_coalition_id_member_id_receipt_ref_key" ON "purchase"("coalition_id", "member_id", "receipt_ref");

CREATE INDEX "refund_coalition_id_purchase_id_idx" ON "refund"("coalition_id", "purchase_id");

CREATE INDEX "refund_coalition_id_member_id_refund_id_idx" ON "refund"("coalition_id", "member_id", "refund_id");

CREATE UNIQUE INDEX "terms_coalition_id_version_key" ON "terms"("coalition_id", "version");

ALTER TABLE "api_key" ADD CONSTRAINT "api_key_coalition_id_fkey" FOREIGN KEY ("coalition_id") REFERENCES "coalition"("coalition_id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE "api_key" ADD CONSTRAINT "api_key_coalition_id_member_id_fkey" FOREIGN KEY ("coalition_id", "member_id") REFERENCES "member"("coalition_id", "member_id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE "token_key" ADD CONSTRAINT "token_key_coalition_id_member_id_fkey" FOREIGN KEY ("coalition_id", "member_id") REFERENCES "member"("coalition_id", "member_id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE "customer" ADD CONSTRAINT "customer_coalition_id_fkey" FOREIGN KEY ("coalition_id") REFERENCES "coalition"("coalition_id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE "customer" ADD CONSTRAINT "customer_coalition_id_enrolled_by_id_fkey" FOREIGN KEY ("coalition_id", "enrolled_by_id") REFERENCES "member"("coalition_id", "member_id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE "customer_account" ADD CONSTRAINT "customer_account_coalition_id_customer_id_fkey" FOREIGN KEY ("coalition_id", "customer_id") REFERENCES "customer"("coalition_id", "customer_id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE "card" ADD CONSTRAINT "card_coalition_id_customer_id_fkey" FOREIGN KEY ("coalition_id", "customer_id") REFERENCES "customer"("coalition_id", "customer_id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE "customer_reference" ADD CONSTRAINT "customer_reference_coalition_id_member_id_fkey" FOREIGN KEY ("coalition_id", "member_id") REFERENCES "member"("coalition_id", "member_id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE "customer_reference" ADD CONSTRAINT "customer_reference_coalition_id_customer_id_fkey" FOREIGN KEY ("coalition_id", "customer_id") REFERENCES "customer"("coalition_id", "customer_id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE "debt" ADD CONSTRAINT "debt_coalition_id_customer_id_fkey" FOREIGN KEY ("coalition_id", "customer_id") REFERENCES "customer"("coalition_id", "customer_id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE "hold" ADD CONSTRAINT "hold_coalition_id_customer_id_fkey" FOREIGN KEY ("coalition_id", "customer_id") REFERENCES "customer"("coalition_id", "customer_id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE "hold" ADD CONSTRAINT "hold_coalition_id_member_id_fkey" FOREIGN KEY ("coalition_id", "member_id") REFERENCES "member"("coalition_id", "member_id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE "hold_lot" ADD CONSTRAINT "hold_lot_coalition_id_hold_id_fkey" FOREIGN KEY ("coalition_id", "hold_id") REFERENCES "hold"("coalition_id", "hold_id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE "hold_lot" ADD CONSTRAINT "hold_lot_coalition_id_lot_id_fkey" FOREIGN KEY ("coalition_id", "lot_id") REFERENCES "lot"("coalition_id", "lot_id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE "member" ADD CONSTRAINT "member_coalition_id_fkey" FOREIGN KEY ("coalition_id") REFERENCES "coalition"("coalition_id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE "earn_rule" ADD CONSTRAINT "earn_rule_coalition_id_member_id_fkey" FOREIGN KEY ("coalition_id", "member_id") REFERENCES "member"("coalition_id", "member_id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE "refund" ADD CONSTRAINT "refund_coalition_id_purchase_id_fkey" FOREIGN KEY ("coalition_id", "purchase_id") REFERENCES "purchase"("coalition_id", "purchase_id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE "refund" ADD CONSTRAINT "refund_coalition_id_member_id_fkey" FOREIGN KEY ("coalition_id", "member_id") REFERENCES "member"("coalition_id", "member_id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE "terms" ADD CONSTRAINT "terms_coalition_id_fkey" FOREIGN KEY ("coalition_id") REFERENCES "coalition"("coalition_id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE "terms_acceptance" ADD CONSTRAINT "terms_acceptance_coalition_id_terms_id_fkey" FOREIGN KEY ("coalition_id", "terms_id") REFERENCES "terms"("coalition_id", "terms_id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE "terms_acceptance" ADD CONSTRAINT "terms_acceptance_coalition_id_member_id_fkey" FOREIGN KEY ("coalition_id", "member_id") REFERENCES "member"("coalition_id", "member_id") ON DELETE RESTRICT ON UPDATE CASCADE;
