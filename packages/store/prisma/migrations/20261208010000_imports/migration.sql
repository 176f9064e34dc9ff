-- Files that members hand in. Their rows wait in the database, and how far the workers have come stands beside them: a worker that is killed
-- leaves an import that the next one goes on with. A row is deleted as soon as it is recorded.
create table import_job (
    coalition_id uuid not null,
    import_job_id uuid not null,
    member_id uuid not null,
    kind text not null,
    file_hash text not null,
    format text not null,
    headers text[],
    reading json not null,
    consent_version text,
    started_by_id uuid not null,
    person_id uuid,
    by_admin boolean not null,
    scopes text[],
    begun_by_id uuid,
    state text not null,
    is_paused boolean not null default false,
    failure text,
    row_count integer not null,
    position integer not null default 0,
    added integer not null default 0,
    matched integer not null default 0,
    faults integer not null default 0,
    points bigint not null default 0,
    checked json,
    handed_in_at timestamptz(6) not null,
    begun_at timestamptz(6),
    moved_at timestamptz(6) not null,
    constraint import_job_pkey primary key (coalition_id, import_job_id),
    constraint import_job_kind check (kind in ('CUSTOMERS', 'OPENING_BALANCES', 'PURCHASES')),
    constraint import_job_format check (format in ('CSV', 'XLSX')),
    constraint import_job_state check (state in ('CHECKING', 'CHECKED', 'RUNNING', 'DONE', 'CANCELLED', 'FAILED')),
    constraint import_job_hash check (file_hash ~ '^[0-9a-f]{64}$'),
    constraint import_job_counts check (row_count >= 0 and position between 0 and row_count and added >= 0 and matched >= 0
        and faults >= 0 and added + matched + faults = position and points >= 0),
    constraint import_job_begun check (state not in ('RUNNING', 'DONE') or begun_by_id is not null and begun_at is not null),
    constraint import_job_failed check (state <> 'FAILED' or failure is not null)
);
create index import_job_coalition_id_member_id_import_job_id_idx on import_job (coalition_id, member_id, import_job_id);
-- The same file of a member is one import until that one is over.
create unique index import_job_file on import_job (coalition_id, member_id, kind, file_hash)
    where state in ('CHECKING', 'CHECKED', 'RUNNING');
create index import_job_unfinished on import_job (coalition_id, moved_at) where state in ('CHECKING', 'RUNNING') and not is_paused;
alter table import_job owner to artel_owner;
grant select, insert, delete, update (begun_by_id, state, is_paused, failure, position, added, matched, faults, points, checked,
    begun_at, moved_at, format, headers, reading, row_count) on import_job to artel_app;

create table import_row (
    coalition_id uuid not null,
    import_job_id uuid not null,
    position integer not null,
    line integer not null,
    cells text not null,
    data jsonb,
    fault_column text,
    fault_code text,
    fault_details json,
    constraint import_row_pkey primary key (coalition_id, import_job_id, position),
    constraint import_row_position check (position >= 1 and line >= 1),
    constraint import_row_unread check (data is not null or fault_code is not null),
    constraint import_row_coalition_id_import_job_id_fkey foreign key (coalition_id, import_job_id)
        references import_job (coalition_id, import_job_id) on delete restrict on update cascade
);
alter table import_row owner to artel_owner;
grant select, insert, delete, update (data, fault_column, fault_code, fault_details) on import_row to artel_app;
