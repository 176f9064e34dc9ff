-- Addresses that are told what happens, and what is on its way to them. Nothing of it is a figure of the books.
create table webhook_endpoint (
  coalition_id uuid not null,
  endpoint_id uuid not null,
  member_id uuid,
  url text not null,
  event_kinds text[],
  query text,
  scopes text[],
  status text not null,
  paused_for text,
  paused_at timestamptz(6),
  failing_since timestamptz(6),
  failures integer not null default 0,
  created_at timestamptz(6) not null,
  created_by_id uuid not null,
  deleted_at timestamptz(6),
  constraint webhook_endpoint_pkey primary key (coalition_id, endpoint_id),
  constraint webhook_endpoint_status check (status in ('ACTIVE', 'PAUSED')),
  constraint webhook_endpoint_paused_for check (paused_for in ('BY_OWNER', 'FAILING', 'GONE')),
  constraint webhook_endpoint_paused check ((status = 'PAUSED') = (paused_for is not null and paused_at is not null)),
  constraint webhook_endpoint_failures check (failures >= 0 and (failures > 0) = (failing_since is not null))
);
alter table webhook_endpoint owner to artel_owner;

create table webhook_secret (
  coalition_id uuid not null,
  endpoint_id uuid not null,
  secret_id uuid not null,
  secret text not null,
  created_at timestamptz(6) not null,
  ends_at timestamptz(6),
  constraint webhook_secret_pkey primary key (coalition_id, endpoint_id, secret_id),
  constraint webhook_secret_secret check (secret like 'whsec\_%'),
  constraint webhook_secret_coalition_id_endpoint_id_fkey foreign key (coalition_id, endpoint_id)
    references webhook_endpoint (coalition_id, endpoint_id) on delete restrict on update cascade
);
alter table webhook_secret owner to artel_owner;

create table webhook_delivery (
  coalition_id uuid not null,
  delivery_id uuid not null,
  endpoint_id uuid not null,
  event_id uuid not null,
  event_kind text not null,
  subject_id uuid not null,
  occurred_at timestamptz(6) not null,
  body text,
  status text not null,
  attempts integer not null default 0,
  tries integer not null default 0,
  next_attempt_at timestamptz(6) not null,
  leased_until timestamptz(6),
  made_at timestamptz(6) not null,
  ended_at timestamptz(6),
  constraint webhook_delivery_pkey primary key (coalition_id, delivery_id),
  constraint webhook_delivery_status check (status in ('PENDING', 'DELIVERED', 'FAILED')),
  constraint webhook_delivery_ended check ((status = 'PENDING') = (ended_at is null)),
  constraint webhook_delivery_tries check (tries between 0 and attempts),
  constraint webhook_delivery_coalition_id_endpoint_id_fkey foreign key (coalition_id, endpoint_id)
    references webhook_endpoint (coalition_id, endpoint_id) on delete restrict on update cascade
);
-- An event is on its way to an endpoint once, however often it is looked for.
create unique index webhook_delivery_coalition_id_endpoint_id_event_id_key
  on webhook_delivery (coalition_id, endpoint_id, event_id);
create index webhook_delivery_coalition_id_made_at_idx on webhook_delivery (coalition_id, made_at);
create index webhook_delivery_due on webhook_delivery (coalition_id, endpoint_id, next_attempt_at)
  where status = 'PENDING';
alter table webhook_delivery owner to artel_owner;

create table webhook_attempt (
  coalition_id uuid not null,
  delivery_id uuid not null,
  attempt_no integer not null,
  ended_at timestamptz(6) not null,
  duration_ms integer not null,
  outcome text not null,
  response_status integer,
  response_body text,
  constraint webhook_attempt_pkey primary key (coalition_id, delivery_id, attempt_no),
  constraint webhook_attempt_outcome check (outcome in
    ('DELIVERED', 'REFUSED', 'REDIRECTED', 'TIMED_OUT', 'UNREACHABLE', 'ADDRESS_REFUSED')),
  constraint webhook_attempt_body check (octet_length(response_body) <= 16384),
  constraint webhook_attempt_coalition_id_delivery_id_fkey foreign key (coalition_id, delivery_id)
    references webhook_delivery (coalition_id, delivery_id) on delete restrict on update cascade
);
alter table webhook_attempt owner to artel_owner;

grant select, insert, update (url, event_kinds, query, scopes, status, paused_for, paused_at, failing_since, failures,
  deleted_at) on webhook_endpoint to artel_app;
grant select, insert, update (ends_at), delete on webhook_secret to artel_app;
grant select, insert, update (body, status, attempts, tries, next_attempt_at, leased_until, ended_at), delete
  on webhook_delivery to artel_app;
grant select, insert, delete on webhook_attempt to artel_app;
