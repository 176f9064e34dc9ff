-- What one person gave by hand in a day in the coalition's name, by who gave and who pays: beyond the limit it takes two, however many commands
-- it comes in. A row is of no use after its day.
create table given_by_one (
    coalition_id uuid not null,
    day date not null,
    actor_id uuid not null,
    payer_id uuid not null,
    points bigint not null,
    constraint given_by_one_pkey primary key (coalition_id, day, actor_id, payer_id),
    constraint given_by_one_points check (points >= 0),
    constraint given_by_one_coalition_id_fkey foreign key (coalition_id) references coalition (coalition_id)
        on delete restrict on update cascade
);
alter table given_by_one owner to artel_owner;
grant select, insert, update (points), delete on given_by_one to artel_app;
