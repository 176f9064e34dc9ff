-- What happened on a local day, added up by dimension, for each member (scope_id) and for all (scope_id = the coalition).
-- Sums have no range: bills may be as large as they like.
create table figure (
    coalition_id uuid not null,
    dimension text not null,
    scope_id uuid not null,
    day date not null,
    key text not null,
    purchases decimal(38,0) not null,
    refunds decimal(38,0) not null,
    gross_minor decimal(38,0) not null,
    discount_minor decimal(38,0) not null,
    points_part_minor decimal(38,0) not null,
    refunded_minor decimal(38,0) not null,
    refunded_money_minor decimal(38,0) not null,
    issued decimal(38,0) not null,
    reversed decimal(38,0) not null,
    spent decimal(38,0) not null,
    returned decimal(38,0) not null,
    expired decimal(38,0) not null,
    quantity_milli decimal(38,0) not null,
    constraint figure_pkey primary key (coalition_id, dimension, scope_id, day, key),
    constraint figure_dimension check (dimension ~ '^[A-Z]+$')
);

-- That a customer bought at a member on a local day, and when first.
create table figure_visit (
    coalition_id uuid not null,
    customer_id uuid not null,
    day date not null,
    member_id uuid not null,
    first_at timestamptz(6) not null,
    constraint figure_visit_pkey primary key (coalition_id, customer_id, day, member_id)
);

-- Of those visits: how many customers came on a day and last before on another (RETURN), came in a month and first in another
-- (COHORT), came to a member first on a day and had begun at another member (BROUGHT).
create table figure_customers (
    coalition_id uuid not null,
    kind text not null,
    scope_id uuid not null,
    day date not null,
    since_day date not null,
    from_id uuid not null,
    customers bigint not null,
    constraint figure_customers_pkey primary key (coalition_id, kind, scope_id, day, since_day, from_id),
    constraint figure_customers_kind check (kind in ('RETURN', 'COHORT', 'BROUGHT')),
    constraint figure_customers_count check (customers >= 0)
);
create index figure_customers_coalition_id_kind_scope_id_since_day_day_idx
    on figure_customers (coalition_id, kind, scope_id, since_day, day);

-- Up to which batch they are counted. Whoever counts holds the row.
create table figure_cursor (
    coalition_id uuid not null,
    batch_no bigint not null,
    posted_at timestamptz(6) not null,
    constraint figure_cursor_pkey primary key (coalition_id)
);

alter table figure owner to artel_owner;
alter table figure_visit owner to artel_owner;
alter table figure_customers owner to artel_owner;
alter table figure_cursor owner to artel_owner;
grant select, insert, update, delete on figure, figure_visit, figure_customers, figure_cursor to artel_app;

-- What sales leave alone is found by its batch: block ranges do not tell coalitions apart. No sale touches these two.
create index refund_coalition_id_batch_no_batch_step_idx on refund (coalition_id, batch_no, batch_step);
create index entry_of_figures on entry (coalition_id, batch_no)
    where kind in ('PROMO', 'ADJUSTMENT', 'EARN_REVERSAL', 'EXPIRE', 'MERGE_OUT', 'MERGE_IN');
