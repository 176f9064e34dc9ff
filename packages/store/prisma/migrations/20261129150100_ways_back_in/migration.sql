-- How a session began decides what it may change: a link has proven the e-mail, a password has not. Of those of before nothing
-- is known, so they count as the weaker kind.
alter table staff_session add column started_by text not null default 'PASSWORD';
alter table staff_session
  add constraint staff_session_started_by check (started_by in ('PASSWORD', 'LINK', 'INVITATION'));

-- A second factor that was lost is taken away by whoever runs the deployment, and that stays written down.
create table second_factor_reset (
    second_factor_reset_id uuid not null,
    person_id uuid not null,
    operator text not null,
    reason text not null,
    reset_at timestamptz(6) not null,
    constraint second_factor_reset_pkey primary key (second_factor_reset_id),
    constraint second_factor_reset_person_id_fkey foreign key (person_id)
        references person (person_id) on delete restrict on update cascade
);
create index second_factor_reset_person_id_idx on second_factor_reset (person_id);
alter table second_factor_reset owner to artel_owner;
grant select, insert on second_factor_reset to artel_app;

-- Whoever invites is counted by what they sent in a day.
alter table staff_link add column made_by_id uuid;

-- Nothing has ever ended a person: roles end.
alter table person drop column ended_at;

-- What has ended is swept away after its retention.
grant delete on staff_session, staff_link, sign_in_delay to artel_app;

create index staff_link_person_id_idx on staff_link (person_id);
create index staff_link_coalition_id_created_at_idx on staff_link (coalition_id, created_at);
create index staff_link_expires_at_idx on staff_link (expires_at);
create index staff_session_expires_at_idx on staff_session (expires_at);
create index sign_in_delay_last_at_idx on sign_in_delay (last_at);
create index staff_grant_coalition_id_member_id_idx on staff_grant (coalition_id, member_id);
create index api_key_person_id_idx on api_key (person_id);
