-- What the background jobs remember. None of it is the ledger's: it says what was looked at, announced and proven.

-- How far a job has come in a coalition, by the coalition's clock.
CREATE TABLE "job_cursor" (
    "coalition_id" UUID NOT NULL,
    "job" TEXT NOT NULL,
    "done_until" TIMESTAMPTZ(6) NOT NULL,

    CONSTRAINT "job_cursor_pkey" PRIMARY KEY ("coalition_id","job")
);

-- One reminder a customer, horizon and week of expiry: the key is what keeps it from being said twice.
CREATE TABLE "expiry_reminder" (
    "coalition_id" UUID NOT NULL,
    "customer_id" UUID NOT NULL,
    "horizon_days" INTEGER NOT NULL,
    "week" DATE NOT NULL,
    "event_id" UUID NOT NULL,
    "reminded_at" TIMESTAMPTZ(6) NOT NULL,

    CONSTRAINT "expiry_reminder_pkey" PRIMARY KEY ("coalition_id","customer_id","horizon_days","week")
);

-- One audit a coalition and night. Append-only for the application.
CREATE TABLE "audit_run" (
    "coalition_id" UUID NOT NULL,
    "due_at" TIMESTAMPTZ(6) NOT NULL,
    "recorded_at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "duration_ms" INTEGER NOT NULL,
    "ok" BOOLEAN NOT NULL,
    "findings" JSONB NOT NULL,
    "checked" JSONB NOT NULL,

    CONSTRAINT "audit_run_pkey" PRIMARY KEY ("coalition_id","due_at")
);

alter table job_cursor owner to artel_owner;
alter table expiry_reminder owner to artel_owner;
alter table audit_run owner to artel_owner;

grant select, insert, update on job_cursor to artel_app;
grant select, insert on expiry_reminder to artel_app;
grant select, insert on audit_run to artel_app;

alter table expiry_reminder add constraint expiry_reminder_horizon check (horizon_days > 0);
alter table audit_run add constraint audit_run_duration check (duration_ms >= 0);
