-- A customer whose personal data is gone: the row stays, closed, with its bare id.
alter table customer add column erased_at timestamptz(6);
alter table customer add constraint customer_erased check (erased_at is null
  or (status = 'CLOSED' and phone is null and email is null and household_id is null));

create table erasure (
    coalition_id uuid not null,
    customer_id uuid not null,
    reason text not null,
    reference text,
    points bigint not null,
    owed bigint not null,
    traces_left integer not null,
    erased_by_id uuid,
    erased_at timestamptz(6) not null,
    recorded_at timestamptz(6) not null default clock_timestamp(),
    scrub jsonb,
    scrubbed_at timestamptz(6),
    constraint erasure_pkey primary key (coalition_id, customer_id),
    constraint erasure_reason check (reason in ('CUSTOMER_REQUEST', 'CONSENT_WITHDRAWN', 'LEGAL_DUTY', 'RETENTION')),
    constraint erasure_figures check (points >= 0 and owed >= 0 and traces_left >= 0),
    constraint erasure_scrubbed check ((scrub is null) = (scrubbed_at is not null)),
    constraint erasure_coalition_id_customer_id_fkey foreign key (coalition_id, customer_id)
        references customer (coalition_id, customer_id) on delete restrict on update cascade
);
alter table erasure owner to artel_owner;
create index erasure_to_scrub on erasure (coalition_id, recorded_at) where scrub is not null;
create index erasure_coalition_id_recorded_at_idx on erasure (coalition_id, recorded_at);
grant select on erasure to artel_app;

-- The write function knows by it what was decided on a customer that is no more.
alter table customer_account add column erased boolean not null default false;

-- Since when an attempt is in somebody's hands: text that was asked for before an erasure is not kept after it.
alter table webhook_delivery add column taken_at timestamptz(6);
grant update (taken_at) on webhook_delivery to artel_app;

-- What is held on one customer is read by the customer.
create index refund_coalition_id_customer_id_refund_id_idx on refund (coalition_id, customer_id, refund_id);
create index hold_coalition_id_customer_id_hold_id_idx on hold (coalition_id, customer_id, hold_id);
create index reconciliation_line_customer_key on reconciliation_line (coalition_id, customer_key)
  where customer_key is not null;
create index claim_coalition_id_customer_id_idx on claim (coalition_id, customer_id);

