-- How a member's sales files are read when nobody says: said once and kept, since its till writes them all alike.
create table sales_mapping (
  coalition_id uuid not null,
  member_id uuid not null,
  product text,
  columns jsonb not null,
  date_order text,
  decimal_mark text,
  sheet text,
  saved_at timestamptz(6) not null,
  saved_by_id uuid not null,
  constraint sales_mapping_pkey primary key (coalition_id, member_id)
);
alter table sales_mapping add constraint sales_mapping_columns check (jsonb_typeof(columns) = 'object');
alter table sales_mapping add constraint sales_mapping_date_order check (date_order in ('DMY', 'MDY'));
alter table sales_mapping add constraint sales_mapping_decimal_mark check (decimal_mark in ('.', ','));
alter table sales_mapping owner to artel_owner;
grant select, insert, update, delete on sales_mapping to artel_app;
