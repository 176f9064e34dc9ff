-- Passkeys of people, and the challenges that their authenticators answer: each once, within minutes.
create table passkey (
    passkey_id uuid not null,
    person_id uuid not null,
    credential_id text not null,
    public_key bytea not null,
    counter bigint not null,
    transports text[] not null,
    name text not null,
    created_at timestamptz(6) not null,
    last_used_at timestamptz(6),
    constraint passkey_pkey primary key (passkey_id),
    constraint passkey_counter check (counter >= 0),
    constraint passkey_name check (length(name) between 1 and 80),
    constraint passkey_person_id_fkey foreign key (person_id) references person (person_id) on delete restrict on update cascade
);
create unique index passkey_credential_id_key on passkey (credential_id);
create index passkey_person_id_idx on passkey (person_id);

create table passkey_challenge (
    challenge_hash text not null,
    person_id uuid,
    expires_at timestamptz(6) not null,
    constraint passkey_challenge_pkey primary key (challenge_hash),
    constraint passkey_challenge_person_id_fkey foreign key (person_id) references person (person_id) on delete restrict on update cascade
);
create index passkey_challenge_expires_at_idx on passkey_challenge (expires_at);

alter table staff_session
  drop constraint staff_session_started_by,
  add constraint staff_session_started_by check (started_by in ('PASSWORD', 'LINK', 'INVITATION', 'PIN', 'PASSKEY'));

alter table passkey owner to artel_owner;
alter table passkey_challenge owner to artel_owner;
grant select, insert, update (counter, last_used_at), delete on passkey to artel_app;
grant select, insert, delete on passkey_challenge to artel_app;
