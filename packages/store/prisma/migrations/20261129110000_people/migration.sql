-- People sign in by themselves, and a key acts for the person who made it. A person is of the deployment; a role is of a
-- coalition or of one of its members.
create table person (
    person_id uuid not null,
    email text not null,
    name text,
    password_hash text,
    totp_sealed text,
    totp_pending text,
    totp_confirmed_at timestamptz(6),
    totp_last_step bigint not null default 0,
    created_at timestamptz(6) not null,
    ended_at timestamptz(6),
    constraint person_pkey primary key (person_id),
    constraint person_email check (email = lower(email) and email like '%_@_%'),
    constraint person_totp check (totp_confirmed_at is null or totp_sealed is not null)
);
create unique index person_email_key on person (email);

create table staff_grant (
    coalition_id uuid not null,
    staff_grant_id uuid not null,
    person_id uuid not null,
    member_id uuid,
    role text not null,
    invited_at timestamptz(6) not null,
    invited_by_id uuid not null,
    accepted_at timestamptz(6),
    revoked_at timestamptz(6),
    revoked_by_id uuid,
    constraint staff_grant_pkey primary key (coalition_id, staff_grant_id),
    constraint staff_grant_role check (case when member_id is null
        then role in ('COALITION_ADMIN', 'TREASURER', 'AUDITOR') else role in ('MEMBER_MANAGER', 'CASHIER') end),
    constraint staff_grant_revoked check ((revoked_at is null) = (revoked_by_id is null)),
    constraint staff_grant_coalition_id_fkey foreign key (coalition_id)
        references coalition (coalition_id) on delete restrict on update cascade,
    constraint staff_grant_coalition_id_member_id_fkey foreign key (coalition_id, member_id)
        references member (coalition_id, member_id) on delete restrict on update cascade,
    constraint staff_grant_person_id_fkey foreign key (person_id)
        references person (person_id) on delete restrict on update cascade
);
create index staff_grant_person_id_idx on staff_grant (person_id);
create unique index staff_grant_of_coalition on staff_grant (coalition_id, person_id, role)
    where member_id is null and revoked_at is null;
create unique index staff_grant_of_member on staff_grant (coalition_id, person_id, member_id, role)
    where member_id is not null and revoked_at is null;

create table staff_link (
    token_hash text not null,
    person_id uuid not null,
    purpose text not null,
    coalition_id uuid,
    staff_grant_id uuid,
    created_at timestamptz(6) not null,
    expires_at timestamptz(6) not null,
    used_at timestamptz(6),
    constraint staff_link_pkey primary key (token_hash),
    constraint staff_link_purpose check (purpose in ('INVITATION', 'SIGN_IN')),
    constraint staff_link_grant check ((purpose = 'INVITATION') = (coalition_id is not null and staff_grant_id is not null)),
    constraint staff_link_person_id_fkey foreign key (person_id)
        references person (person_id) on delete restrict on update cascade
);

create table staff_session (
    staff_session_id uuid not null,
    person_id uuid not null,
    token_hash text not null,
    device text not null,
    network text not null,
    created_at timestamptz(6) not null,
    last_seen_at timestamptz(6) not null,
    expires_at timestamptz(6) not null,
    confirmed_at timestamptz(6),
    ended_at timestamptz(6),
    constraint staff_session_pkey primary key (staff_session_id),
    constraint staff_session_person_id_fkey foreign key (person_id)
        references person (person_id) on delete restrict on update cascade
);
create unique index staff_session_token_hash_key on staff_session (token_hash);
create index staff_session_person_id_idx on staff_session (person_id);

create table recovery_code (
    person_id uuid not null,
    code_hash text not null,
    used_at timestamptz(6),
    constraint recovery_code_pkey primary key (person_id, code_hash),
    constraint recovery_code_person_id_fkey foreign key (person_id)
        references person (person_id) on delete restrict on update cascade
);

create table sign_in_delay (
    bucket text not null,
    failures integer not null,
    last_at timestamptz(6) not null,
    allowed_at timestamptz(6) not null,
    constraint sign_in_delay_pkey primary key (bucket)
);

-- Keys of before were made by nobody in person: they go on working, and neither propose nor approve.
alter table api_key
  add column person_id uuid,
  add constraint api_key_person_id_fkey foreign key (person_id)
    references person (person_id) on delete restrict on update cascade;

alter table person owner to artel_owner;
alter table staff_grant owner to artel_owner;
alter table staff_link owner to artel_owner;
alter table staff_session owner to artel_owner;
alter table recovery_code owner to artel_owner;
alter table sign_in_delay owner to artel_owner;

-- Who was invited as what, by whom and from where stands as it was written.
grant select, insert, update (name, password_hash, totp_sealed, totp_pending, totp_confirmed_at, totp_last_step, ended_at) on person to artel_app;
grant select, insert, update (accepted_at, revoked_at, revoked_by_id) on staff_grant to artel_app;
grant select, insert, update (used_at) on staff_link to artel_app;
grant select, insert, update (token_hash, last_seen_at, confirmed_at, ended_at) on staff_session to artel_app;
grant select, insert, update (used_at), delete on recovery_code to artel_app;
grant select, insert, update (failures, last_at, allowed_at) on sign_in_delay to artel_app;
