-- What affiliates of a coalition agree to, word for word. Another text is another version; none is changed or deleted.
create table affiliate_terms (
    coalition_id uuid not null,
    version integer not null,
    text_en text not null,
    text_ru text not null,
    published_at timestamptz(6) not null,
    published_by_id uuid not null,
    constraint affiliate_terms_pkey primary key (coalition_id, version),
    constraint affiliate_terms_version check (version > 0),
    constraint affiliate_terms_texts check (text_en <> '' and text_ru <> '')
);

-- Who brings customers and is paid in money for it, and is no member: no points, no votes.
create table affiliate (
    coalition_id uuid not null,
    affiliate_id uuid not null,
    name text not null,
    legal_name text not null,
    kind text not null,
    status text not null,
    email text not null,
    terms_version integer not null,
    terms_accepted_at timestamptz(6) not null,
    min_payout_minor bigint not null,
    created_at timestamptz(6) not null,
    changed_at timestamptz(6) not null,
    constraint affiliate_pkey primary key (coalition_id, affiliate_id),
    constraint affiliate_names check (name <> '' and legal_name <> '' and email <> ''),
    constraint affiliate_kind check (kind in ('PERSON', 'BLOGGER', 'CLUB', 'INSURER', 'SCHOOL', 'OTHER')),
    constraint affiliate_status check (status in ('APPLIED', 'ACTIVE', 'SUSPENDED', 'CLOSED')),
    constraint affiliate_min_payout check (min_payout_minor >= 0),
    constraint affiliate_coalition_id_terms_version_fkey foreign key (coalition_id, terms_version)
        references affiliate_terms (coalition_id, version) on delete restrict on update cascade
);
create index affiliate_coalition_id_status_affiliate_id_idx on affiliate (coalition_id, status, affiliate_id);

alter table affiliate_terms owner to artel_owner;
alter table affiliate owner to artel_owner;

grant select, insert on affiliate_terms to artel_app;
grant select, insert, update (status, min_payout_minor, changed_at) on affiliate to artel_app;
