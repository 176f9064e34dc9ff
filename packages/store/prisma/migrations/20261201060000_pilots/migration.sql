-- A trial of rules on some customers while others are held out. What it was planned as never changes: a share of the control
-- that could be moved would move people between the groups.
create table pilot (
    coalition_id uuid not null,
    pilot_id uuid not null,
    member_id uuid,
    name_en text not null,
    name_ru text not null,
    control_bps integer not null,
    first_day date not null,
    last_day date not null,
    base_days integer not null,
    uplift_bps integer not null,
    needs_treatment bigint,
    needs_control bigint,
    decision text,
    reason text,
    decided_at timestamptz(6),
    created_at timestamptz(6) not null,
    created_by_id uuid not null,
    constraint pilot_pkey primary key (coalition_id, pilot_id),
    constraint pilot_control check (control_bps between 1 and 9999),
    constraint pilot_days check (last_day >= first_day),
    constraint pilot_base check (base_days > 0),
    constraint pilot_uplift check (uplift_bps > 0),
    constraint pilot_needs check ((needs_treatment is null) = (needs_control is null)),
    constraint pilot_decision check (decision in ('SCALE', 'STOP')),
    constraint pilot_decided check (
        (decision is null) = (decided_at is null) and (decision is null) = (reason is null)),
    constraint pilot_coalition_id_fkey foreign key (coalition_id)
        references coalition (coalition_id) on delete restrict on update cascade,
    constraint pilot_coalition_id_member_id_fkey foreign key (coalition_id, member_id)
        references member (coalition_id, member_id) on delete restrict on update cascade
);
create index pilot_coalition_id_member_id_idx on pilot (coalition_id, member_id);

alter table pilot owner to artel_owner;
grant select, insert, update (decision, reason, decided_at) on pilot to artel_app;
