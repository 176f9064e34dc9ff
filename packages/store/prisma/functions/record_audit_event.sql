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
