-- What is held and captured under one token counts against its cap. Written before the hold; no figure of the books.
create table token_hold (
    coalition_id uuid not null,
    customer_id uuid not null,
    member_id uuid not null,
    token_id text not null,
    idempotency_key text not null,
    hold_id uuid not null,
    points bigint not null,
    released_at timestamptz(6),
    constraint token_hold_pkey primary key (coalition_id, customer_id, member_id, token_id, idempotency_key),
    constraint token_hold_points check (points > 0),
    constraint token_hold_coalition_id_customer_id_fkey foreign key (coalition_id, customer_id)
        references customer (coalition_id, customer_id) on delete restrict on update cascade
);
alter table token_hold owner to artel_owner;
grant select, insert, update (hold_id, points, released_at) on token_hold to artel_app;
