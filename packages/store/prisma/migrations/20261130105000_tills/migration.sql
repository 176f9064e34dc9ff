-- A till is a device that a member has registered. It lists the cashiers who may sign in there, and one of them signs in by a PIN.
create table till (
    coalition_id uuid not null,
    till_id uuid not null,
    member_id uuid not null,
    name text not null,
    place text,
    secret_hash text not null,
    last_four text not null,
    idle_minutes integer not null,
    created_at timestamptz(6) not null,
    created_by_id uuid not null,
    last_used_at timestamptz(6),
    revoked_at timestamptz(6),
    revoked_by_id uuid,
    constraint till_pkey primary key (coalition_id, till_id),
    constraint till_idle_minutes check (idle_minutes between 5 and 240),
    constraint till_revoked check ((revoked_at is null) = (revoked_by_id is null)),
    constraint till_coalition_id_member_id_fkey foreign key (coalition_id, member_id)
        references member (coalition_id, member_id) on delete restrict on update cascade
);
create unique index till_coalition_id_secret_hash_key on till (coalition_id, secret_hash);
create index till_coalition_id_member_id_idx on till (coalition_id, member_id);

-- A person has a PIN of its own at each member.
create table cashier_pin (
    coalition_id uuid not null,
    member_id uuid not null,
    person_id uuid not null,
    pin_hash text not null,
    failures integer not null default 0,
    failures_told integer not null default 0,
    set_at timestamptz(6) not null,
    constraint cashier_pin_pkey primary key (coalition_id, member_id, person_id),
    constraint cashier_pin_failures check (failures between 0 and 100 and failures_told between 0 and 100),
    constraint cashier_pin_coalition_id_member_id_fkey foreign key (coalition_id, member_id)
        references member (coalition_id, member_id) on delete restrict on update cascade,
    constraint cashier_pin_person_id_fkey foreign key (person_id)
        references person (person_id) on delete restrict on update cascade
);
create index cashier_pin_person_id_idx on cashier_pin (person_id);

create table pin_code (
    coalition_id uuid not null,
    member_id uuid not null,
    code_hash text not null,
    person_id uuid not null,
    made_by_id uuid not null,
    expires_at timestamptz(6) not null,
    constraint pin_code_pkey primary key (coalition_id, member_id, code_hash),
    constraint pin_code_coalition_id_member_id_fkey foreign key (coalition_id, member_id)
        references member (coalition_id, member_id) on delete restrict on update cascade,
    constraint pin_code_person_id_fkey foreign key (person_id)
        references person (person_id) on delete restrict on update cascade
);
create index pin_code_person_id_idx on pin_code (person_id);

-- Who handed out which code, and who set a PIN: what is written stays, whatever becomes of PIN and code.
create table pin_change (
    coalition_id uuid not null,
    pin_change_id uuid not null,
    member_id uuid not null,
    person_id uuid not null,
    kind text not null,
    by_id uuid not null,
    till_id uuid,
    changed_at timestamptz(6) not null,
    constraint pin_change_pkey primary key (coalition_id, pin_change_id),
    constraint pin_change_kind check (kind in ('CODE_MADE', 'SET_IN_PERSON', 'SET_BY_CODE')),
    constraint pin_change_till check ((kind = 'SET_BY_CODE') = (till_id is not null)),
    constraint pin_change_coalition_id_member_id_fkey foreign key (coalition_id, member_id)
        references member (coalition_id, member_id) on delete restrict on update cascade,
    constraint pin_change_person_id_fkey foreign key (person_id)
        references person (person_id) on delete restrict on update cascade,
    constraint pin_change_coalition_id_till_id_fkey foreign key (coalition_id, till_id)
        references till (coalition_id, till_id) on delete restrict on update cascade
);
create index pin_change_coalition_id_member_id_person_id_idx on pin_change (coalition_id, member_id, person_id);
create index pin_change_person_id_idx on pin_change (person_id);

-- A session that a PIN began is of one till, and ends with it.
alter table staff_session
  add column coalition_id uuid,
  add column till_id uuid,
  drop constraint staff_session_started_by,
  add constraint staff_session_started_by check (started_by in ('PASSWORD', 'LINK', 'INVITATION', 'PIN')),
  add constraint staff_session_till check ((started_by = 'PIN') = (till_id is not null) and (till_id is null) = (coalition_id is null)),
  add constraint staff_session_coalition_id_till_id_fkey foreign key (coalition_id, till_id)
    references till (coalition_id, till_id) on delete restrict on update cascade;
create index staff_session_coalition_id_till_id_idx on staff_session (coalition_id, till_id);

alter table till owner to artel_owner;
alter table cashier_pin owner to artel_owner;
alter table pin_code owner to artel_owner;
alter table pin_change owner to artel_owner;

-- Who registered which till for whom stands as it was written. A code for a PIN goes when it is used.
grant select, insert, update (last_used_at, revoked_at, revoked_by_id) on till to artel_app;
grant select, insert, update (pin_hash, failures, failures_told, set_at), delete on cashier_pin to artel_app;
grant select, insert, delete on pin_code to artel_app;
grant select, insert on pin_change to artel_app;
