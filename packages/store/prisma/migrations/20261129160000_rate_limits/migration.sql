-- What callers may still ask for is kept here, so that all processes of the API share it. Without a log: after a crash of
-- the server every bucket is full again, and that is cheaper than a write to the log for each slice that is taken.
create unlogged table rate_bucket (
    bucket text not null,
    full_at timestamptz(6) not null,
    granted integer not null,
    constraint rate_bucket_pkey primary key (bucket),
    constraint rate_bucket_granted check (granted >= 0)
) with (fillfactor = 50);
alter table rate_bucket owner to artel_owner;
grant select, insert, update (full_at, granted), delete on rate_bucket to artel_app;

-- Whoever invents names would fill this table for ever: what is forgotten after a day is swept.
grant delete on sign_in_delay to artel_app;
