-- An API or a worker runs as a login that may become artel_app and nothing else, and looks whether the database is of its
-- version before it starts. The table is of whoever migrates; while migrations are only compared it does not exist.
do $$ begin
  if to_regclass('public._prisma_migrations') is not null then
    grant select on _prisma_migrations to artel_app;
  end if;
end $$;
