-- Who did what to a coalition, and who was refused: a log of its own chain. What belongs to no coalition, such as invalid
-- credentials, is in the log of the nil id, which is no coalition's: therefore no foreign keys. Nor to anything else: an
-- event outlives what it names, and keeps nobody from being erased.
create table audit_event (
    coalition_id uuid not null,
    audit_event_id uuid not null,
    position bigint not null,
    at timestamptz(6) not null,
    recorded_at timestamptz(6) not null,
    actor_kind text not null,
    actor_id uuid,
    person_id uuid,
    session_id uuid,
    member_id uuid,
    door text not null,
    network text,
    request_id text,
    act text not null,
    subject_type text,
    subject_id uuid,
    outcome text not null,
    code text,
    times integer not null,
    details text not null,
    hash bytea not null,
    constraint audit_event_pkey primary key (coalition_id, audit_event_id)
);
alter table audit_event
  add constraint audit_event_actor_kind check (actor_kind in
    ('PERSON', 'KEY', 'OPERATOR', 'SYSTEM', 'CUSTOMER', 'NOBODY')),
  add constraint audit_event_door check (door in ('API', 'CLI', 'WORKER')),
  add constraint audit_event_outcome check (outcome in ('DONE', 'REFUSED', 'DENIED')),
  add constraint audit_event_code check ((code is null) = (outcome = 'DONE')),
  add constraint audit_event_subject check ((subject_type is null) = (subject_id is null)),
  add constraint audit_event_times check (times > 0),
  add constraint audit_event_hash check (octet_length(hash) = 32);
create unique index audit_event_position on audit_event (coalition_id, position);
create index audit_event_member on audit_event (coalition_id, member_id, position);
create index audit_event_act on audit_event (coalition_id, act, position);
create index audit_event_subject_position on audit_event (coalition_id, subject_id, position);
create index audit_event_actor on audit_event (coalition_id, actor_id, position);
create index audit_event_person on audit_event (coalition_id, person_id, position);
create index audit_event_at on audit_event (coalition_id, at, position);
create index audit_event_outcome_position on audit_event (coalition_id, outcome, position);

create table audit_head (
    coalition_id uuid not null,
    position bigint not null,
    hash bytea not null,
    constraint audit_head_pkey primary key (coalition_id)
);
alter table audit_event owner to artel_owner;
alter table audit_head owner to artel_owner;
-- Written by the function below alone.
grant select on audit_event, audit_head to artel_app;

-- Adds an event to the end of a coalition's audit log and answers with its position. The end is locked until the
-- transaction of the act itself ends, so that events follow each other without a gap and an act that is rolled back leaves
-- none. Called last in its transaction: whoever waits here waits for a commit alone.
create or replace function record_audit_event(
  p_coalition uuid, p_id uuid, p_actor_kind text, p_actor uuid, p_person uuid, p_session uuid, p_member uuid, p_door text,
  p_network text, p_request text, p_act text, p_subject_type text, p_subject uuid, p_outcome text, p_code text,
  p_times integer, p_details text
) returns bigint
language plpgsql
security definer
set search_path = pg_catalog, public, pg_temp
as $$
declare
  v_position bigint;
  v_hash bytea;
  v_recorded timestamptz;
  v_at timestamptz;
begin
  insert into audit_head (coalition_id, position, hash) values (p_coalition, 0, sha256(uuid_send(p_coalition)))
  on conflict do nothing;
  select h.position + 1, h.hash into v_position, v_hash from audit_head h where h.coalition_id = p_coalition for update;
  -- Not before the lock: instants follow positions.
  v_recorded := clock_timestamp();
  select v_recorded + make_interval(secs => c.clock_offset_seconds) into v_at from coalition c
  where c.coalition_id = p_coalition;
  v_at := coalesce(v_at, v_recorded);
  v_hash := sha256(v_hash || convert_to(concat_ws('|',
    v_position, p_id, (extract(epoch from v_at) * 1000000)::bigint, (extract(epoch from v_recorded) * 1000000)::bigint,
    p_actor_kind, coalesce(p_actor::text, ''), coalesce(p_person::text, ''), coalesce(p_session::text, ''),
    coalesce(p_member::text, ''), p_door, coalesce(to_json(p_network)::text, ''), coalesce(to_json(p_request)::text, ''),
    to_json(p_act), coalesce(to_json(p_subject_type)::text, ''), coalesce(p_subject::text, ''), p_outcome,
    coalesce(to_json(p_code)::text, ''), p_times, to_json(p_details)), 'UTF8'));
  insert into audit_event (coalition_id, audit_event_id, position, at, recorded_at, actor_kind, actor_id, person_id,
    session_id, member_id, door, network, request_id, act, subject_type, subject_id, outcome, code, times, details, hash)
  values (p_coalition, p_id, v_position, v_at, v_recorded, p_actor_kind, p_actor, p_person, p_session, p_member, p_door,
    p_network, p_request, p_act, p_subject_type, p_subject, p_outcome, p_code, p_times, p_details, v_hash);
  update audit_head h set position = v_position, hash = v_hash where h.coalition_id = p_coalition;
  return v_position;
end $$;

alter function record_audit_event owner to artel_owner;
revoke all on function record_audit_event from public;
grant execute on function record_audit_event to artel_app;

-- From now on every coalition has a log, so that one without is one that was deleted.
select record_audit_event(coalition_id, coalition_id, 'SYSTEM', null, null, null, null, 'CLI', null, null, 'auditBegin',
  'coalition', coalition_id, 'DONE', null, 1, '{}')
from coalition order by coalition_id;

-- Where the log ended each night: null for nights before there was one.
alter table audit_run
  add column audit_position bigint,
  add column audit_hash bytea,
  add constraint audit_run_head check ((audit_position is null) = (audit_hash is null));
