-- Where an affiliate was when: a sale is judged by where it was at the sale, whenever the worker comes to it. Append-only.
create table affiliate_step (
    coalition_id uuid not null,
    affiliate_id uuid not null,
    step_no integer not null,
    status text not null,
    taken_at timestamptz(6) not null,
    constraint affiliate_step_pkey primary key (coalition_id, affiliate_id, step_no),
    constraint affiliate_step_number check (step_no > 0),
    constraint affiliate_step_status check (status in ('APPLIED', 'ACTIVE', 'SUSPENDED', 'CLOSED')),
    constraint affiliate_step_coalition_id_affiliate_id_fkey foreign key (coalition_id, affiliate_id)
        references affiliate (coalition_id, affiliate_id) on delete restrict on update cascade
);
-- What is known of those that are there: when they applied, and where they are since their last change.
insert into affiliate_step (coalition_id, affiliate_id, step_no, status, taken_at)
    select coalition_id, affiliate_id, 1, 'APPLIED', created_at from affiliate
    union all select coalition_id, affiliate_id, 2, status, changed_at from affiliate where status <> 'APPLIED';

alter table affiliate_step owner to artel_owner;
grant select, insert on affiliate_step to artel_app;
