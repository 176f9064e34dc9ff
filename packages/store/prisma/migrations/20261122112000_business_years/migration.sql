CREATE TABLE "business_year" (
    "coalition_id" UUID NOT NULL,
    "year" INTEGER NOT NULL,
    "days" JSONB NOT NULL,
    "set_at" TIMESTAMPTZ(6) NOT NULL,
    "set_by_id" UUID NOT NULL,

    CONSTRAINT "business_year_pkey" PRIMARY KEY ("coalition_id","year")
);

alter table business_year add constraint business_year_year check (year between 2000 and 2199);
alter table business_year add constraint business_year_days check (jsonb_typeof(days) = 'array');

alter table business_year owner to artel_owner;
grant select, insert, update on business_year to artel_app;
