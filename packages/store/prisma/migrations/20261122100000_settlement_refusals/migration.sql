-- Refusals of settlement commands, so that their idempotency keys replay them as those of the ledger's commands do.

CREATE TABLE "settlement_refusal" (
    "coalition_id" UUID NOT NULL,
    "key_scope_id" UUID NOT NULL,
    "operation" TEXT NOT NULL,
    "key" TEXT NOT NULL,
    "code" TEXT NOT NULL,
    "request_hash" TEXT NOT NULL,
    "details" JSONB NOT NULL,
    "is_final" BOOLEAN NOT NULL,
    "refused_at" TIMESTAMPTZ(6) NOT NULL,

    CONSTRAINT "settlement_refusal_pkey" PRIMARY KEY ("coalition_id","key_scope_id","operation","key","code")
);

alter table settlement_refusal owner to artel_owner;
grant select, insert on settlement_refusal to artel_app;
