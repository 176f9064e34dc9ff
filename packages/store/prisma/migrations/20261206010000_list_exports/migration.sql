-- Lists as files. A piece is written in the same transaction as how far the file has come, so a worker that is killed leaves a file that
-- the next one goes on with. The pieces stand in the database, where every process of the API finds them.
create table list_export (
    coalition_id uuid not null,
    list_export_id uuid not null,
    member_id uuid,
    started_by_id uuid not null,
    scopes text[],
    kind text not null,
    format text not null,
    filters json not null,
    start_key text not null,
    request_hash text not null,
    through_batch_no bigint not null,
    through_hash text not null,
    through_at timestamptz(6) not null,
    asked_at timestamptz(6) not null,
    state text not null,
    failure text,
    cursor text,
    is_read boolean not null default false,
    parts integer not null default 0,
    rows integer not null default 0,
    bytes bigint not null default 0,
    percent integer not null default 0,
    sha256 text,
    started_at timestamptz(6) not null,
    moved_at timestamptz(6) not null,
    ends_at timestamptz(6),
    constraint list_export_pkey primary key (coalition_id, list_export_id),
    constraint list_export_state check (state in ('QUEUED', 'RUNNING', 'READY', 'FAILED', 'ENDED')),
    constraint list_export_format check (format in ('CSV', 'CSV_RU', 'JSONL')),
    constraint list_export_filters check (json_typeof(filters) = 'object'),
    constraint list_export_hash check (sha256 ~ '^[0-9a-f]{64}$'),
    constraint list_export_ready check (state <> 'READY' or is_read and sha256 is not null and ends_at is not null),
    constraint list_export_failed check (state <> 'FAILED' or failure is not null),
    constraint list_export_counts check (parts >= 0 and rows >= 0 and bytes >= 0 and percent between 0 and 100)
);
create unique index list_export_coalition_id_started_by_id_start_key_key on list_export (coalition_id, started_by_id, start_key);
create index list_export_unfinished on list_export (coalition_id, moved_at) where state in ('QUEUED', 'RUNNING');
create index list_export_kept on list_export (ends_at) where state = 'READY';
alter table list_export owner to artel_owner;
grant select, insert, delete, update (state, failure, cursor, is_read, parts, rows, bytes, percent, sha256, moved_at, ends_at)
    on list_export to artel_app;

create table list_export_part (
    coalition_id uuid not null,
    list_export_id uuid not null,
    part_no integer not null,
    body bytea not null,
    constraint list_export_part_pkey primary key (coalition_id, list_export_id, part_no),
    constraint list_export_part_no check (part_no >= 1),
    constraint list_export_part_coalition_id_list_export_id_fkey foreign key (coalition_id, list_export_id)
        references list_export (coalition_id, list_export_id) on delete restrict on update cascade
);
alter table list_export_part owner to artel_owner;
grant select, insert, delete on list_export_part to artel_app;
