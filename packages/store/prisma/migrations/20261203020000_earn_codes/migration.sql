-- One-time codes for bills of members without a till. What a code is for stands as it was written; the command that claims it takes the
-- row first and posts the purchase afterwards, under an id that the row names.
create table earn_code (
    coalition_id uuid not null,
    earn_code_id uuid not null,
    member_id uuid not null,
    code_hash text not null,
    receipt_ref text not null,
    total_minor bigint not null,
    lines json not null,
    occurred_at timestamptz(6) not null,
    last_day date not null,
    issued_at timestamptz(6) not null,
    issued_by_id uuid not null,
    issue_key text not null,
    request_hash text not null,
    customer_id uuid,
    purchase_id uuid,
    key_scope_id uuid,
    key text,
    taken_at timestamptz(6),
    claimed_at timestamptz(6),
    revoked_at timestamptz(6),
    revoked_by_id uuid,
    constraint earn_code_pkey primary key (coalition_id, earn_code_id),
    constraint earn_code_hash check (code_hash ~ '^[0-9a-f]{64}$'),
    constraint earn_code_total check (total_minor between 1 and 1000000000000),
    constraint earn_code_lines check (json_typeof(lines) = 'array'),
    constraint earn_code_taken check (num_nulls(customer_id, purchase_id, key_scope_id, key, taken_at) in (0, 5)),
    constraint earn_code_claimed check (claimed_at is null or taken_at is not null),
    constraint earn_code_revoked check ((revoked_at is null) = (revoked_by_id is null)
        and (revoked_at is null or taken_at is null)),
    constraint earn_code_coalition_id_member_id_fkey foreign key (coalition_id, member_id)
        references member (coalition_id, member_id) on delete restrict on update cascade,
    constraint earn_code_coalition_id_customer_id_fkey foreign key (coalition_id, customer_id)
        references customer (coalition_id, customer_id) on delete restrict on update cascade
);
create unique index earn_code_code_hash_key on earn_code (code_hash);
create unique index earn_code_coalition_id_member_id_issue_key_key on earn_code (coalition_id, member_id, issue_key);
create unique index earn_code_of_receipt on earn_code (coalition_id, member_id, receipt_ref) where revoked_at is null;
create unique index earn_code_of_purchase on earn_code (coalition_id, purchase_id) where purchase_id is not null;
create index earn_code_coalition_id_member_id_earn_code_id_idx on earn_code (coalition_id, member_id, earn_code_id);
create index earn_code_coalition_id_customer_id_idx on earn_code (coalition_id, customer_id);
alter table earn_code owner to artel_owner;
grant select, insert, update (customer_id, purchase_id, key_scope_id, key, taken_at, claimed_at, revoked_at, revoked_by_id)
    on earn_code to artel_app;
