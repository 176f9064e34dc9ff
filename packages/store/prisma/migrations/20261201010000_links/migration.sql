-- What a member keeps its links to, and by what the coalition decides between several sources of one customer.
alter table member add column link_pages text[] not null default '{}';
grant update (link_pages) on member to artel_app;
alter table coalition add column binding_policy text not null default 'FIRST',
  add column binding_days integer not null default 90,
  add column binding_priority text[] not null default '{CUSTOMER,AFFILIATE,MEMBER}',
  add constraint coalition_binding_policy check (binding_policy in ('FIRST', 'LAST', 'PRIORITY')),
  add constraint coalition_binding_days check (binding_days between 1 and 365),
  add constraint coalition_binding_priority check (cardinality(binding_priority) = 3
    and binding_priority @> '{CUSTOMER,AFFILIATE,MEMBER}');
grant update (binding_policy, binding_days, binding_priority) on coalition to artel_app;

-- A link of a source, with the code that it is spoken and typed by. The source has no foreign key: it is a member, an affiliate
-- or a customer.
create table link (
    coalition_id uuid not null,
    link_id uuid not null,
    source_kind text not null,
    source_id uuid not null,
    member_id uuid not null,
    code text not null,
    folded_code text not null,
    target_url text,
    name text not null,
    utm text,
    window_days integer,
    status text not null,
    created_at timestamptz(6) not null,
    created_by_id uuid not null,
    constraint link_pkey primary key (coalition_id, link_id),
    constraint link_source_kind check (source_kind in ('MEMBER', 'AFFILIATE', 'CUSTOMER')),
    constraint link_status check (status in ('ACTIVE', 'ARCHIVED')),
    constraint link_window check (window_days between 1 and 365),
    constraint link_utm check (json_typeof(utm::json) = 'object'),
    constraint link_coalition_id_member_id_fkey foreign key (coalition_id, member_id)
        references member (coalition_id, member_id) on delete restrict on update cascade
);
create unique index link_coalition_id_folded_code_key on link (coalition_id, folded_code);
create index link_coalition_id_member_id_link_id_idx on link (coalition_id, member_id, link_id);
create index link_coalition_id_source_id_link_id_idx on link (coalition_id, source_id, link_id);
-- An address has the code alone.
create index link_folded_code_idx on link (folded_code);

-- A visit by a link: one an hour, visitor and kind. Its id follows from these, so that a second is no row.
create table click (
    coalition_id uuid not null,
    click_id uuid not null,
    link_id uuid not null,
    at timestamptz(6) not null,
    visitor text not null,
    kind text not null,
    user_agent text,
    utm text,
    referrer_host text,
    constraint click_pkey primary key (coalition_id, click_id),
    constraint click_kind check (kind in ('HUMAN', 'BOT')),
    constraint click_visitor check (visitor ~ '^[0-9a-f]{32}$'),
    constraint click_utm check (json_typeof(utm::json) = 'object'),
    constraint click_coalition_id_link_id_fkey foreign key (coalition_id, link_id)
        references link (coalition_id, link_id) on delete restrict on update cascade
);
create index click_coalition_id_link_id_kind_idx on click (coalition_id, link_id, kind);
create index click_named_agent on click (coalition_id, at) where user_agent is not null;

-- With what visitors are hashed on one UTC day. Gone the day after, and with it the way from a visitor to its hash.
create table click_salt (
    coalition_id uuid not null,
    day date not null,
    salt bytea not null,
    constraint click_salt_pkey primary key (coalition_id, day),
    constraint click_salt_bytes check (octet_length(salt) = 32)
);

-- That a source brought a customer to a member, and until when it counts. Never changed.
create table binding (
    coalition_id uuid not null,
    binding_id uuid not null,
    customer_id uuid not null,
    member_id uuid not null,
    source_kind text not null,
    source_id uuid not null,
    link_id uuid not null,
    via text not null,
    bound_at timestamptz(6) not null,
    ends_at timestamptz(6) not null,
    constraint binding_pkey primary key (coalition_id, binding_id),
    constraint binding_source_kind check (source_kind in ('MEMBER', 'AFFILIATE', 'CUSTOMER')),
    constraint binding_via check (via in ('ENROL', 'SIGN_IN', 'TILL', 'CODE')),
    constraint binding_window check (ends_at > bound_at),
    constraint binding_coalition_id_customer_id_fkey foreign key (coalition_id, customer_id)
        references customer (coalition_id, customer_id) on delete restrict on update cascade,
    constraint binding_coalition_id_link_id_fkey foreign key (coalition_id, link_id)
        references link (coalition_id, link_id) on delete restrict on update cascade
);
create index binding_coalition_id_customer_id_member_id_bound_at_idx
    on binding (coalition_id, customer_id, member_id, bound_at);
create index binding_coalition_id_link_id_idx on binding (coalition_id, link_id);

-- Who brought the customer of a purchase, decided once, with those who were not taken and why. Never changed.
create table attribution (
    coalition_id uuid not null,
    purchase_id uuid not null,
    customer_id uuid not null,
    member_id uuid not null,
    occurred_at timestamptz(6) not null,
    source_kind text,
    source_id uuid,
    link_id uuid,
    via text not null,
    losers text not null,
    decided_at timestamptz(6) not null,
    digest text not null,
    constraint attribution_pkey primary key (coalition_id, purchase_id),
    constraint attribution_source_kind check (source_kind in ('MEMBER', 'AFFILIATE', 'CUSTOMER')),
    constraint attribution_via check (via in ('CODE', 'BINDING', 'CLICK', 'NOBODY')),
    constraint attribution_whole check (case when via = 'NOBODY' then num_nonnulls(source_kind, source_id, link_id) = 0
        else num_nulls(source_kind, source_id, link_id) = 0 end),
    constraint attribution_losers check (json_typeof(losers::json) = 'array'),
    constraint attribution_digest check (digest ~ '^[0-9a-f]{64}$')
);
create index attribution_of_link on attribution (coalition_id, link_id, purchase_id) where link_id is not null;
create index attribution_of_source on attribution (coalition_id, source_kind, source_id, purchase_id)
    where source_id is not null;

-- How far purchases of a coalition are attributed: every one up to this batch is.
create table attribution_cursor (
    coalition_id uuid not null,
    done_batch_no bigint not null,
    first_batch_no bigint not null,
    constraint attribution_cursor_pkey primary key (coalition_id),
    constraint attribution_cursor_bounds check (done_batch_no >= first_batch_no - 1 and first_batch_no > 0)
);

alter table link owner to artel_owner;
alter table click owner to artel_owner;
alter table click_salt owner to artel_owner;
alter table binding owner to artel_owner;
alter table attribution owner to artel_owner;
alter table attribution_cursor owner to artel_owner;

-- Whose a link is, its code and where it leads stand as they were written; of a click the browser's name goes after a time.
grant select, insert, update (status, name) on link to artel_app;
grant select, insert, update (user_agent) on click to artel_app;
grant select, insert, delete on click_salt to artel_app;
grant select, insert on binding to artel_app;
grant select, insert on attribution to artel_app;
grant select, insert, update (done_batch_no) on attribution_cursor to artel_app;
