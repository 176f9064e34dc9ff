-- What customers agree to, word for word, and that they did. Rows are only added: taking back is a row too.
create table consent_text (
    coalition_id uuid not null,
    consent_text_id uuid not null,
    purpose text not null,
    version text not null,
    text_en text not null,
    text_ru text not null,
    hash text not null,
    published_at timestamptz(6) not null,
    published_by_id uuid not null,
    constraint consent_text_pkey primary key (coalition_id, consent_text_id),
    constraint consent_text_purpose check (purpose in ('PROGRAMME_RULES', 'PERSONAL_DATA', 'MARKETING_SMS',
        'MARKETING_EMAIL', 'MARKETING_CALL', 'MARKETING_PUSH')),
    constraint consent_text_hash check (hash ~ '^[0-9a-f]{64}$')
);
create unique index consent_text_coalition_id_purpose_version_key on consent_text (coalition_id, purpose, version);
alter table consent_text owner to artel_owner;
grant select, insert on consent_text to artel_app;

create table consent (
    coalition_id uuid not null,
    consent_id uuid not null,
    customer_id uuid not null,
    purpose text not null,
    given boolean not null,
    text_version text,
    text_hash text,
    source text not null,
    proof text,
    member_id uuid,
    recorded_by text not null,
    recorded_by_id uuid not null,
    happened_at timestamptz(6) not null,
    recorded_at timestamptz(6) not null,
    constraint consent_pkey primary key (coalition_id, consent_id),
    constraint consent_purpose check (purpose in ('PROGRAMME_RULES', 'PERSONAL_DATA', 'MARKETING_SMS',
        'MARKETING_EMAIL', 'MARKETING_CALL', 'MARKETING_PUSH')),
    constraint consent_version check (text_version is not null or (not given and text_hash is null)),
    constraint consent_source check (source in ('MEMBER_SYSTEM', 'TILL', 'WIDGET', 'WEB', 'PHONE', 'PAPER', 'IMPORT')),
    constraint consent_recorded_by check (recorded_by in ('CUSTOMER', 'MEMBER', 'COALITION')),
    constraint consent_coalition_id_customer_id_fkey foreign key (coalition_id, customer_id)
        references customer (coalition_id, customer_id) on delete restrict on update cascade
);
create index consent_coalition_id_customer_id_purpose_happened_at_idx
    on consent (coalition_id, customer_id, purpose, happened_at);
alter table consent owner to artel_owner;
grant select, insert on consent to artel_app;

-- What customers agreed to as they enrolled, as far as it was written down: the version of one text, by their member's word.
insert into consent (coalition_id, consent_id, customer_id, purpose, given, text_version, source, member_id, recorded_by,
    recorded_by_id, happened_at, recorded_at)
  select coalition_id, customer_id, customer_id, 'PERSONAL_DATA', true, consent_version, 'MEMBER_SYSTEM', enrolled_by_id,
    'MEMBER', enrolled_by_id, consent_at, created_at
  from customer;
