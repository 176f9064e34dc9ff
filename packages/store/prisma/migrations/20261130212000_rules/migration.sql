-- A rule of a member: what was decided about it. Whether it has begun or is over follows from its days and the clock.
create table rule (
    coalition_id uuid not null,
    rule_id uuid not null,
    member_id uuid not null,
    status text not null,
    version integer not null,
    first_day date not null,
    last_day date,
    created_at timestamptz(6) not null,
    changed_at timestamptz(6) not null,
    constraint rule_pkey primary key (coalition_id, rule_id),
    constraint rule_status check (status in ('DRAFT', 'SCHEDULED', 'RUNNING', 'PAUSED', 'ENDED')),
    constraint rule_version_no check (version > 0),
    constraint rule_days check (last_day is null or last_day >= first_day),
    constraint rule_coalition_id_member_id_fkey foreign key (coalition_id, member_id)
        references member (coalition_id, member_id) on delete restrict on update cascade
);
create index rule_coalition_id_member_id_rule_id_idx on rule (coalition_id, member_id, rule_id);

-- What a rule says, word for word. A version never changes and never goes: purchases name it.
create table rule_version (
    coalition_id uuid not null,
    rule_version_id uuid not null,
    rule_id uuid not null,
    version integer not null,
    definition text not null,
    template text,
    created_at timestamptz(6) not null,
    created_by_id uuid not null,
    digest text not null,
    constraint rule_version_pkey primary key (coalition_id, rule_version_id),
    constraint rule_version_number check (version > 0),
    constraint rule_version_definition check (json_typeof(definition::json) = 'object'),
    constraint rule_version_digest check (digest ~ '^[0-9a-f]{64}$'),
    constraint rule_version_coalition_id_rule_id_fkey foreign key (coalition_id, rule_id)
        references rule (coalition_id, rule_id) on delete restrict on update cascade
);
create unique index rule_version_coalition_id_rule_id_version_key on rule_version (coalition_id, rule_id, version);

alter table rule owner to artel_owner;
alter table rule_version owner to artel_owner;

-- Whose a rule is stands as it was written; versions are only added.
grant select, insert, update (status, version, first_day, last_day, changed_at) on rule to artel_app;
grant select, insert on rule_version to artel_app;
