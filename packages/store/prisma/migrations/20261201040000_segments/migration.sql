-- A named list of customers, of a member or of the coalition. Versions of rules say its name, so that it stays.
create table segment (
    coalition_id uuid not null,
    segment_id uuid not null,
    member_id uuid,
    name_en text not null,
    name_ru text not null,
    created_at timestamptz(6) not null,
    created_by_id uuid not null,
    deleted_at timestamptz(6),
    constraint segment_pkey primary key (coalition_id, segment_id),
    constraint segment_name check (length(name_en) between 1 and 80 and length(name_ru) between 1 and 80),
    constraint segment_coalition_id_member_id_fkey foreign key (coalition_id, member_id)
        references member (coalition_id, member_id) on delete restrict on update cascade
);
create index segment_coalition_id_member_id_segment_id_idx on segment (coalition_id, member_id, segment_id);

create table segment_customer (
    coalition_id uuid not null,
    segment_id uuid not null,
    customer_id uuid not null,
    added_at timestamptz(6) not null,
    constraint segment_customer_pkey primary key (coalition_id, segment_id, customer_id),
    constraint segment_customer_coalition_id_segment_id_fkey foreign key (coalition_id, segment_id)
        references segment (coalition_id, segment_id) on delete restrict on update cascade,
    constraint segment_customer_coalition_id_customer_id_fkey foreign key (coalition_id, customer_id)
        references customer (coalition_id, customer_id) on delete restrict on update cascade
);
create index segment_customer_coalition_id_customer_id_idx on segment_customer (coalition_id, customer_id);

alter table segment owner to artel_owner;
alter table segment_customer owner to artel_owner;

grant select, insert, update (deleted_at) on segment to artel_app;
-- For `for share` alone: who is in a segment comes and goes.
grant select, insert, delete on segment_customer to artel_app;
