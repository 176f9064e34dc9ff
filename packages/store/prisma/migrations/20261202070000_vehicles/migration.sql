-- Vehicles of customers: personal data, which go with the customer's name. The application writes a plate in one form, so that
-- it is found however it was typed; collation "C" lets the index find a beginning.
create table vehicle (
    coalition_id uuid not null,
    vehicle_id uuid not null,
    customer_id uuid not null,
    plate text collate "C" not null,
    make text,
    mileage_km integer,
    mileage_at timestamptz(6),
    added_at timestamptz(6) not null,
    constraint vehicle_pkey primary key (coalition_id, vehicle_id),
    constraint vehicle_plate check (length(plate) between 3 and 15),
    constraint vehicle_make check (length(make) between 1 and 80),
    constraint vehicle_mileage check (mileage_km between 0 and 9999999 and (mileage_km is null) = (mileage_at is null)),
    constraint vehicle_coalition_id_customer_id_fkey foreign key (coalition_id, customer_id)
        references customer (coalition_id, customer_id) on delete restrict on update cascade
);
create unique index vehicle_coalition_id_customer_id_plate_key on vehicle (coalition_id, customer_id, plate);
create index vehicle_coalition_id_plate_idx on vehicle (coalition_id, plate);
alter table vehicle owner to artel_owner;
grant select, insert, delete, update (customer_id, plate, make, mileage_km, mileage_at) on vehicle to artel_app;

-- Phones, e-mails, cards and plates of customers; of plates those that are long enough to stand for nothing else.
create or replace function contacts_of(p_coalition uuid, p_customers uuid[])
returns text[]
language sql
stable
set search_path = pg_catalog, public, pg_temp
as $$
  select array(
    select c.phone from customer c where c.coalition_id = p_coalition and c.customer_id = any(p_customers) and c.phone is not null
    union select c.email from customer c
      where c.coalition_id = p_coalition and c.customer_id = any(p_customers) and c.email is not null
    union select k.number from card k where k.coalition_id = p_coalition and k.customer_id = any(p_customers)
    union select v.plate from vehicle v
      where v.coalition_id = p_coalition and v.customer_id = any(p_customers) and length(v.plate) >= 6);
$$;
