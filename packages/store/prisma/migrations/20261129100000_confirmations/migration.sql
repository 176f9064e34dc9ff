-- Above how many points a spending needs a code of the customer: 0 = always, null = never.
alter table coalition add column confirm_spending_above_points bigint;
alter table coalition add constraint coalition_confirm_spending_above_points check (confirm_spending_above_points >= 0);
grant update (confirm_spending_above_points) on coalition to artel_app;

-- Codes that customers confirm acts with: who, where, and what at most. Of the code only a slow hash is kept.
create table confirmation (
    coalition_id uuid not null,
    confirmation_id uuid not null,
    purpose text not null,
    customer_id uuid not null,
    member_id uuid,
    other_customer_id uuid,
    max_points bigint,
    channel text not null,
    code_hash bytea not null,
    attempts integer not null default 0,
    created_at timestamptz(6) not null,
    expires_at timestamptz(6) not null,
    sent_at timestamptz(6),
    failed_at timestamptz(6),
    used_at timestamptz(6),
    used_scope_id uuid,
    used_operation text,
    used_key text,
    key_scope_id uuid not null,
    key text not null,
    request_hash text not null,
    constraint confirmation_pkey primary key (coalition_id, confirmation_id),
    constraint confirmation_purpose check (purpose in ('HOUSEHOLD_JOIN', 'POINTS_TRANSFER', 'SPEND')),
    constraint confirmation_act check ((purpose = 'SPEND') = (other_customer_id is null)
        and (purpose = 'HOUSEHOLD_JOIN') = (max_points is null)),
    constraint confirmation_max_points check (max_points > 0),
    constraint confirmation_channel check (channel in ('SMS', 'EMAIL')),
    constraint confirmation_attempts check (attempts between 0 and 5),
    constraint confirmation_used check ((used_at is null) = (used_scope_id is null)
        and (used_at is null) = (used_operation is null) and (used_at is null) = (used_key is null)),
    constraint confirmation_coalition_id_customer_id_fkey foreign key (coalition_id, customer_id)
        references customer (coalition_id, customer_id) on delete restrict on update cascade
);
create unique index confirmation_coalition_id_key_scope_id_key_key on confirmation (coalition_id, key_scope_id, key);
create index confirmation_coalition_id_customer_id_created_at_idx on confirmation (coalition_id, customer_id, created_at);
alter table confirmation owner to artel_owner;
-- What a code is for, whose it is and for how long never changes but with a new code; nothing is deleted.
grant select, insert, update (channel, code_hash, attempts, created_at, expires_at, sent_at, failed_at, used_at,
  used_scope_id, used_operation, used_key) on confirmation to artel_app;
